extension [Double] {
  /// From the least to the greatest of the finite numbers.
  var finiteRange: ClosedRange<Double>? {
    let finite = filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return nil }
    return least...greatest
  }

  /// Of finite numbers the one nearest to `x`.
  func nearestIndex(to x: Double) -> Int? {
    indices.filter { self[$0].isFinite }.min { abs(self[$0] - x) < abs(self[$1] - x) }
  }
}
