/// The singular values of a product whose entries are kept to as many bits as it takes.
///
/// With m limbs the product of all factors, entry by entry, and its elimination P J Q = L D U are
/// right to about 2^-64m of the largest number on the way; L and U are far from singular, so that
/// one-sided Jacobi on the rows of D U, in double arithmetic, gives each singular value to some
/// 1e-15 of itself. m doubles until two of them agree.
///
/// *Source*: Demmel, Gu, Eisenstat, Slapničar, Veselić and Drmač 1999.
struct WideProduct {
  private let factors: [ExactFactor]
  let rank: Int
  /// The factors with rounded entries blurred, where that makes the rank larger; and that rank.
  private let blurred: (factors: [ExactFactor], rank: Int)?
  /// Multiplications of a number by an entry that one product takes.
  private let terms: Double

  /// Two results agree within this, of themselves.
  private static let agreement = 1e-12

  /// Of factors, the one applied first at first.
  init(_ factors: [ExactFactor], checkpoint: () throws -> Void) rethrows {
    // The narrower end gives fewer columns.
    let isWide = (factors.first?.columns ?? 0) > (factors.last?.rows ?? 0)
    self.factors = isWide ? factors.reversed().map(\.transposed) : factors
    rank = try ModularRank.rank(of: self.factors, checkpoint: checkpoint)
    blurred = try ModularRank.blurred(self.factors, above: rank, checkpoint: checkpoint)
    let columns = Double(self.factors.first?.columns ?? 0)
    terms = self.factors.reduce(0) { $0 + Double($1.entries.count) * columns }
  }

  /// The `rank` singular values that are not 0, largest first, and the limbs that they took; nil where
  /// more than `budget` products of limbs would be needed.
  func singularValues(
    budget: Double,
    checkpoint: () throws -> Void
  ) rethrows -> (values: [Extended], limbs: Int)? {
    guard rank > 0 else { return ([], 1) }
    var last: [Extended]?
    var limbs = 4
    var spent = 0.0
    while true {
      spent += cost(limbs)
      guard spent <= budget else { return nil }
      let found = try singularValues(
        of: factors,
        rank,
        limbs: limbs,
        isPrecise: isTiny,
        checkpoint
      )
      if let found, let last, Self.agree(found, last) { return (found, limbs) }
      last = found
      limbs *= 2
    }
  }

  /// By how much of itself each value changes where rounded entries change by their rounding.
  func changes(
    of values: [Extended],
    limbs: Int,
    checkpoint: () throws -> Void
  ) rethrows -> [Double] {
    var changes = [Double](repeating: 0, count: values.count)
    guard factors.contains(where: \.isRounded) else { return changes }
    // Few entries may happen to change together, and then hide what they do alone.
    for seed in 1...(rank < 8 ? 8 : 2) as ClosedRange<UInt64> {
      let shaken = factors.enumerated().map { $1.shaken(seed: seed, layer: $0) }
      let found = try singularValues(
        of: shaken,
        rank,
        limbs: limbs,
        isPrecise: isTiny,
        checkpoint
      )
      guard let found else { return changes.map { _ in .infinity } }
      for i in values.indices {
        changes[i] = max(changes[i], ((found[i] - values[i]).abs() / values[i]).double)
      }
    }
    return changes
  }

  /// About how large the values are that are 0 only if the rounding of the entries has not made them
  /// so; infinite where even that does not show.
  func openValues(limbs: Int, checkpoint: () throws -> Void) rethrows -> [Extended] {
    guard let blurred else { return [] }
    let found = try singularValues(
      of: blurred.factors,
      blurred.rank,
      limbs: 2 * limbs,
      isPrecise: false,
      checkpoint
    )
    return found.map { Array($0.dropFirst(rank)) }
      ?? Array(repeating: .infinity, count: blurred.rank - rank)
  }

  /// The values to 28 digits, for a product of up to 16 rows and columns; nil for a larger one.
  func preciseValues(limbs: Int, checkpoint: () throws -> Void) rethrows -> [Extended]? {
    guard size <= 16, rank > 0 else { return nil }
    return try singularValues(of: factors, rank, limbs: limbs, isPrecise: true, checkpoint)
  }

  /// Rows or columns of the product, whichever are more.
  private var size: Int { max(factors.first?.columns ?? 0, factors.last?.rows ?? 0) }

  /// Whether precise values take no longer than others.
  private var isTiny: Bool { size <= 4 }

  private func cost(_ limbs: Int) -> Double {
    let size = Double(limbs)
    let elimination = Double(rank * rank) * Double(factors.first?.columns ?? 0)
    return terms * (2 * size + 16) + elimination * (2 * size * size + 32)
  }

  private func singularValues(
    of factors: [ExactFactor],
    _ rank: Int,
    limbs: Int,
    isPrecise: Bool,
    _ checkpoint: () throws -> Void
  ) rethrows -> [Extended]? {
    guard let first = factors.first else { return [] }
    var product = WideMatrix(first, limbs: limbs)
    var work = 0
    for factor in factors.dropFirst() {
      product = product.multiplied(by: WideMatrix(factor))
      work += factor.entries.count * product.columns * (limbs + 8)
      if work > 1 << 22 {
        try checkpoint()
        work = 0
      }
    }
    guard let parts = product.eliminated(rank: rank) else { return nil }
    if isPrecise { return PreciseRows(parts, rows: product.rows).singularValues() }
    let lower = parts.lower.map(\.double)
    let triangle = Orthogonalisation(lower, rows: product.rows, columns: rank) {}
    let upper = parts.upper.map(\.double)
    var rows = GradedRows(upper, columns: product.columns, scales: parts.pivots)
    rows.multiply(by: triangle.r, count: rank) {}
    return rows.singularValues(areIndependent: true) {}
  }

  private static func agree(_ a: [Extended], _ b: [Extended]) -> Bool {
    zip(a, b).allSatisfy { ($0 - $1).abs() <= $1.abs() * Extended(agreement) }
  }
}
