import LineEditing
import TestSupport
import Testing

@Suite struct TerminalProfileTests {
  private func color(
    _ environment: [String: String],
    isTerminal: Bool = true
  )
    -> TerminalProfile.Color
  {
    TerminalProfile.decide(environment: environment, isTerminal: isTerminal, size: nil).color
  }

  @Test func colorFollowsTheTerminal() {
    #expect(color(["TERM": "xterm"]) == .sixteen)
    #expect(color(["TERM": "xterm-256color"]) == .palette)
    #expect(color(["TERM": "xterm", "COLORTERM": "truecolor"]) == .full)
    #expect(color(["TERM": "xterm", "COLORTERM": "24bit"]) == .full)
    #expect(color(["TERM": "dumb", "COLORTERM": "truecolor"]) == .none)
    #expect(color(["TERM": ""]) == .none)
    #expect(color([:]) == .none)
    #expect(color(["TERM": "xterm-256color"], isTerminal: false) == .none)
  }

  @Test func noColorWins() {
    #expect(color(["TERM": "xterm", "NO_COLOR": "1"]) == .none)
    #expect(color(["TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "3"]) == .none)
    #expect(color(["TERM": "xterm", "NO_COLOR": ""]) == .sixteen)
  }

  @Test func forceColorNeedsNoTerminal() {
    for (value, expected) in [
      ("", TerminalProfile.Color.sixteen), ("1", .sixteen), ("true", .sixteen), ("2", .palette),
      ("3", .full), ("0", .none), ("false", .none),
    ] {
      #expect(color(["FORCE_COLOR": value], isTerminal: false) == expected, "\(value)")
    }
    #expect(color(["FORCE_COLOR": "0", "TERM": "xterm"]) == .none)
  }

  @Test func theCursorMovesOnCapableTerminalsOnly() {
    func moves(_ environment: [String: String], _ isTerminal: Bool) -> Bool {
      TerminalProfile.decide(environment: environment, isTerminal: isTerminal, size: nil)
        .movesCursor
    }
    #expect(moves(["TERM": "xterm"], true))
    #expect(!moves(["TERM": "xterm", "FORCE_COLOR": "1"], false))
    #expect(!moves(["TERM": "dumb"], true))
    #expect(!moves([:], true))
  }

  @Test(arguments: [
    (["LANG": "C.UTF-8"], true), (["LANG": "de_DE.utf8"], true),
    (["LANG": "sr_RS.UTF-8@latin"], true),
    (["LANG": "C"], false), (["LANG": "en_US"], false), ([:], false),
    (["LANG": "en_US.UTF-8", "LC_ALL": "POSIX"], false),
    (["LANG": "C", "LC_CTYPE": "en_US.UTF-8"], true),
    (["LANG": "en_US.UTF-8", "LC_ALL": ""], true), (["LANG": "fr_FR.ISO-8859-1"], false),
    (["LANG": "@"], false), (["LANG": "."], false),
  ])
  func theLocaleDecidesUTF8(environment: [String: String], expected: Bool) {
    #expect(TerminalProfile.localeIsUTF8(environment) == expected)
  }

  @Test func theTerminalsSizeComesFirst() {
    let size = TerminalSize.decide(
      reported: TerminalSize(columns: 132, rows: 50),
      environment: ["COLUMNS": "40", "LINES": "9"]
    )
    #expect(size == TerminalSize(columns: 132, rows: 50))
  }

  @Test(arguments: ["65535", "0", "-1", "abc", "", "99999999999999999999", "80x24"])
  func senselessSizesAreIgnored(text: String) {
    let environment = ["COLUMNS": text, "LINES": text]
    #expect(TerminalSize.decide(reported: nil, environment: environment) == .standard)
    #expect(
      TerminalSize.decide(
        reported: TerminalSize(columns: 0, rows: 0),
        environment: environment
      ) == .standard
    )
    #expect(
      TerminalSize.decide(
        reported: TerminalSize(columns: 65535, rows: 5),
        environment: environment
      )
        == TerminalSize(columns: 80, rows: 5)
    )
  }

  @Test func eachNumberCountsByItself() {
    #expect(
      TerminalSize.decide(reported: nil, environment: ["COLUMNS": "100"])
        == TerminalSize(columns: 100, rows: 24)
    )
  }

  @Test func aFileHasNoSize() {
    #expect(TerminalSize.reported(by: -1) == nil)
    #expect(!TerminalProfile.isTerminal(-1))
  }
}
