/// Keeps a transcript while it is made: an input is on the disk before anything acts on it.
///
/// A failure never ends the session. What could not be written is kept and tried again with the next
/// input; a disk that fails to synchronize is not trusted again.
package struct Journal<Store: Storage>: Sendable {
  /// Where the bytes go.
  package var storage: Store
  /// What the storage lacks of the session, for who writes it elsewhere.
  package var unwritten: [UInt8] { pending }
  /// What is not written yet, in order.
  private var pending: [UInt8] = []
  private var state = State.saving

  private enum State: Sendable, Hashable { case saving, behind, lost }

  /// What has to be told.
  package enum News: Sendable, Hashable {
    case stopped(reason: String)
    case caughtUp
  }

  package init(_ storage: Store) { self.storage = storage }

  /// Writes an input and waits until it is on the disk.
  package mutating func record(input lines: [String]) -> News? { write(lines, synchronizing: true) }

  /// Writes what an input has shown; it reaches the disk with the next input at the latest.
  package mutating func record(output lines: [String]) -> News? {
    lines.isEmpty ? nil : write(lines, synchronizing: false)
  }

  /// Brings everything onto the disk at the end.
  package mutating func finish() -> News? { write([], synchronizing: true) }

  private mutating func write(_ lines: [String], synchronizing: Bool) -> News? {
    for line in lines {
      pending += line.utf8
      pending.append(0x0A)
    }
    guard state != .lost else { return nil }
    do throws(StorageFailure) {
      try drain()
    } catch {
      return stop(.behind, error)
    }
    if synchronizing {
      do throws(StorageFailure) {
        try storage.synchronize()
      } catch {
        return stop(.lost, error)
      }
    }
    defer { state = .saving }
    return state == .behind ? .caughtUp : nil
  }

  private mutating func drain() throws(StorageFailure) {
    var written = 0
    defer { pending.removeFirst(written) }
    while written < pending.count {
      let count = try storage.write(pending[written...])
      guard count > 0 else { throw StorageFailure("nothing was written") }
      written += count
    }
  }

  /// The same failure is told once.
  private mutating func stop(_ next: State, _ failure: StorageFailure) -> News? {
    defer { state = next }
    return state == next ? nil : .stopped(reason: failure.reason)
  }
}
