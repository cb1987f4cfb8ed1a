import Glibc

/// The files that were handed in: those that are named, and in folders those that are transcripts.
struct HandInFolder {
  /// Paths to be marked, in the order of their bytes, none twice.
  private(set) var files: [String] = []
  /// What stands in a folder and is no file, with why it is not read.
  private(set) var refused: [(path: String, why: HandInError)] = []
  /// Other files in the folders.
  private(set) var leftAside: [String] = []

  private static let deepest = 32

  init(_ paths: [String]) {
    for path in paths {
      if Disk.isFolder(path) {
        walk(path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path, depth: 0)
      } else {
        files.append(path)
      }
    }
    var seen: Set<String> = []
    files = files.filter { seen.insert($0).inserted }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func walk(_ folder: String, depth: Int) {
    guard depth < Self.deepest else { return }
    for name in Disk.names(in: folder) where name != "__MACOSX" {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      switch HandInFile.special(status) {
      case .folder: walk(path, depth: depth + 1)
      case let kind?: refused.append((path, .special(path, kind)))
      case nil:
        if name.contains(".transcript") || Self.begins(path) {
          files.append(path)
        } else {
          leftAside.append(path)
        }
      }
    }
  }

  /// Whether a file of another name begins as a transcript does.
  private static func begins(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let title = Array("# fathom transcript".utf8)
    let head = (try? InputFile.chunk(of: descriptor, path)) ?? []
    return head.starts(with: title) || head.dropFirst(3).starts(with: title)
  }
}
