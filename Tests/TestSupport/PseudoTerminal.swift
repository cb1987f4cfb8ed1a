import CPseudoTerminal
import Foundation

/// A bare terminal: the very bytes that a program writes.
package final class PseudoTerminal {
  package let process: Int32
  package let descriptor: Int32
  package private(set) var bytes: [UInt8] = []
  private var isOpen = true
  private var seen = 0

  package init(
    _ arguments: [String],
    environment: [String: String],
    columns: Int = 80,
    rows: Int = 24
  ) throws {
    var descriptor: Int32 = -1
    process = Programs.withStrings(arguments) { arguments in
      Programs.withStrings(environment.map { "\($0)=\($1)" }) { environment in
        pt_spawn(arguments, environment, Int32(columns), Int32(rows), &descriptor)
      }
    }
    self.descriptor = descriptor
    guard process > 0 else { throw NotSeen("no pseudo-terminal", .line(#fileID, #line)) }
  }

  deinit {
    kill(process, SIGKILL)
    hangUp()
    _ = pt_wait(process, 1000)
  }

  /// All that the program wrote so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package func send(_ text: String) { send(Array(text.utf8)) }

  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, min($0.count, 1024)) }
      if count < 0 { return }
      rest = rest.dropFirst(count)
      take()
    }
  }

  /// Waits until the program has written `expected` after what was waited for before.
  package func wait(_ expected: String, file: StaticString = #fileID, line: UInt = #line) throws {
    guard has(expected, within: patience) else {
      throw NotSeen("no '\(expected)' in: \(text.suffix(2000).debugDescription)", .line(file, line))
    }
  }

  /// Whether the program writes `expected` in time.
  package func has(_ expected: String, within seconds: Double) -> Bool {
    let wanted = Array(expected.utf8)
    return eventually(within: seconds) {
      take()
      guard let range = bytes[seen...].firstRange(of: wanted) else { return false }
      seen = range.upperBound
      return true
    }
  }

  /// The wait status of the program when it ends; `last` is typed again and again until it does.
  package func end(
    sending last: String = "",
    file: StaticString = #fileID,
    line: UInt = #line
  ) throws -> Int32 {
    var status: Int32 = -1
    var turn = 0
    let ended = eventually {
      if turn.isMultiple(of: 64) { send(last) }
      turn += 1
      take()
      status = pt_wait(process, 0)
      return status != -1
    }
    take()
    guard ended else { throw NotSeen("still running: \(text)", .line(file, line)) }
    return status
  }

  package func resize(columns: Int, rows: Int) {
    pt_resize(descriptor, Int32(columns), Int32(rows))
  }

  /// Takes the terminal away, as a closed window does.
  package func hangUp() {
    if isOpen { close(descriptor) }
    isOpen = false
  }

  private func take() {
    var block = [UInt8](repeating: 0, count: 65_536)
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while isOpen, poll(&ready, 1, 0) > 0 {
      let count = read(descriptor, &block, block.count)
      guard count > 0 else { return }
      bytes += block[..<count]
    }
  }
}
