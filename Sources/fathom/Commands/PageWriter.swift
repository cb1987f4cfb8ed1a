import ArgumentParser
import Pages

/// Puts pages on the disk: all of them or, where one is in the way, none.
struct PageWriter {
  let overwrites: Bool

  func write(_ text: String, to path: String) throws {
    try check(path)
    try Disk.replace(path, with: text)
  }

  func write(_ files: [Site.File], in folder: String) throws {
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let paths = files.map { "\(folder)/\($0.name)" }
    switch Disk.occupant(of: folder) {
    case .file: throw Self.misuse(.needsFolder(folder))
    case .special where !Disk.isFolder(folder): throw Self.misuse(.needsFolder(folder))
    case .nothing, .special: break
    }
    for path in paths { try check(path) }
    try Disk.makeFolder(folder, mode: 0o755)
    for (file, path) in zip(files, paths) { try Disk.replace(path, with: file.text) }
  }

  private func check(_ path: String) throws {
    switch Disk.occupant(of: path) {
    case .nothing: break
    case .special: throw Self.misuse(.isNoFile(path))
    case .file: guard overwrites else { throw Self.misuse(.isThere(path)) }
    }
  }

  /// A name that cannot be written to is a matter of usage, as in `release`.
  private static func misuse(_ error: ExportError) -> ValidationError {
    ValidationError(error.description)
  }

  /// The last part of a folder's path, for the name of its site.
  static func name(ofFolder path: String) -> String {
    path.split(separator: "/").last { $0 != "." && $0 != ".." }.map(String.init) ?? "course"
  }
}
