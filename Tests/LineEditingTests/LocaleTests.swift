import TestSupport
import Testing

@Suite struct LocaleTests {
  @Test(arguments: [
    ["LANG": "C"], ["LANG": nil], ["LC_ALL": "POSIX"], ["LANG": "fr_FR.ISO-8859-1"], ["LANG": ""],
  ])
  func unicodeWorksInAnyLocale(changes: [String: String?]) throws {
    let screen = try Screen.probe("", changes)
    screen.type("héâŷx")
    screen.press("BSpace", "Home", "→", "Enter")
    try screen.wait("got <→héâŷ> 5")
  }

  @Test(arguments: ["dumb", "", nil, "no-such-terminal"])
  func anyKindOfTerminalWorks(term: String?) throws {
    let screen = try Screen.probe("", ["TERM": term])
    screen.type("zc")
    screen.press("BSpace", "d", "Left", "BSpace", "a", "Enter")
    try screen.wait("got <ad> 2")
    try screen.waitForPrompt()
    screen.type("edit N = 20")
    screen.press("Enter")
    try screen.wait("N = 20", times: 2)
    screen.press("0", "Enter")
    try screen.wait("got <N = 200>")
    try screen.waitForPrompt()
    screen.type("dropped")
    screen.press("C-c")
    try screen.wait("interrupted")
    try screen.waitForPrompt()
    screen.press("C-d")
    try screen.wait("RC=0")
    try screen.wait("isig icanon echo")
  }

  @Test(arguments: ["dumb", ""])
  func noSequenceGoesToATerminalThatKnowsNone(term: String) throws {
    let terminal = try PseudoTerminal(environment: Programs.environment(["TERM": term]))
    try terminal.wait("›")
    terminal.send("ab\u{8}c\r")
    try terminal.wait("got <ac>")
    try terminal.wait("›")
    terminal.send("\u{4}")
    #expect(try terminal.end() == 0)
    #expect(!terminal.text.contains("\u{1B}"))
  }

  @Test func aTerminalWithoutASizeWorks() throws {
    for columns in ["65535", "0", "-1", "abc"] {
      let terminal = try PseudoTerminal(
        environment: Programs.environment(["COLUMNS": columns, "LINES": columns]),
        columns: 0,
        rows: 0
      )
      try terminal.wait("›")
      terminal.send("ŷ = 1\r")
      try terminal.wait("got <ŷ = 1>")
      try terminal.wait("›")  // Ctrl-D while the terminal is cooked is lost
      terminal.send("\u{4}")
      #expect(try terminal.end() == 0)
    }
  }
}
