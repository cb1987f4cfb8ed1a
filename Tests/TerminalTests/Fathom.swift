import Foundation
import TerminalSupport

/// The real program with a home of its own, to be played on terminals.
final class Fathom {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  static var program: String {
    ProcessInfo.processInfo.environment["FATHOM_BINARY"]
      ?? root.appending(path: ".build/debug/fathom").path
  }

  /// Where the program keeps what is typed, and looks for `.editrc`.
  let home: String

  init() throws {
    home = NSTemporaryDirectory() + "fathom-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  func path(_ name: String) -> String { "\(home)/\(name)" }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
  }

  /// The transcript of a lesson; empty where there is none.
  func transcript(_ lesson: String) -> String {
    (try? String(contentsOfFile: path("state/fathom/\(lesson).transcript"), encoding: .utf8)) ?? ""
  }

  /// The inputs of a transcript without their prompts.
  func inputs(_ lesson: String) -> [String] {
    transcript(lesson).split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^(?:fathom|answer\[[^\]]*\])> ?(.*)$/).map { String($0.1) }
    }
  }

  func environment(_ changes: [String: String?] = [:]) -> [String: String] {
    let own: [String: String?] = [
      "FATHOM": Self.program, "HOME": home, "XDG_STATE_HOME": path("state"),
      "FATHOM_LESSONS": Self.root.appending(path: "lessons").path,
    ]
    return Programs.environment(own.merging(changes) { $1 })
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
    let text = (try? String(contentsOfFile: path("pid"), encoding: .utf8)) ?? ""
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

  /// What the program prints when neither its input nor its output is a terminal.
  func run(
    _ arguments: [String],
    input: [String] = [],
    _ changes: [String: String?] = [:]
  ) -> (status: Int32, output: String) {
    Programs.run(
      [Self.program] + arguments,
      environment: environment(changes),
      input: Data(input.map { $0 + "\n" }.joined().utf8)
    )
  }
}
