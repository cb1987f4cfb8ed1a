// Pieces of a statement that run ahead of their turn, each with a copy of the meter.
extension Meter {
  /// What a piece took: operations, and bytes beyond those that were held when it began.
  struct Piece: Sendable {
    var operations: Double
    /// Held when it ended.
    var bytes: Double
    /// Held at the same time at most.
    var peak: Double
  }

  /// Whether a piece would run through from here, as it did from an earlier place.
  func affords(_ piece: Piece) -> Bool {
    var after = self
    do throws(Problem) {
      try after.spend(operations: piece.operations, bytes: piece.peak)
      return true
    } catch {
      return false
    }
  }

  /// Counts what a piece took that ran elsewhere.
  mutating func add(_ piece: Piece) {
    peak = max(peak, bytes + piece.peak)
    operations += piece.operations
    bytes += piece.bytes
  }

  /// What is left to be spent, and how many pieces like this find room at the same time.
  var freeOperations: Double { limits.operations - operations }
  var freeBytes: Double { min(limits.bytes, Self.mostHeld - held) - bytes }
}
