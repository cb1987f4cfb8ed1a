import Glibc

/// Lines from a pipe or a plain terminal, without line editing.
struct PipedLines {
  private var pending: [UInt8] = []
  private var start = 0
  private var hasEnded = false

  /// The next line without its end; nil at the end of input.
  mutating func next() throws -> String? {
    while true {
      if let end = pending[start...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return text(pending[start..<end])
      }
      if hasEnded {
        guard start < pending.count else { return nil }
        defer { start = pending.count }
        return text(pending[start...])
      }
      pending.removeFirst(start)
      start = 0
      if let chunk = try more() {
        pending += chunk
      } else {
        hasEnded = true
      }
    }
  }

  /// Whether nothing comes any more; waits until that is known.
  mutating func isAtEnd() throws -> Bool {
    while start == pending.count, !hasEnded {
      if let chunk = try more() {
        pending += chunk
      } else {
        hasEnded = true
      }
    }
    return start == pending.count
  }

  /// The next bytes; nil at the end, and where the input is closed, which is no fault of a session.
  private func more() throws -> [UInt8]? {
    do {
      return try InputFile.chunk(of: STDIN_FILENO, "stdin")
    } catch InputError.unreadable(_, code: EBADF) {
      return nil
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.last == 0x0D ? bytes.dropLast() : bytes, as: UTF8.self)
  }
}
