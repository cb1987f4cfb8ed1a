import Foundation
import TestSupport

// On a terminal, and what is kept of it.
extension Fathom {
  /// The transcript of a lesson; empty where there is none.
  func transcript(_ lesson: String) -> String {
    (try? read(path("state/fathom/\(lesson).transcript"))) ?? ""
  }

  /// The inputs of a transcript without their prompts.
  func inputs(_ lesson: String) -> [String] {
    transcript(lesson).split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^(?:fathom|answer\[[^\]]*\])> ?(.*)$/).map { String($0.1) }
    }
  }

  /// Starts `fathom` on a screen and waits for its first prompt.
  func start(
    _ arguments: String = "",
    columns: Int = 80,
    rows: Int = 24,
    _ changes: [String: String?] = [:],
    file: StaticString = #fileID,
    line: UInt = #line
  ) throws -> Screen {
    let kept = "echo $$ > \"$HOME/pid\"; exec \"$FATHOM\" \(arguments)"
    let screen = try Screen(
      "/bin/sh -c \(Screen.quoted(kept))",
      columns: columns,
      rows: rows,
      environment: environment(changes)
    )
    try screen.waitForPrompt(file: file, line: line)
    return screen
  }

  /// The process that `start` started.
  var process: Int32 {
    let text = (try? read(path("pid"))) ?? ""
    return Int32(text.filter(\.isNumber)) ?? 0
  }

  /// Starts a shell with job control, and `fathom` in it.
  func startInShell(_ arguments: String) throws -> Screen {
    let screen = try Screen(
      "PS1='sh> ' bash --norc --noprofile -i",
      environment: environment()
    )
    try screen.wait("sh> ")
    screen.type("\"$FATHOM\" \(arguments)")
    screen.press("Enter")
    try screen.waitForPrompt()
    return screen
  }

  /// Starts `fathom` on a bare terminal.
  func bytes(_ arguments: [String], _ changes: [String: String?] = [:]) throws -> PseudoTerminal {
    try PseudoTerminal([Self.program] + arguments, environment: environment(changes))
  }
}
