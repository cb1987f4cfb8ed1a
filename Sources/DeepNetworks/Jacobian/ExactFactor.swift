/// A matrix of which no entry was rounded to fit beside the others.
struct ExactFactor: Equatable {
  let rows: Int
  let columns: Int
  /// Row-major.
  let entries: [Extended]
  /// Whether the entries are known to be what was meant, however many bits they have.
  private let isMeant: Bool

  init(rows: Int, columns: Int, entries: [Extended], isMeant: Bool = false) {
    (self.rows, self.columns, self.entries) = (rows, columns, entries)
    self.isMeant = isMeant
  }

  init(_ matrix: Matrix) {
    let (rows, columns) = (matrix.rows, matrix.columns)
    self.init(
      rows: rows,
      columns: columns,
      entries: (0..<rows * columns).map { matrix[$0 / columns, $0 % columns] }
    )
  }

  init(column: Vector) {
    self.init(rows: column.count, columns: 1, entries: column.elements)
  }

  init(row: Vector) {
    self.init(rows: 1, columns: row.count, entries: row.elements)
  }

  init(diagonal: [Extended]) {
    let n = diagonal.count
    self.init(
      rows: n,
      columns: n,
      entries: (0..<n * n).map { $0 / n == $0 % n ? diagonal[$0 / n] : .zero }
    )
  }

  var transposed: ExactFactor {
    ExactFactor(
      rows: columns,
      columns: rows,
      entries: (0..<rows * columns).map { entries[$0 % rows * columns + $0 / rows] },
      isMeant: isMeant
    )
  }

  var isFinite: Bool { entries.allSatisfy(\.isFinite) }

  /// Whether all bits of some entry are in use, as where it was rounded: 53, or 106 with a low part.
  var isRounded: Bool { !isMeant && entries.contains(where: ExactFactor.isRounded) }

  private static func isRounded(_ entry: Extended) -> Bool {
    entry.bitWidth > (entry.lo == 0 ? 50 : 100)
  }

  /// The same with rounded entries changed by 2^-53 of themselves, up or down at random; where they
  /// have a low part by 2^-100, to which roots, logarithms and exponentials are right.
  func shaken(seed: UInt64, layer: Int) -> ExactFactor {
    guard !isMeant else { return self }
    let source = Random.Source(seed: seed, layer: UInt32(clamping: layer), kind: .order)
    let signs = source.uniforms(entries.count)
    return ExactFactor(
      rows: rows,
      columns: columns,
      entries: entries.indices.map { index in
        let entry = entries[index]
        guard ExactFactor.isRounded(entry) else { return entry }
        let unit = entry.lo == 0 ? 0x1p-53 : 0x1p-100
        let change = entry.hi * (signs[index] > 0.5 ? unit : -unit)
        return Extended(hi: entry.hi, lo: entry.lo + change, exponent: entry.exponent)
      }
    )
  }
}

extension ExactFactor {
  /// The same with entries that were rounded to 106 bits changed by less than that, equal ones alike;
  /// nil where there is none.
  ///
  /// A zero that these entries make may be one of their rounding.
  var blurred: ExactFactor? {
    func isOpen(_ entry: Extended) -> Bool { entry.lo != 0 && ExactFactor.isRounded(entry) }
    guard !isMeant, entries.contains(where: isOpen) else { return nil }
    let changed = entries.map { entry in
      guard isOpen(entry) else { return entry }
      let bits = entry.hi.significandBitPattern ^ entry.lo.significandBitPattern << 12
      let mixed = (bits | 1) &* 0x9e37_79b9_7f4a_7c15
      // In ±[½, 1) of 2^-106, by the entry's own bits.
      let size = Double(mixed >> 12 | 1 << 52) * 0x1p-53
      let change = entry.hi * 0x1p-106 * (mixed & 0x400 == 0 ? size : -size)
      return Extended(hi: entry.hi, lo: entry.lo + change, exponent: entry.exponent)
    }
    return ExactFactor(rows: rows, columns: columns, entries: changed)
  }
}

extension ExactFactor {
  /// The same product, the factors of decimals that need more than 53 bits as two: rows times powers
  /// of ten that make them whole, and what levels these powers; and the power of ten that is left.
  ///
  /// What was written as 0.1 is 1/10, and no bit of it is rounded.
  static func inWholeNumbers(_ factors: [ExactFactor]) -> (factors: [ExactFactor], tens: Int) {
    var tens = 0
    let scaled = factors.flatMap { factor in
      guard let (whole, power) = factor.inWholeNumbers else { return [factor] }
      tens += power
      return whole
    }
    return (scaled, tens)
  }

  /// Factors of 10^power times the matrix; nil where no low part is in the way, or a whole number has
  /// over 106 bits.
  private var inWholeNumbers: ([ExactFactor], Int)? {
    guard entries.contains(where: { $0.lo != 0 }) else { return nil }
    var whole: [Extended] = []
    var powers: [Int] = []
    for row in 0..<rows {
      guard
        let (numbers, power) = ExactFactor.inWholeNumbers(
          entries[row * columns..<(row + 1) * columns]
        )
      else { return nil }
      whole += numbers
      powers.append(power)
    }
    let rows = ExactFactor(rows: rows, columns: columns, entries: whole, isMeant: true)
    // 10^-powers[i] = 10^-greatest · 10^(greatest − powers[i])
    let greatest = powers.max() ?? 0
    guard powers.contains(where: { $0 != greatest }) else { return ([rows], greatest) }
    // 5^45 still has less than 106 bits.
    guard powers.allSatisfy({ greatest - $0 <= 45 }) else { return nil }
    let levels = powers.map { Extended(10).power(integer: greatest - $0) }
    let diagonal = ExactFactor(diagonal: levels)
    return (
      [
        rows,
        ExactFactor(
          rows: diagonal.rows,
          columns: diagonal.columns,
          entries: diagonal.entries,
          isMeant: true
        ),
      ], greatest
    )
  }

  /// Numbers times 10^power, all whole; nil where one is no decimal or gets over 106 bits.
  private static func inWholeNumbers(_ row: ArraySlice<Extended>) -> ([Extended], Int)? {
    var parts: [WrittenDecimal] = []
    for entry in row {
      guard let part = WrittenDecimal(entry) else { return nil }
      parts.append(part)
    }
    let least = parts.filter { $0.whole != 0 }.map(\.power).min() ?? 0
    var whole: [Extended] = []
    for part in parts {
      var size = part.whole
      for _ in 0..<(size == 0 ? 0 : part.power - least) {
        guard size < 1 << 102 else { return nil }
        size *= 10
      }
      let value = Extended(size.doubleDouble, exponent: 0)
      whole.append(part.isNegative ? -value : value)
    }
    return (whole, -least)
  }
}

extension Jacobian {
  /// All factors, the one applied first at first; nil where they have more entries than asked for.
  ///
  /// An outer product stays in two, diag(g′) W too, and with a skip I + α diag(g′) W is [I, α diag(g′)]
  /// [I; W]: multiplied out they would be rounded, and a rank that is certain would be lost.
  func exactFactors(
    most: Int,
    checkpoint: (Double) throws -> Void
  ) throws -> [ExactFactor]? {
    var list: [ExactFactor] = []
    var count = 0
    for layer in 1...depth {
      let added = try exactFactors(layer, most: most - count) { _ in try checkpoint(0) }
      guard let added else { return nil }
      for factor in added {
        guard factor.isFinite else { throw NetworkError.notFinite(layer: layer) }
        count += factor.entries.count
      }
      guard count <= most else { return nil }
      list += added
      if layer % 64 == 0 { try checkpoint(0) }
    }
    return list
  }
}

extension ExactFactor {
  /// A matrix as one factor or, if it is an outer product, as two.
  static func list(_ matrix: Matrix) -> [ExactFactor] {
    guard case .outer(let column, let row) = matrix else { return [ExactFactor(matrix)] }
    return [ExactFactor(row: row), ExactFactor(column: column)]
  }

  /// [I; W] and [I, α diag(slopes)], for a square W.
  static func skip(_ weights: Matrix, slopes: Vector, scale: Extended) -> [ExactFactor] {
    let n = weights.rows
    let lower = ExactFactor(weights).entries
    let right = slopes.elements.map { $0 * scale }
    return [
      ExactFactor(
        rows: 2 * n,
        columns: n,
        entries: (0..<n * n).map { $0 / n == $0 % n ? .one : .zero } + lower
      ),
      ExactFactor(
        rows: n,
        columns: 2 * n,
        entries: (0..<2 * n * n).map { index in
          let (i, j) = (index / (2 * n), index % (2 * n))
          return j == i ? .one : j == n + i ? right[i] : .zero
        }
      ),
    ]
  }
}
