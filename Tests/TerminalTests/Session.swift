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
    var passed = ""
    try wait("empty prompt \(prompt ?? "")", file: file, line: line) {
      goOn(from: $0, &passed)
      return Self.isAtPrompt($0, prompt)
    }
  }

  private static func isAtPrompt(_ text: String, _ prompt: String?) -> Bool {
    let last = text.split(separator: "\n").last { !$0.allSatisfy { $0 == " " } } ?? ""
    let row = last.trimmingCharacters(in: .whitespaces)
    if let prompt { return row == prompt }
    return row.wholeMatch(of: /fathom>|answer\[[a-z0-9-]+\]>/) != nil
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
      goOn(from: now, &passed)
      return now.ranges(of: expected).count > before && Self.isAtPrompt(now, prompt)
    }
  }

  /// Presses Enter once where what takes more than a screen waits for a key.
  private func goOn(from text: String, _ passed: inout String) {
    guard Self.isBetweenScreens(text), text != passed else { return }
    passed = text
    press("Enter")
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
