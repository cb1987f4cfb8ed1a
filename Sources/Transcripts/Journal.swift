/// Keeps a transcript while it is made: an input is on the disk before anything acts on it.
///
/// A failure never ends the session. What could not be written is kept and tried again with the next
/// input. After a disk has failed to synchronize it is written to as before, and not trusted again: what
/// was written until then may be lost though later calls succeed.
package struct Journal<Store: Storage>: Sendable {
  /// Where the bytes go.
  package var storage: Store
  /// What the storage lacks of the session, for who writes it elsewhere.
  package var unwritten: [UInt8] { pending }
  /// What is not written yet, in order.
  private var pending: [UInt8] = []
  private var state = State.saving
  /// Whether the last write went through.
  private var wrote = true

  private enum State: Sendable, Hashable { case saving, behind, doubtful }

  /// What has to be told.
  package enum News: Sendable, Hashable {
    case stopped(reason: String)
    /// Written, and not known to be on the disk.
    case unconfirmed(reason: String)
    case caughtUp
    /// The file was taken away or changed; what it had goes on in another.
    case moved(path: String)
    /// At the end the file lacks something.
    case endedBehind
    /// At the end the file may lack something.
    case endedUnconfirmed
  }

  package init(_ storage: Store) { self.storage = storage }

  /// Writes an input and waits until it is on the disk.
  package mutating func record(input lines: [String]) -> News? { write(lines, synchronizing: true) }

  /// Writes what an input has shown; it reaches the disk with the next input at the latest.
  package mutating func record(output lines: [String]) -> News? {
    lines.isEmpty ? nil : write(lines, synchronizing: false)
  }

  /// Brings everything onto the disk at the end, and says if that could not be.
  package mutating func finish() -> News? {
    let news = write([], synchronizing: true)
    guard wrote else { return .endedBehind }
    switch state {
    case .saving: return news
    case .behind: return .endedBehind
    case .doubtful: return .endedUnconfirmed
    }
  }

  /// Whether all is on the disk, as far as it has been told.
  package var isWhole: Bool { wrote && state == .saving }

  private mutating func write(_ lines: [String], synchronizing: Bool) -> News? {
    for line in lines {
      pending += line.utf8
      pending.append(0x0A)
    }
    let wasBehind = !wrote
    var moved: String?
    do throws(StorageFailure) {
      moved = try storage.relocated()
      try drain()
    } catch {
      wrote = false
      defer { if state == .saving { state = .behind } }
      return wasBehind ? nil : .stopped(reason: error.reason)
    }
    wrote = true
    if state == .behind { state = .saving }
    var news: News? = moved.map { .moved(path: $0) } ?? (wasBehind ? .caughtUp : nil)
    if synchronizing {
      do throws(StorageFailure) {
        try storage.synchronize()
      } catch {
        if state != .doubtful { news = .unconfirmed(reason: error.reason) }
        state = .doubtful
      }
    }
    return news
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
}
