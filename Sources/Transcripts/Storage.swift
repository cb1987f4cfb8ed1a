/// Where a journal's bytes go: the disk, or in tests one that fails.
package protocol Storage: Sendable {
  /// Writes at the end, and says how many bytes it took; that may be fewer.
  mutating func write(_ bytes: ArraySlice<UInt8>) throws(StorageFailure) -> Int
  /// Looks whether all that was written still stands where it was put; where not, puts it elsewhere and says where.
  mutating func relocated() throws(StorageFailure) -> String?
  /// Returns when everything written is on the disk.
  mutating func synchronize() throws(StorageFailure)
}

/// Why bytes were not kept, in the system's words: `No space left on device`.
package struct StorageFailure: Error, Sendable, Hashable {
  package let reason: String

  package init(_ reason: String) { self.reason = reason }
}
