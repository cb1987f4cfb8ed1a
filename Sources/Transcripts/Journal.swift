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
  /// Whether the last write did not go through.
  private var isBehind = false
  /// Whether the disk has ever failed to confirm what was written.
  private var isDoubtful = false
  /// Whether that was told.
  private var hasToldDoubt = false
  /// Where the session goes on, until that is told.
  private var movedTo: String?

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
    if isBehind { return .endedBehind }
    if case .moved = news { return news }
    return isDoubtful ? .endedUnconfirmed : news
  }

  /// Whether all is on the disk, as far as it has been told.
  package var isWhole: Bool { !isBehind && !isDoubtful }

  private mutating func write(_ lines: [String], synchronizing: Bool) -> News? {
    for line in lines {
      pending += line.utf8
      pending.append(0x0A)
    }
    let wasBehind = isBehind
    do throws(StorageFailure) {
      movedTo = try storage.relocated() ?? movedTo
      try drain()
    } catch {
      isBehind = true
      return wasBehind ? nil : .stopped(reason: error.reason)
    }
    isBehind = false
    let doubt = synchronizing ? doubt() : nil
    if let path = movedTo {
      movedTo = nil
      return .moved(path: path)
    }
    if let doubt, !hasToldDoubt {
      hasToldDoubt = true
      return .unconfirmed(reason: doubt)
    }
    return wasBehind ? .caughtUp : nil
  }

  /// Why the disk does not confirm what was written; nil where it does.
  private mutating func doubt() -> String? {
    do throws(StorageFailure) {
      try storage.synchronize()
      return nil
    } catch {
      isDoubtful = true
      return error.reason
    }
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
