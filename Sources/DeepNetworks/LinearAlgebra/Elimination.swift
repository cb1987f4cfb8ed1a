/// Gauss and Jordan's elimination in double-double with exponents, pivots by rows.
///
/// *Source*: Higham 2002, sections 14.4 (the method) and 7.2 (errors entry by entry).
struct Elimination {
  private let n: Int
  /// The matrix M and, where it stands at first, the identity.
  private let matrix: [[Extended]]

  init(_ dense: DenseMatrix) {
    n = dense.rows
    matrix = (0..<dense.rows).map { dense.row($0).elements }
  }

  /// M⁻¹, right to 15 digits in each entry.
  ///
  /// *Throws*: `.singular`, what `checkpoint` throws.
  func inverse(_ checkpoint: () throws -> Void) throws -> DenseMatrix {
    guard matrix.joined().allSatisfy({ $0.isFinite }) else {
      throw NetworkError.singular(isProven: false)
    }
    let solved = try reduced(checkpoint)
    return DenseMatrix(unchecked: n, n, Vector(try proven(solved, checkpoint).flatMap { $0 }))
  }

  private func reduced(_ checkpoint: () throws -> Void) throws -> [[Extended]] {
    // The largest exponent of each row: a pivot counts by its size in its own row.
    let sizes = matrix.map { row in row.filter { !$0.isZero }.map(\.exponent).max() ?? 0 }
    var order = Array(0..<n)
    var left = matrix
    var right = (0..<n).map { i in (0..<n).map { $0 == i ? Extended.one : .zero } }
    for k in 0..<n {
      try checkpoint()
      func weight(_ i: Int) -> Extended { left[i][k].abs().shifted(Int64(-sizes[order[i]])) }
      guard let best = (k..<n).max(by: { weight($0) < weight($1) }) else { break }
      let size = weight(best)
      guard !size.isZero else { throw NetworkError.singular(isProven: k == 0) }
      guard size.exponent > -98 else { throw NetworkError.singular(isProven: false) }
      left.swapAt(k, best)
      right.swapAt(k, best)
      order.swapAt(k, best)
      let pivot = left[k][k]
      left[k] = left[k].map { $0 / pivot }
      right[k] = right[k].map { $0 / pivot }
      for i in 0..<n where i != k && !left[i][k].isZero {
        let factor = left[i][k]
        for j in k..<n { left[i][j] = left[i][j] - factor * left[k][j] }
        for j in 0..<n where !right[k][j].isZero {
          right[i][j] = right[i][j] - factor * right[k][j]
        }
      }
    }
    return right
  }

  /// The entries, those that are zero but for rounding as 0.
  ///
  /// ```
  /// |error of X| ≤ about n 2^-100 |X| |M| |X|, entry by entry
  /// ```
  private func proven(
    _ x: [[Extended]],
    _ checkpoint: () throws -> Void
  ) throws -> [[Extended]] {
    let sizes = x.map { $0.map { $0.abs() } }
    let bounds = try product(
      try product(sizes, matrix.map { $0.map { $0.abs() } }, checkpoint),
      sizes,
      checkpoint
    )
    let top = sizes.joined().max { $0 < $1 } ?? .zero
    return try (0..<n).map { i in
      try (0..<n).map { j in
        let bound = bounds[i][j].shifted(-100) * Extended(n)
        if bound <= sizes[i][j].shifted(-51) { return x[i][j] }
        guard sizes[i][j] <= bound, bound <= top.shifted(-60) else {
          throw NetworkError.singular(isProven: false)
        }
        return .zero
      }
    }
  }

  private func product(
    _ a: [[Extended]],
    _ b: [[Extended]],
    _ checkpoint: () throws -> Void
  ) throws -> [[Extended]] {
    try a.map { row in
      try checkpoint()
      var sums = [Extended](repeating: .zero, count: n)
      for (k, value) in row.enumerated() where !value.isZero {
        for j in 0..<n where !b[k][j].isZero { sums[j] = sums[j] + value * b[k][j] }
      }
      return sums
    }
  }
}
