#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The history that lasts: one entry per line, oldest first, readable by its owner alone.
///
/// Several sessions may share it. Each appends whole lines; who loads a file that has grown to
/// twice its limit replaces it by a trimmed one. A lock keeps an append from going to a file that
/// is just being replaced.
struct HistoryFile {
  let path: String
  let limit: Int

  /// The newest entries, oldest first.
  ///
  /// None if there is no file yet, or what stands there is no plain file. Lines that are no entries are skipped.
  func load() throws(HistoryError) -> [String] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENXIO { return [] }
      throw .unreadable(path: path, code: errno)
    }
    defer { close(descriptor) }
    let kind = Self.kind(of: descriptor)
    if kind == S_IFDIR { throw .unreadable(path: path, code: EISDIR) }
    guard kind == S_IFREG else { return [] }
    let lines = try contents(of: descriptor).split(separator: UInt8(ascii: "\n"))
    let entries = lines.suffix(limit).compactMap {
      HistoryLine.decoded(String(decoding: $0, as: UTF8.self))
    }
    if lines.count > 2 * limit { trim() }
    return entries
  }

  /// Adds an entry in one write, so that no other session's lines are torn; nothing where there is no plain file.
  func append(_ entry: String) throws(HistoryError) {
    guard let descriptor = try openLocked() else { return }
    defer { close(descriptor) }
    let line = Array((HistoryLine.encoded(entry) + "\n").utf8)
    let isTorn = lastByte(of: descriptor).map { $0 != UInt8(ascii: "\n") } ?? false
    try writeAll(isTorn ? [UInt8(ascii: "\n")] + line : line, to: descriptor)
  }

  /// Opens for appending the file that is now at `path`, even if another session just replaced it; nil
  /// where it is no plain file, as `/dev/null` of who wants no history.
  private func openLocked() throws(HistoryError) -> Int32? {
    for _ in 0..<10 {
      let flags = O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK | O_CLOEXEC
      let descriptor = open(path, flags, 0o600)
      guard descriptor >= 0 else {
        if errno == ENXIO { return nil }
        throw .unwritable(path: path, code: errno)
      }
      guard Self.kind(of: descriptor) == S_IFREG else {
        close(descriptor)
        return nil
      }
      // without a lock (some network disks have none) an append is still whole
      _ = flock(descriptor, LOCK_SH)
      var held = stat()
      var current = stat()
      if fstat(descriptor, &held) == 0, stat(path, &current) == 0, held.st_ino == current.st_ino {
        // What a link leads to is somebody else's.
        if held.st_mode & 0o077 != 0, !isLink { fchmod(descriptor, 0o600) }
        return descriptor
      }
      close(descriptor)
    }
    throw .unwritable(path: path, code: EAGAIN)
  }

  private static func kind(of descriptor: Int32) -> mode_t {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  private var isLink: Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private func lastByte(of descriptor: Int32) -> UInt8? {
    let size = lseek(descriptor, 0, SEEK_END)
    var byte: UInt8 = 0
    return size > 0 && pread(descriptor, &byte, 1, size - 1) == 1 ? byte : nil
  }
}
