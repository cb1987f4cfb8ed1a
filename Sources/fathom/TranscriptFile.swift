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
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .refused(code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      Glibc.close(descriptor)
      throw code == EWOULDBLOCK ? .inUse : .refused(code: code)
    }
  }

  /// All bytes.
  func contents() throws -> [UInt8] {
    lseek(descriptor, 0, SEEK_SET)
    return try InputFile.bytes(of: descriptor, path)
  }

  /// Cuts the file behind its first bytes.
  func truncate(to count: Int) throws {
    guard ftruncate(descriptor, count) == 0 else { throw DiskError(path: path, code: errno) }
  }

  mutating func write(_ bytes: ArraySlice<UInt8>) throws(StorageFailure) -> Int {
    while true {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      if errno != EINTR { throw StorageFailure(String(cString: strerror(errno))) }
    }
  }

  mutating func synchronize() throws(StorageFailure) {
    while fdatasync(descriptor) != 0 {
      if errno != EINTR { throw StorageFailure(String(cString: strerror(errno))) }
    }
  }
}
