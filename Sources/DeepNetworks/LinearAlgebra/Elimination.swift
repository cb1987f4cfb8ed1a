/// Gauss and Jordan's elimination in double-double with exponents, pivots by rows; what its residual
/// leaves in doubt is worked out anew in fractions.
///
/// *Source*: Higham 2002, sections 14.4 (the method) and 7.2 (errors entry by entry).
struct Elimination {
  private let n: Int
  private let dense: DenseMatrix
  /// The matrix M and, where it stands at first, the identity.
  private let matrix: [[Extended]]

  init(_ dense: DenseMatrix) {
    n = dense.rows
    self.dense = dense
    matrix = (0..<dense.rows).map { dense.row($0).elements }
  }

  /// How many bits an entry in fractions may take: the numbers on the way have n times as many.
  ///
  /// Some 0.1 s at most; with entries far apart, where double-double often leaves a doubt, some 1 s,
  /// which `cost` has.
  private static func mostBits(_ dense: DenseMatrix) -> Int {
    let n = Double(dense.rows)
    let usual = 60_000 / (dense.rows * dense.rows)
    guard isGraded(dense) else { return usual }
    return max(usual, Int(64 / n * (mostOperations / (6 * n * n * n)).squareRoot()))
  }

  private static let mostOperations = 1.5e9

  /// Whether entries lie more than 2^100 apart.
  private static func isGraded(_ dense: DenseMatrix) -> Bool {
    dense.keepsLow && dense.entries.leastExponent < -100
  }

  /// 1400 n³ operations in double-double, and 6 n³ products of limbs for each pair of them in fractions.
  static func cost(_ dense: DenseMatrix) -> Cost {
    let n = Double(dense.rows)
    var operations = 1400 * n * n * n
    if isGraded(dense) {
      // What lies between the entries, and the digits of a decimal at either end.
      let bits = min(200 - dense.entries.leastExponent, mostBits(dense))
      let limbs = n * Double(bits) / 64
      operations += 6 * n * n * n * limbs * limbs
    }
    return Cost(operations: operations, bytes: 200 * n * n)
  }

  /// M⁻¹, right to 15 digits in each entry.
  ///
  /// *Throws*: `.singular`, what `checkpoint` throws.
  func inverse(_ checkpoint: () throws -> Void) throws -> DenseMatrix {
    guard matrix.joined().allSatisfy({ $0.isFinite }) else {
      throw NetworkError.singular(isProven: false)
    }
    if let solved = try reduced(checkpoint), try isCertain(solved, checkpoint) {
      return DenseMatrix(unchecked: n, n, Vector(solved.flatMap { $0 }))
    }
    guard let exact = ExactMatrix(dense, mostBits: Elimination.mostBits(dense)) else {
      throw NetworkError.singular(isProven: false)
    }
    guard let entries = try exact.inverse(checkpoint) else {
      throw NetworkError.singular(isProven: true)
    }
    return DenseMatrix(unchecked: n, n, Vector(entries))
  }

  /// M⁻¹ but for rounding; nil where a pivot is hardly more than that.
  private func reduced(_ checkpoint: () throws -> Void) throws -> [[Extended]]? {
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
      guard !size.isZero, size.exponent > -98 else { return nil }
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

  /// Whether each entry of X is M⁻¹'s but for 2^-51 of itself.
  ///
  /// ```
  /// R = I − M X,  |M⁻¹ − X| ≤ |X| (|R| + |R|² + …) ≤ 2 |X| |R|  where no row of |R| sums to more than ½
  /// ```
  private func isCertain(_ x: [[Extended]], _ checkpoint: () throws -> Void) throws -> Bool {
    let found = try product(matrix, x, checkpoint)
    let sizes = x.map { $0.map { $0.abs() } }
    // What the product itself may have rounded off.
    let rounding = try product(matrix.map { $0.map { $0.abs() } }, sizes, checkpoint)
    let residual = (0..<n).map { i in
      (0..<n).map { j in
        (found[i][j] - (i == j ? .one : .zero)).abs() + rounding[i][j].shifted(-96)
      }
    }
    guard residual.allSatisfy({ $0.reduce(.zero, +) <= Extended(0.5) }) else { return false }
    let bounds = try product(sizes, residual, checkpoint)
    return zip(bounds, sizes).allSatisfy { bound, size in
      zip(bound, size).allSatisfy { $0.shifted(1) <= $1.shifted(-51) }
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
