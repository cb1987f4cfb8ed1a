import Glibc
import Notebooks

/// Text from the disk and from pipes.
enum InputFile {
  /// The text of a file; bytes that are not UTF-8 become U+FFFD, which the language refuses in
  /// its place.
  static func text(at path: String) throws -> String {
    String(decoding: try bytes(at: path), as: UTF8.self)
  }

  /// - Throws: where a pipe or a device stands in a folder: opening the one would wait for whoever writes to it, the
  ///   other has no end. What a shell hands over as `<(…)`, and standard input by its name, are read.
  static func bytes(at path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENXIO
        ? InputError.special(path: path) : InputError.unreadable(path: path, code: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    let isHandedOver = handedOver.contains { path.hasPrefix($0) }
    if !isHandedOver, fstat(descriptor, &status) == 0,
      ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    {
      throw InputError.special(path: path)
    }
    _ = fcntl(descriptor, F_SETFL, 0)
    return try bytes(of: descriptor, path)
  }

  /// Where the system shows what a process has open already.
  private static let handedOver = ["/dev/fd/", "/dev/stdin", "/proc/self/fd/"]

  /// More than any file of ours has: a device without an end is no file.
  private static let mostBytes = 300 << 20

  /// More statements than anybody types; what they are kept as takes a hundred times as much.
  private static let mostOfStatements = 16 << 20

  /// The text of a file of statements.
  static func statements(at path: String) throws -> String {
    let bytes = try bytes(at: path)
    guard bytes.count <= mostOfStatements else {
      throw InputError.tooMuch(path: path, megabytes: mostOfStatements >> 20)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Everything from where a descriptor stands to the end.
  static func bytes(of descriptor: Int32, _ path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let chunk = try chunk(of: descriptor, path) {
      bytes += chunk
      guard bytes.count <= mostBytes else { throw InputError.endless(path: path) }
    }
    return bytes
  }

  /// Calls the body with each piece of a pipe that makes whole statements, as soon as it is there.
  ///
  /// However long the pipe, no more of it is held than what makes no whole statement yet, and that is bounded.
  static func forEachStatement(
    of descriptor: Int32,
    _ body: (_ text: String, _ firstLine: Int) throws -> Void
  ) throws {
    var pending: [UInt8] = []
    var line = 1
    while let chunk = try chunk(of: descriptor, "stdin") {
      pending += chunk
      guard pending.count <= mostOfStatements else {
        throw InputError.tooMuch(path: "stdin", megabytes: mostOfStatements >> 20)
      }
      guard let end = chunk.lastIndex(of: 0x0A) else { continue }
      let cut = pending.count - (chunk.count - 1 - end)
      let text = String(decoding: pending[..<cut], as: UTF8.self)
      guard Parser.isComplete(text) else { continue }
      try body(text, line)
      line += pending[..<cut].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
      pending = Array(pending[cut...])
    }
    if !pending.isEmpty { try body(String(decoding: pending, as: UTF8.self), line) }
  }

  static func chunk(of descriptor: Int32, _ path: String) throws -> [UInt8]? {
    let size = 1 << 16
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      count = Disk.uninterrupted { read(descriptor, buffer.baseAddress, size) }
      initialized = max(0, count)
    }
    guard count >= 0 else { throw InputError.unreadable(path: path, code: errno) }
    return count == 0 ? nil : bytes
  }
}
