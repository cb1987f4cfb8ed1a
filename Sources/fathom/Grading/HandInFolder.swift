import Glibc
import Grading

/// The files that were handed in: those that are named, and in folders and archives those that are transcripts.
struct HandInFolder {
  /// What is to be marked, in the order of the paths' bytes, none twice.
  private(set) var files: [HandedIn] = []
  /// Where the contents of archives stand; nil where none was met.
  private(set) var spool: Spool?
  /// What stands in a folder or an archive and is not read, with why.
  private(set) var refused: [(path: String, why: HandInError)] = []
  /// Other files in the folders.
  private(set) var leftAside: [String] = []

  private static let deepest = 32

  init(_ paths: [String]) throws {
    for path in paths {
      if Disk.isFolder(path) {
        try walk(path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path, depth: 0)
      } else if Self.isArchive(path) {
        try unpack(path)
      } else {
        files.append(HandedIn(path: path))
      }
    }
    // The same archive may have been named twice.
    var told: Set<String> = []
    refused = refused.filter { told.insert($0.path).inserted }
    var seen: Set<String> = []
    files = files.filter { seen.insert($0.path).inserted }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func walk(_ folder: String, depth: Int) throws {
    guard depth < Self.deepest else { return }
    for name in Disk.names(in: folder) where name != "__MACOSX" {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      switch HandInFile.special(status) {
      case .folder: try walk(path, depth: depth + 1)
      case let kind?: refused.append((path, .special(path, kind)))
      case nil:
        if ArchiveName.isOne(name) {
          try unpack(path)
        } else if name.contains(".transcript") || Self.isTranscript(Self.head(of: path)) {
          files.append(HandedIn(path: path))
        } else {
          leftAside.append(path)
        }
      }
    }
  }

  /// An archive is a folder of what is in it.
  private mutating func unpack(_ path: String) throws {
    let spool = try self.spool ?? Spool()
    self.spool = spool
    for member in try Unpacking.members(of: path, into: spool) {
      switch member.outcome {
      case .file(let range): files.append(HandedIn(path: member.path, spooled: range))
      case .aside: leftAside.append(member.path)
      case .refused(let fault, let detail):
        refused.append((member.path, .archived(member.path, fault, detail)))
      }
    }
  }

  /// Whether something that was named is an archive, by its name or by how it begins.
  private static func isArchive(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, HandInFile.special(status) == nil else { return false }
    let marks: [[UInt8]] = [
      Array("PK\u{3}\u{4}".utf8), Array("PK\u{5}\u{6}".utf8), Array("7z".utf8) + [0xBC, 0xAF],
      [0x1F, 0x8B], Array("BZh".utf8), [0xFD] + Array("7zXZ".utf8), [0x28, 0xB5, 0x2F, 0xFD],
    ]
    if ArchiveName.isOne(path) { return true }
    let head = head(of: path)
    return marks.contains { head.starts(with: $0) }
      || head.dropFirst(257).starts(with: Array("ustar".utf8))
  }

  /// Whether contents begin as a transcript does.
  static func isTranscript(_ content: [UInt8]) -> Bool {
    let title = Array("# fathom transcript".utf8)
    return content.starts(with: title) || content.dropFirst(3).starts(with: title)
  }

  private static func head(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return (try? InputFile.chunk(of: descriptor, path)) ?? []
  }
}
