import CKernels

/// M[L] … M[1] V = Q S, taken up factor by factor from the right: Q orthonormal, S graded.
///
/// ```
/// M[l] Q[l−1] = Q[l] R[l],  S[l] = R[l] S[l−1]
/// ```
/// No product is formed in which a small singular value could drown: its error relative to itself
/// is about L · 2^-52 times the factors' condition numbers. Rows and columns of zeros (dead units)
/// are left out, so that a rank is exact. *Source*: Golub, Sølna and Van Dooren 2000; Stewart 1997.
struct ProductSweep {
  private enum Basis {
    case identity
    case reflectors(Orthogonalisation)
    /// rows × columns, row-major.
    case columns([Double])
  }

  /// What scaled identities and normalisations have multiplied.
  private var factor = Extended.one
  private var basis = Basis.identity
  /// The columns of the next factor that meet a row that is not zero; nil for all.
  private var alive: [Int]?
  /// The rows of the last factor.
  private var height = 0
  private(set) var s: GradedRows
  /// Takes the plain factorisation always, and adds up ln |R's diagonal|.
  private let tracksDiagonal: Bool
  private(set) var diagonal: [Extended]
  private var isZero = false
  /// Whether any factor had zeros outside rows and columns of zeros, or rows of very different size.
  private(set) var isUneven = false
  /// The fewest rows of a factor that are not zero: no rank is larger.
  private(set) var rankBound = Int.max
  /// Whether any factor has low parts, which a sweep does not see.
  private(set) var isCut = false
  /// Shares the rows of what is large enough.
  let team: Team
  /// Whether any factor left of some direction no more than 2^-40 of what it left of another.
  private(set) var isNearlySingular = false

  /// Begins with V = I.
  init(columns: Int, tracksDiagonal: Bool = false, on team: Team = Team(size: 1)) {
    self.team = team
    s = GradedRows(identity: columns)
    self.tracksDiagonal = tracksDiagonal
    diagonal = Array(repeating: .one, count: tracksDiagonal ? columns : 0)
  }

  /// Begins with orthonormal columns V, rows × count, row-major.
  init(basis v: [Double], count: Int) {
    team = Team(size: 1)
    s = GradedRows(identity: count)
    basis = .columns(v)
    tracksDiagonal = false
    diagonal = []
  }

  /// Takes up the next factor on the left; checkpoints lie at most 0.1 s apart.
  mutating func multiply(
    _ matrix: Matrix,
    checkpoint: () throws -> Void
  ) rethrows {
    guard !isZero else { return }
    if case .scaledIdentity(let scale, _) = matrix {
      factor = factor * scale
      diagonal = diagonal.map { $0 * scale.abs() }
      isZero = scale.isZero
      return
    }
    let dense = matrix.dense
    isCut = isCut || !dense.entries.lo.isEmpty
    factor = factor * Extended(hi: 1, lo: 0, exponent: dense.exponent)
    diagonal = diagonal.map { $0.shifted(Int64(dense.exponent)) }
    let kept = tracksDiagonal ? Array(0..<dense.rows) : dense.rowsNotZero()
    guard !kept.isEmpty else {
      isZero = true
      return
    }
    rankBound = min(rankBound, kept.count)
    let width = alive?.count ?? dense.columns
    var product = dense.part(rows: kept, columns: alive)
    isUneven =
      isUneven || !ProductSweep.isEven(product, rows: kept.count, columns: width)
      || (!tracksDiagonal && product.contains(0))
    try turn(&product, rows: kept.count, width: width, checkpoint)
    alive = kept.count == dense.rows ? nil : kept
    height = dense.rows
    try factorise(product, rows: kept.count, checkpoint)
    isZero = s.rows == 0
  }

  /// product ← product Q.
  private func turn(
    _ product: inout [Double],
    rows: Int,
    width: Int,
    _ checkpoint: () throws -> Void
  ) rethrows {
    switch basis {
    case .identity:
      return
    case .reflectors(let previous):
      try previous.turn(&product, count: rows, on: team, checkpoint: checkpoint)
      product = Columns.leading(s.rows, of: product, rows: rows, columns: width)
    case .columns(let q):
      var result = [Double](repeating: 0, count: rows * s.rows)
      fk_gemm(rows, s.rows, width, product, width, q, s.rows, &result, s.rows)
      product = result
      try checkpoint()
    }
  }

  private mutating func factorise(
    _ product: [Double],
    rows: Int,
    _ checkpoint: () throws -> Void
  ) rethrows {
    let columns = s.rows
    var product = product
    if !tracksDiagonal, let order = s.sizeOrder() {
      // S's large rows first: R's upper triangle adds the small ones to them, never the reverse.
      s.reorder(order)
      product = Columns.reordered(product, order, rows: rows)
    }
    if tracksDiagonal || ProductSweep.isEven(product, rows: rows, columns: columns) {
      let plain = try Orthogonalisation(
        product,
        rows: rows,
        columns: columns,
        checkpoint: checkpoint
      )
      let (least, most) = plain.diagonalRange
      if least <= 0x1p-40 * most { isNearlySingular = true }
      if tracksDiagonal || least > 1e-6 * most {
        for i in diagonal.indices {
          diagonal[i] =
            i < plain.rank ? diagonal[i] * Extended(plain.r[i * columns + i].magnitude) : .zero
        }
        basis = .reflectors(plain)
        try s.multiply(by: plain.r, count: plain.rank, on: team, checkpoint: checkpoint)
        return
      }
    }
    let pivoted = try PivotedOrthogonalisation(
      product,
      rows: rows,
      columns: columns,
      weights: s.exponents,
      checkpoint: checkpoint
    )
    basis = .columns(pivoted.basis)
    try s.multiply(
      by: pivoted.r,
      count: pivoted.rank,
      order: pivoted.order,
      shifts: pivoted.exponents,
      on: team,
      checkpoint: checkpoint
    )
  }

  /// Whether the rows differ in size by less than 2^14, and squares are far from underflow.
  private static func isEven(_ values: [Double], rows: Int, columns: Int) -> Bool {
    var (least, most) = (Double.infinity, 0.0)
    values.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for i in 0..<rows {
        let size = fk_maxabs(base + i * columns, columns)
        least = min(least, size)
        most = max(most, size)
      }
    }
    return least > most * 0x1p-14 && most > 0x1p-100
  }

  /// Takes up the inverse of a square factor on the left: M X = Q is solved for the columns X.
  mutating func divide(by matrix: Matrix, checkpoint: () throws -> Void) rethrows {
    if case .scaledIdentity(let scale, _) = matrix {
      factor = factor / scale
      isZero = isZero || scale.isZero
      return
    }
    guard !isZero, let q = orthonormalColumns() else { return }
    let dense = matrix.dense
    isCut = isCut || !dense.entries.lo.isEmpty
    factor = factor * Extended(hi: 1, lo: 0, exponent: -dense.exponent)
    let n = dense.rows
    let plain = try Orthogonalisation(
      dense.values,
      rows: n,
      columns: n,
      checkpoint: checkpoint
    )
    guard plain.diagonalRange.0 > 0 else {
      isZero = true
      return
    }
    // M = Q R: R X = Qᵀ Q[l−1], with the transposed columns as rows.
    var rows = [Double](repeating: 0, count: q.values.count)
    fk_transpose(n, q.count, q.values, q.count, &rows, n)
    try plain.turn(&rows, count: q.count, checkpoint: checkpoint)
    var x = [Double](repeating: 0, count: rows.count)
    fk_transpose(q.count, n, rows, n, &x, q.count)
    plain.solveUpper(&x, count: q.count)
    let size = fk_maxabs(x, x.count)
    if size > 0 {
      let power = Int(size.exponent)
      for i in x.indices { x[i] = x[i].scaled(-power) }
      factor = factor * Extended(hi: 1, lo: 0, exponent: power)
    }
    alive = nil
    height = n
    try factorise(x, rows: n, checkpoint)
  }

  /// The orthonormal columns Q as they stand, with the rows that were left out, and how many.
  func orthonormalColumns() -> (values: [Double], count: Int)? {
    let values: [Double]
    switch basis {
    case .identity: return nil
    case .columns(let columns): values = columns
    case .reflectors(let plain): values = plain.basis()
    }
    guard let alive else { return (values, s.rows) }
    var full = [Double](repeating: 0, count: height * s.rows)
    for (index, row) in alive.enumerated() {
      for j in 0..<s.rows { full[row * s.rows + j] = values[index * s.rows + j] }
    }
    return (full, s.rows)
  }

  /// The singular values that are not zero, and perhaps some that are; largest first.
  func singularValues(_ checkpoint: () throws -> Void) rethrows -> [Extended] {
    guard !isZero else { return [] }
    let size = factor.abs()
    return try s.singularValues(checkpoint).map { $0 * size }
  }
}

extension DenseMatrix {
  fileprivate func rowsNotZero() -> [Int] {
    (0..<rows).filter { i in values[i * columns..<(i + 1) * columns].contains { $0 != 0 } }
  }

  /// The entries of some rows and columns.
  fileprivate func part(rows kept: [Int], columns alive: [Int]?) -> [Double] {
    guard kept.count < rows || alive != nil else { return values }
    var result: [Double] = []
    for i in kept {
      if let alive {
        for j in alive { result.append(values[i * columns + j]) }
      } else {
        result += values[i * columns..<(i + 1) * columns]
      }
    }
    return result
  }
}
