import Transcripts

/// A storage of which a test says how it fails.
struct FaultyDisk: Storage {
  /// How many bytes it takes before it is full.
  var room = Int.max
  /// At most so many bytes at once.
  var mostAtOnce = Int.max
  var synchronizationFails = false
  private(set) var bytes: [UInt8] = []
  private(set) var synchronized = 0

  mutating func write(_ more: ArraySlice<UInt8>) throws(StorageFailure) -> Int {
    let count = min(more.count, mostAtOnce, room)
    guard count > 0 else { throw StorageFailure("No space left on device") }
    bytes += more.prefix(count)
    room -= count
    return count
  }

  /// Where something else takes the file away.
  var takenTo: String?

  mutating func relocated() throws(StorageFailure) -> String? {
    defer { takenTo = nil }
    return takenTo
  }

  mutating func synchronize() throws(StorageFailure) {
    if synchronizationFails { throw StorageFailure("Input/output error") }
    synchronized = bytes.count
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
