import Glibc
import Transcripts

/// A transcript on the disk, locked while it is open.
struct TranscriptFile: Storage {
  private var descriptor: Int32
  private(set) var path: String
  /// All that stands in it, so that nothing is lost where something else changes it; a device has none.
  private var text: [UInt8] = []
  private let isPlain: Bool

  enum OpenError: Error {
    /// Another session has it.
    case inUse
    case refused(code: Int32)
  }

  /// Opens or makes a file and locks it.
  init(path: String) throws(OpenError) {
    self.path = path
    var opened = try Self.locked(path)
    var status = try Self.status(of: opened)
    // Between opening and locking another session may have put a new file in its place.
    while !Self.isStill(opened, at: path) {
      Glibc.close(opened)
      opened = try Self.locked(path)
      status = try Self.status(of: opened)
    }
    descriptor = opened
    isPlain = status.st_mode & S_IFMT == S_IFREG
    guard isPlain else { return }
    do {
      text = try InputFile.bytes(of: opened, path)
    } catch {
      let code = errno
      Glibc.close(opened)
      throw .refused(code: code)
    }
  }

  private static func locked(_ path: String) throws(OpenError) -> Int32 {
    let opened = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw .refused(code: errno) }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      Glibc.close(opened)
      throw code == EWOULDBLOCK ? .inUse : .refused(code: code)
    }
    return opened
  }

  /// What the system knows of a file: one of which it says nothing is not taken for an empty one.
  private static func status(of descriptor: Int32) throws(OpenError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      Glibc.close(descriptor)
      throw .refused(code: code)
    }
    return status
  }

  /// Whether a session is kept in an ordinary file now.
  static func isLocked(_ path: String) -> Bool {
    let opened = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard opened >= 0 else { return false }
    defer { Glibc.close(opened) }
    return flock(opened, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
    var (mine, there) = (stat(), stat())
    guard fstat(descriptor, &mine) == 0, stat(path, &there) == 0 else { return false }
    return mine.st_ino == there.st_ino && mine.st_dev == there.st_dev
  }

  func close() { Glibc.close(descriptor) }

  /// All bytes; a device has none.
  var contents: [UInt8] { text }

  /// Cuts the file behind its first bytes.
  mutating func truncate(to count: Int) throws {
    guard ftruncate(descriptor, count) == 0 else { throw DiskError(path: path, code: errno) }
    text.removeLast(max(0, text.count - count))
  }

  /// Makes a file beside, if this one was taken away, replaced, cut or written to, with all that stood in it.
  mutating func relocated() throws(StorageFailure) -> String? {
    guard isPlain else { return nil }
    var status = stat()
    guard
      fstat(descriptor, &status) != 0 || status.st_size != text.count
        || !Self.isStill(descriptor, at: path)
    else { return nil }
    var number = 1
    var other: Int32
    repeat {
      other = open("\(path).\(number)", O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
      number += 1
    } while other < 0 && errno == EEXIST
    guard other >= 0 else { throw StorageFailure(String(cString: strerror(errno))) }
    _ = flock(other, LOCK_EX | LOCK_NB)
    // Until all of it stands there, this one is kept: what fails is tried again with the next input.
    var beside = self
    (beside.descriptor, beside.path) = (other, "\(path).\(number - 1)")
    beside.text = []
    do throws(StorageFailure) {
      var rest = text[...]
      while !rest.isEmpty { rest = rest.dropFirst(try beside.write(rest)) }
    } catch {
      Glibc.close(other)
      unlink(beside.path)
      throw error
    }
    Glibc.close(descriptor)
    self = beside
    return path
  }

  mutating func write(_ bytes: ArraySlice<UInt8>) throws(StorageFailure) -> Int {
    let count = Disk.uninterrupted {
      bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
    guard count >= 0 else { throw StorageFailure(String(cString: strerror(errno))) }
    if isPlain { text += bytes.prefix(count) }
    return count
  }

  mutating func synchronize() throws(StorageFailure) {
    guard Disk.uninterrupted({ fdatasync(descriptor) }) == 0 else {
      throw StorageFailure(String(cString: strerror(errno)))
    }
  }
}
