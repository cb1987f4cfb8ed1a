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

  /// M⁻¹, right to 15 digits in each entry, or with as many digits, ten at least, as are known.
  ///
  /// *Throws*: `.singular`, what `checkpoint` throws.
  func inverse(_ checkpoint: () throws -> Void) throws -> DenseMatrix {
    guard matrix.joined().allSatisfy({ $0.isFinite }) else {
      throw NetworkError.singular(isProven: false)
    }
    let solved = try reduced(checkpoint)
    let bounds = try solved.flatMap { try self.bounds(of: $0, checkpoint) }
    if let solved, let bounds, let known = Elimination.digits(of: solved, within: bounds, bits: 51)
    {
      return DenseMatrix(unchecked: n, n, Vector(known))
    }
    let most = Elimination.mostBits(dense)
    if let exact = ExactMatrix(dense, mostBits: most) {
      guard let entries = try exact.inverse(checkpoint) else {
        throw NetworkError.singular(isProven: true)
      }
      return DenseMatrix(unchecked: n, n, Vector(entries))
    }
    if let exact = ExactMatrix(dense, mostBits: most, roundedToo: true),
      let entries = try exact.inverse(checkpoint)
    {
      // The inverse of the bits; what was meant differs by their rounding.
      let rows = (0..<n).map { Array(entries[$0 * n..<($0 + 1) * n]) }
      let rounded = matrix.map { row in
        row.map { $0.isMeant ? .zero : $0.abs().shifted(-100) }
      }
      if let bounds = try changes(of: rows, by: rounded, checkpoint),
        let known = Elimination.digits(of: rows, within: bounds, bits: 33)
      {
        return DenseMatrix(unchecked: n, n, Vector(known))
      }
    } else if let solved, let bounds,
      let known = Elimination.digits(of: solved, within: bounds, bits: 33)
    {
      return DenseMatrix(unchecked: n, n, Vector(known))
    }
    throw NetworkError.singular(isProven: false)
  }

  /// Entries without the digits that the bounds leave open; nil where one is not known to 2^-bits of
  /// itself.
  private static func digits(
    of entries: [[Extended]],
    within bounds: [[Extended]],
    bits: Int64
  ) -> [Extended]? {
    let pairs = zip(entries.joined(), bounds.joined())
    guard pairs.allSatisfy({ $1 <= $0.abs().shifted(-bits) }) else { return nil }
    return pairs.map { entry, bound in
      // 2^-51 is below half a unit of the 15th digit.
      bound <= entry.abs().shifted(-51) ? entry : entry.rounded(to: (bound / entry.abs()).double)
    }
  }

  /// By how much the entries of X = M⁻¹ may change where those of M change by up to D.
  ///
  /// ```
  /// |(M + D)⁻¹ − X| ≤ |X| (E + E² + …) ≤ 2 |X| E,  E = D |X|  where no row of E sums to more than ½
  /// ```
  private func changes(
    of x: [[Extended]],
    by change: [[Extended]],
    _ checkpoint: () throws -> Void
  ) throws -> [[Extended]]? {
    let sizes = x.map { $0.map { $0.abs() } }
    return try bounds(sizes, residual: try product(change, sizes, checkpoint), checkpoint)
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

  /// By how much each entry of X may differ from M⁻¹'s; nil where that is not known.
  ///
  /// ```
  /// R = I − M X,  |M⁻¹ − X| ≤ |X| (|R| + |R|² + …) ≤ 2 |X| |R|  where no row of |R| sums to more than ½
  /// ```
  private func bounds(
    of x: [[Extended]],
    _ checkpoint: () throws -> Void
  ) throws -> [[Extended]]? {
    let found = try product(matrix, x, checkpoint)
    let sizes = x.map { $0.map { $0.abs() } }
    // What the product itself may have rounded off, and the entries before.
    let rounding = try product(matrix.map { $0.map { $0.abs() } }, sizes, checkpoint)
    let residual = (0..<n).map { i in
      (0..<n).map { j in
        (found[i][j] - (i == j ? .one : .zero)).abs() + rounding[i][j].shifted(-96)
      }
    }
    return try bounds(sizes, residual: residual, checkpoint)
  }

  /// 2 |X| |R|; nil where a row of |R| sums to more than ½.
  private func bounds(
    _ sizes: [[Extended]],
    residual: [[Extended]],
    _ checkpoint: () throws -> Void
  ) throws -> [[Extended]]? {
    guard residual.allSatisfy({ $0.reduce(.zero, +) <= Extended(0.5) }) else { return nil }
    return try product(sizes, residual, checkpoint).map { $0.map { $0.shifted(1) } }
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

extension Extended {
  /// Whether the number is a double or a decimal of at most 28 digits, and not the rounding of another.
  fileprivate var isMeant: Bool { bitWidth <= 100 || WrittenDecimal(self) != nil }
}
