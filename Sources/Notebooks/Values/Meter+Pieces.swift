import DeepNetworks

// Pieces of a statement that run ahead of their turn, each with a copy of the meter.
extension Meter {
  /// What a piece took: operations, and bytes beyond those that were held when it began.
  struct Piece: Sendable {
    var operations: Double
    /// Held when it ended.
    var bytes: Double
    /// Held at the same time at most.
    var peak: Double
    /// What of the operations others would have left to it, had they come first.
    var shared = 0.0
    /// Passes that are to be counted in its turn.
    var passes: [SharedPass] = []
  }

  /// Counts what a piece took that ran ahead, as if it ran now; nil where it would not run through
  /// from here, as it did from an earlier place.
  mutating func take(_ piece: Piece) -> Piece? {
    var piece = piece
    if !piece.passes.isEmpty {
      let before = self
      guard
        let sum = shared?.spend(piece.passes, where: { before.affords(piece, and: $0) })
      else { return nil }
      piece.operations += sum
      piece.shared += sum
    } else if !affords(piece, and: 0) {
      return nil
    }
    peak = max(peak, bytes + piece.peak)
    operations += piece.operations
    bytes += piece.bytes
    return piece
  }

  private func affords(_ piece: Piece, and shared: Double) -> Bool {
    var after = self
    do throws(Problem) {
      try after.spend(operations: piece.operations + shared, bytes: piece.peak)
      return true
    } catch {
      return false
    }
  }

  /// What is left to be spent, and how many pieces like this find room at the same time.
  var freeOperations: Double { limits.operations - operations }
  var freeBytes: Double { min(limits.bytes, Self.mostHeld - held) - bytes }
}
