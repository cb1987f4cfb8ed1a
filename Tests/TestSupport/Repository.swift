import Foundation

/// The repository that the tests were built from.
package enum Repository {
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  package static func url(_ path: String) -> URL { root.appending(path: path) }

  package static func path(_ path: String) -> String { url(path).path }

  package static func text(_ path: String) throws -> String {
    try String(contentsOf: url(path), encoding: .utf8)
  }

  /// The Swift files below a folder, as paths from the root, sorted.
  package static func swiftFiles(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path(folder))
      .filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
  }

  /// The program under test: the one that the environment names, else the one built with the tests.
  package static let program =
    ProcessInfo.processInfo.environment["FATHOM_BINARY"] ?? path(".build/debug/fathom")
}
