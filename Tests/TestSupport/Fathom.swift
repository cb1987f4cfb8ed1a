import Foundation

/// The real program with a home of its own: on a terminal, or with files for its streams.
package final class Fathom {
  /// What a run without a terminal gave.
  package struct Result {
    package let status: Int32
    package let output: String
    package let errors: String
  }

  package static let program = Repository.program

  /// Where all that it writes is; a blank and a letter beyond ASCII are in its name.
  package let home: String
  private let lessons: String

  package init(lessons: String = Repository.path("lessons")) throws {
    home = NSTemporaryDirectory() + "fathom ŷ " + UUID().uuidString
    self.lessons = lessons
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  package func path(_ name: String) -> String { "\(home)/\(name)" }

  package func read(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @discardableResult
  package func write(_ text: String, _ name: String) throws -> String {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    return path(name)
  }

  package func environment(_ changes: [String: String?] = [:]) -> [String: String] {
    let own: [String: String?] = [
      "FATHOM": Self.program, "HOME": home, "XDG_STATE_HOME": path("state"),
      "FATHOM_LESSONS": lessons,
    ]
    return Programs.environment(own.merging(changes) { $1 })
  }
}
