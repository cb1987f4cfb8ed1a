#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension HistoryFile {
  /// Replaces the file by its newest lines: a complete file beside it takes its name.
  ///
  /// Failing costs nothing but room, so it fails silently.
  func trim() {
    guard let real = realpath(path, nil) else { return }
    defer { free(real) }
    let target = String(cString: real)
    let descriptor = open(target, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, let all = try? contents(of: descriptor) else {
      return
    }
    let kept = all.split(separator: UInt8(ascii: "\n")).suffix(limit)
    let draft = "\(target).\(getpid())"
    let new = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard new >= 0 else { return }
    defer { close(new) }
    let bytes = kept.reduce(into: [UInt8]()) { $0 += $1 + [UInt8(ascii: "\n")] }
    let isComplete = (try? writeAll(bytes, to: new)) != nil && fsync(new) == 0
    if !isComplete || rename(draft, target) != 0 { unlink(draft) }
  }
}
