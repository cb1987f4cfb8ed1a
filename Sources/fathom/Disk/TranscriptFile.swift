import Glibc
import Transcripts

/// A transcript on the disk, locked while it is open.
struct TranscriptFile: Storage {
  private let descriptor: Int32
  let path: String

  enum OpenError: Error {
    /// Another session has it.
    case inUse
    case refused(code: Int32)
  }

  /// Opens or makes a file and locks it.
  init(path: String) throws(OpenError) {
    self.path = path
    var opened = try Self.locked(path)
    // Between opening and locking another session may have put a new file in its place.
    while !Self.isStill(opened, at: path) {
      Glibc.close(opened)
      opened = try Self.locked(path)
    }
    descriptor = opened
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
  func contents() throws -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
    lseek(descriptor, 0, SEEK_SET)
    return try InputFile.bytes(of: descriptor, path)
  }

  /// Cuts the file behind its first bytes.
  func truncate(to count: Int) throws {
    guard ftruncate(descriptor, count) == 0 else { throw DiskError(path: path, code: errno) }
  }

  mutating func write(_ bytes: ArraySlice<UInt8>) throws(StorageFailure) -> Int {
    let count = Disk.uninterrupted {
      bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
    guard count >= 0 else { throw StorageFailure(String(cString: strerror(errno))) }
    return count
  }

  mutating func synchronize() throws(StorageFailure) {
    guard Disk.uninterrupted({ fdatasync(descriptor) }) == 0 else {
      throw StorageFailure(String(cString: strerror(errno)))
    }
  }
}
