import Glibc
import LineEditing
import Pages

/// A talk as it is seen, written while it is given: an asciicast, version 2.
@MainActor
final class Recording {
  private let descriptor: Int32
  private let path: String
  private let clock = Clock()
  private var size: (columns: Int, rows: Int)
  /// Why nothing more is written; the talk goes on.
  private var failed = false

  /// Never writes over a file.
  init(_ path: String, title: String) throws {
    let (columns, rows) = Recording.terminal
    (self.path, size) = (path, (columns, rows))
    descriptor = Disk.uninterrupted { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) }
    guard descriptor >= 0 else { throw DiskError(path: path, code: errno) }
    write(CastLine.header(title: title, columns: columns, rows: rows))
  }

  private static var terminal: (columns: Int, rows: Int) {
    let size = Terminal.profile(of: STDOUT_FILENO).size
    return (size.columns, size.rows)
  }

  /// Takes what the terminal was sent.
  func take(_ text: String) {
    let now = Recording.terminal
    if now != size {
      size = now
      event("r", "\(now.columns)x\(now.rows)")
    }
    // The terminal makes a line end of a newline.
    event("o", text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n"))
  }

  /// Marks a chapter.
  func mark(_ title: String) { event("m", title) }

  private func event(_ kind: String, _ data: String) {
    write(CastLine.event(thousandths: clock.thousandths, kind, data))
  }

  private func write(_ line: String) {
    guard !failed else { return }
    var bytes = Array(line.utf8)[...]
    while !bytes.isEmpty {
      let count = Disk.uninterrupted {
        bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      }
      guard count > 0 else {
        failed = true
        Notice.send(
          "The recording ends here: \(DiskError(path: path, code: errno)) The talk goes on."
        )
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }

  func finish() { close(descriptor) }
}
