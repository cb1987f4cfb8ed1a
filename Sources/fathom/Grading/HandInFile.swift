import Glibc

/// A file that somebody handed in: nothing that it is may keep the others from being marked.
enum HandInFile {
  /// More than any transcript has.
  static let mostBytes = 16 << 20

  /// The bytes of an ordinary file that nobody is writing.
  static func bytes(at path: String) throws(HandInError) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .unreadable(path, code: errno) }
    // Opening a pipe or a device can wait for ever, or do something.
    if let kind = special(status) { throw .special(path, kind) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw .unreadable(path, code: errno) }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path, code: errno) }
    if let kind = special(status) { throw .special(path, kind) }
    guard status.st_size <= mostBytes else { throw .tooLarge(path, bytes: Int(status.st_size)) }
    var bytes: [UInt8] = []
    do {
      while let chunk = try InputFile.chunk(of: descriptor, path) {
        bytes += chunk
        if bytes.count > mostBytes { throw HandInError.growing(path) }
      }
    } catch let error as HandInError {
      throw error
    } catch {
      throw .unreadable(path, code: errno)
    }
    var after = stat()
    guard fstat(descriptor, &after) == 0, after.st_size == bytes.count,
      after.st_size == status.st_size, after.st_mtim.tv_sec == status.st_mtim.tv_sec,
      after.st_mtim.tv_nsec == status.st_mtim.tv_nsec
    else { throw .growing(path) }
    return bytes
  }

  /// What something is that is no ordinary file; nil where it is one.
  static func special(_ status: stat) -> HandInError.Kind? {
    switch status.st_mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: .folder
    case S_IFIFO: .pipe
    case S_IFSOCK: .socket
    case S_IFLNK: .link
    default: .device
    }
  }
}
