import CArchive
import Glibc
import Grading

/// Takes the transcripts out of an archive, whatever it is, within bounds.
///
/// Nothing is written but the spool, and no name of the archive is ever one on the disk.
struct Unpacker {
  static let mostMembers = 100_000
  static let mostBytes = 1 << 30
  /// Of processor time, for one archive.
  static let seconds = 60
  /// Of memory, which a compression's dictionary may ask for.
  static let megabytes = 1024

  private static let deepest = 2
  private static let longestName = 1000

  private let spool: Spool
  private let tell: (Unpacked) throws -> Void
  private var names: Set<String> = []
  private var members = 0
  private var bytes = 0

  /// What is the end of all of it.
  private struct Full: Error { let fault: ArchiveFault }

  init(spool: Spool, tell: @escaping (Unpacked) throws -> Void) {
    (self.spool, self.tell) = (spool, tell)
  }

  /// Unpacks a file behind what the spool holds already.
  mutating func unpack(_ path: String, from start: Int) throws {
    guard farc_is_there() else { return try refuse(path, .noLibrary) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      return try refuse(path, .broken, String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    guard let archive = farc_open(descriptor) else { return try refuse(path, .broken, "memory") }
    defer { farc_close(archive) }
    do {
      try walk(archive, path, depth: 1, from: start)
    } catch let full as Full {
      try refuse(path, full.fault)
    }
  }

  private mutating func walk(
    _ archive: OpaquePointer,
    _ place: String,
    depth: Int,
    from start: Int
  )
    throws
  {
    var member = farc_member()
    var isEmpty = true
    while true {
      let step = farc_next(archive, &member)
      if step == FARC_BROKEN {
        return try refuse(place, .broken, String(cString: farc_message(archive)))
      }
      if step == FARC_END { break }
      members += 1
      guard members <= Self.mostMembers else { throw Full(fault: .members) }
      let name = member.name.map { String(cString: $0) } ?? "?"
      if try take(member, name, of: archive, place, depth, from: start) { isEmpty = false }
    }
    if isEmpty { try refuse(place, .holdsNone) }
  }

  /// Takes a member, and says whether there is anything to tell of the archive for it.
  private mutating func take(
    _ member: farc_member,
    _ written: String,
    of archive: OpaquePointer,
    _ place: String,
    _ depth: Int,
    from start: Int
  ) throws -> Bool {
    guard member.kind != FARC_FOLDER else { return false }
    let name = written.replacing("\\", with: "/")
    let parts = name.split(separator: "/").filter { $0 != "." }
    // As in folders: what systems put there for themselves.
    guard let file = parts.last, !parts.contains("__MACOSX"), !file.hasPrefix(".") || file == ".."
    else { return false }
    let path = unused("\(place)/\(parts.joined(separator: "/").prefix(Self.longestName))")
    let isTwice = path.isTwice
    func refused(_ fault: ArchiveFault, _ detail: String = "") throws -> Bool {
      try refuse(path.name, fault, detail)
      return true
    }
    guard name.utf8.count <= Self.longestName else { return try refused(.long) }
    guard !name.hasPrefix("/"), !parts.contains(".."), parts.first?.hasSuffix(":") != true else {
      return try refused(.outside)
    }
    guard !isTwice else { return try refused(.twice) }
    if let fault = Self.special(member.kind) { return try refused(fault) }
    guard !member.is_encrypted else { return try refused(.encrypted) }
    let isArchive = ArchiveName.isOne(String(file))
    guard !isArchive || depth < Self.deepest else { return try refused(.deep) }
    let content: [UInt8]?
    do {
      content = try contents(archive, wanted: isArchive || file.contains(".transcript"))
    } catch let broken as Broken {
      return try refused(broken.fault, String(cString: farc_message(archive)))
    }
    guard let content else {
      try tell(Unpacked(path: path.name, outcome: .aside))
      return false
    }
    guard !isArchive else {
      try look(into: content, path.name, depth, from: start)
      return true
    }
    guard bytes + content.count <= Self.mostBytes else { throw Full(fault: .bytes) }
    let place = start + bytes
    try spool.write(content, at: place)
    bytes += content.count
    try tell(Unpacked(path: path.name, outcome: .file(place..<place + content.count)))
    return true
  }

  /// An archive that somebody handed in.
  private mutating func look(
    into content: [UInt8],
    _ path: String,
    _ depth: Int,
    from start: Int
  )
    throws
  {
    try content.withUnsafeBytes { content in
      guard let inner = farc_open_bytes(content.baseAddress, content.count) else {
        return try refuse(path, .broken, "memory")
      }
      defer { farc_close(inner) }
      try walk(inner, path, depth: depth + 1, from: start)
    }
  }

  /// A member whose contents do not come.
  private struct Broken: Error { let fault: ArchiveFault }

  /// What a member holds; nil where it is neither wanted nor begins as a transcript.
  private func contents(_ archive: OpaquePointer, wanted: Bool) throws -> [UInt8]? {
    let size = 1 << 16
    var content: [UInt8] = []
    while true {
      var count = 0
      content += [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
        count = Int(farc_read(archive, buffer.baseAddress, size))
        initialized = max(0, count)
      }
      guard count >= 0 else { throw Broken(fault: .broken) }
      guard wanted || HandInFolder.isTranscript(content) else { return nil }
      guard content.count <= HandInFile.mostBytes else { throw Broken(fault: .large) }
      if count == 0 { return content }
    }
  }

  private static func special(_ kind: farc_kind) -> ArchiveFault? {
    switch kind {
    case FARC_LINK: .link
    case FARC_PIPE: .pipe
    case FARC_SOCKET: .socket
    case FARC_DEVICE: .device
    default: nil
    }
  }

  /// A name that nothing has had yet, and whether that is another one.
  private mutating func unused(_ path: String) -> (name: String, isTwice: Bool) {
    var (name, number) = (path, 1)
    while !names.insert(name).inserted {
      number += 1
      name = "\(path) (\(number))"
    }
    return (name, number > 1)
  }

  private func refuse(_ path: String, _ fault: ArchiveFault, _ detail: String = "") throws {
    try tell(Unpacked(path: path, outcome: .refused(fault, detail)))
  }
}
