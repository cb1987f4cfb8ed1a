import Foundation

/// A folder of one test, gone with it.
package struct Folder: ~Copyable {
  package let path: String

  package init() throws {
    path = NSTemporaryDirectory() + "fathom-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func file(_ name: String, _ text: String? = nil) throws -> String {
    let file = "\(path)/\(name)"
    if let text { try text.write(toFile: file, atomically: true, encoding: .utf8) }
    return file
  }
}
