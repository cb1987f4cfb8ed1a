import Foundation
import TestSupport

// A session on a screen: what somebody types, and what comes of it.
extension Screen {
  /// All that was shown so far; a row that the terminal broke is one line.
  var history: String { tmux("capture-pane", "-p", "-J", "-S", "-") }

  /// Waits until the last row is an empty prompt: any, or the one named.
  func waitForPrompt(
    _ prompt: String? = nil,
    file: StaticString = #fileID,
    line: UInt = #line
  ) throws {
    try wait("empty prompt \(prompt ?? "")", file: file, line: line) {
      Self.isAtPrompt($0, prompt)
    }
  }

  private static func isAtPrompt(_ text: String, _ prompt: String?) -> Bool {
    let last = text.split(separator: "\n").last { !$0.allSatisfy { $0 == " " } } ?? ""
    let row = last.trimmingCharacters(in: .whitespaces)
    if let prompt { return row == prompt }
    return row.wholeMatch(of: /fathom>|answer\[[a-z]+\]>/) != nil
  }

  /// Types a line and waits until it has brought what is expected, and an empty prompt.
  func enter(
    _ input: String,
    _ expected: String,
    prompt: String? = nil,
    file: StaticString = #fileID,
    line: UInt = #line
  ) throws {
    let before = history.ranges(of: expected).count
    if !input.isEmpty { type(input) }
    press("Enter")
    var passed = ""
    try wait("'\(expected)' after '\(input)'", file: file, line: line) { _ in
      let now = history
      // What takes more than a screen goes on by a key.
      if Self.isBetweenScreens(now), now != passed {
        passed = now
        press("Enter")
      }
      return now.ranges(of: expected).count > before && Self.isAtPrompt(now, prompt)
    }
  }

  private static func isBetweenScreens(_ text: String) -> Bool {
    let last = text.split(separator: "\n").last { !$0.allSatisfy { $0 == " " } } ?? ""
    return last.contains("b: back")
  }

  /// Plays inputs one after another.
  func play(
    _ exchanges: [(String, String)],
    file: StaticString = #fileID,
    line: UInt = #line
  ) throws {
    for (input, expected) in exchanges { try enter(input, expected, file: file, line: line) }
  }

  /// Empties the line that is being edited.
  func clearLine(file: StaticString = #fileID, line: UInt = #line) throws {
    press("C-a", "C-k")
    try waitForPrompt(file: file, line: line)
  }
}
