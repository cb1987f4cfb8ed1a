import Glibc

/// A file without a name, in which the contents of archives stand one behind the other.
///
/// It is gone with the last process that has it, however that ends.
struct Spool {
  let descriptor: Int32

  /// One that another process has made.
  init(descriptor: Int32) { self.descriptor = descriptor }

  init() throws {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/fathom-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw DiskError(path: folder, code: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(name)
  }

  /// Adds bytes from a place on, which is where they then stand.
  func write(_ bytes: [UInt8], at start: Int) throws {
    var done = 0
    while done < bytes.count {
      let count = Disk.uninterrupted {
        bytes[done...].withUnsafeBytes {
          pwrite(descriptor, $0.baseAddress, $0.count, off_t(start + done))
        }
      }
      guard count > 0 else { throw DiskError(path: "spool", code: errno) }
      done += count
    }
  }

  func bytes(in range: Range<Int>) throws(HandInError) -> [UInt8] {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, initialized in
      count = Disk.uninterrupted {
        pread(descriptor, buffer.baseAddress, range.count, off_t(range.lowerBound))
      }
      initialized = max(0, count)
    }
    guard count == range.count else { throw .unreadable("spool", code: count < 0 ? errno : EIO) }
    return bytes
  }
}
