import Glibc

/// Tells the notes of a talk to whoever listens, which may be nobody; it never waits for them.
@MainActor
final class NotesServer {
  private let descriptor: Int32
  private let path: String
  private var listeners: [Int32] = []
  private var last = ""

  /// Listens in the person's folder, in place of a socket that a crash has left there.
  init() throws(NotesSocket.Problem) {
    guard let path = NotesSocket.path else { throw .noPlace }
    if let other = try NotesSocket.connection(path) {
      close(other)
      throw .taken
    }
    unlink(path)
    let descriptor = try NotesSocket.open()
    // Nobody else may listen.
    let mask = umask(0o077)
    let bound = try NotesSocket.withAddress(path) { bind(descriptor, $0, $1) }
    umask(mask)
    guard bound == 0, listen(descriptor, 4) == 0 else {
      let code = errno
      close(descriptor)
      throw .refused(code: code)
    }
    (self.descriptor, self.path) = (descriptor, path)
  }

  /// Shows a page to all.
  func show(_ page: NotesPage) {
    let frame = page.frame
    greet(page)
    guard frame != last else { return }
    last = frame
    listeners.removeAll { !send(frame, to: $0) }
  }

  /// Shows a page to who has come since.
  func greet(_ page: NotesPage) {
    while true {
      let listener = accept(descriptor, nil, nil)
      guard listener >= 0 else { return }
      // One that doesn't read must not hold the talk up, and no program that is started has it.
      _ = fcntl(listener, F_SETFL, O_NONBLOCK)
      _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
      if send(page.frame, to: listener) { listeners.append(listener) }
    }
  }

  /// Whether a listener has taken it; one that doesn't read is let go.
  private func send(_ frame: String, to listener: Int32) -> Bool {
    let bytes = Array(frame.utf8)
    let sent = bytes.withUnsafeBytes {
      Glibc.send(listener, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    if sent == bytes.count { return true }
    close(listener)
    return false
  }

  func finish() {
    for listener in listeners { close(listener) }
    close(descriptor)
    unlink(path)
  }
}
