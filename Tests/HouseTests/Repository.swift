import Foundation

/// The repository that the tests were built from.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files below a folder, sorted by path.
  static func swiftFiles(below folder: String) throws -> [URL] {
    let base = root.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: base.path())
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { base.appending(path: $0) }
  }

  static func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

  /// The program under test: the one that the environment names, else the one built with the tests.
  static var binary: URL {
    if let path = ProcessInfo.processInfo.environment["FATHOM_BINARY"] {
      return URL(filePath: path)
    }
    return root.appending(path: ".build/debug/fathom")
  }
}
