import BigInt

/// A matrix of fractions that share a denominator, no entry rounded.
///
/// ```
/// entry (i, j) = entries[i · columns + j] · 2^twos · 10^tens
/// ```
package struct ExactMatrix {
  package let rows: Int
  package let columns: Int
  private(set) var entries: [BigInt]
  private(set) var twos = 0
  private(set) var tens = 0

  /// Entries of 53 bits as they stand, those of more as the decimals that they were written as; nil
  /// where one is no decimal, or the entries take more than so many bits.
  ///
  /// With `roundedToo` those that are no decimals count with the bits that they have.
  init?(
    rows: Int,
    columns: Int,
    _ values: [Extended],
    mostBits: Int,
    roundedToo: Bool = false
  ) {
    (self.rows, self.columns) = (rows, columns)
    let parts = values.map { ExactMatrix.parts(of: $0, most: roundedToo ? 400 : 100) }
    let known = parts.compactMap { $0 }
    guard known.count == parts.count else { return nil }
    let standing = known.filter { !$0.whole.isZero }
    twos = standing.map(\.two).min() ?? 0
    tens = standing.map(\.ten).min() ?? 0
    let (low, lowTen) = (twos, tens)
    let widest = standing.map { $0.two - low + 4 * ($0.ten - lowTen) + 106 }.max() ?? 0
    guard widest <= mostBits else { return nil }
    entries = known.map { part in
      part.whole.isZero
        ? 0 : (part.whole << (part.two - low)) * BigInt(10).power(part.ten - lowTen)
    }
  }

  init?(_ dense: DenseMatrix, mostBits: Int, roundedToo: Bool = false) {
    self.init(
      rows: dense.rows,
      columns: dense.columns,
      dense.entries.elements,
      mostBits: mostBits,
      roundedToo: roundedToo
    )
  }

  /// A number as whole · 2^two · 10^ten; nil for one of more than `most` bits that is no decimal.
  private static func parts(
    of value: Extended,
    most: Int
  ) -> (whole: BigInt, two: Int, ten: Int)? {
    guard value.isFinite else { return nil }
    guard !value.isZero else { return (0, 0, 0) }
    if value.bitWidth > 53, let decimal = WrittenDecimal(value) {
      let size = BigInt(
        BigUInt(words: [UInt(truncatingIfNeeded: decimal.whole), UInt(decimal.whole >> 64)])
      )
      return (decimal.isNegative ? -size : size, 0, decimal.power)
    }
    guard value.bitWidth <= most else { return nil }
    // hi and lo in units of the last bit.
    let low = value.bitWidth - 1
    let (hi, lo) = (value.hi.scaled(low), value.lo.scaled(low))
    return (BigInt(hi) + BigInt(lo), value.exponent - low, 0)
  }

  /// The most bits of an entry.
  var bitWidth: Int { entries.reduce(0) { max($0, $1.magnitude.bitWidth) } }

  /// A number in the units of the entries, right to 2^-104; a short decimal as it would be written.
  func number(_ whole: BigInt) -> Extended {
    let value = whole.extended.shifted(Int64(twos)) * Extended.powerOfTen(tens)
    guard value.lo != 0 || tens != 0, let decimal = WrittenDecimal(near: value) else {
      return value
    }
    // whole · 2^twos · 10^tens = decimal.whole · 10^power, both sides in whole numbers
    let (two, ten) = (twos, tens - decimal.power)
    guard two.magnitude <= 8000, ten.magnitude <= 8000 else { return value }
    let left = (whole.magnitude << max(two, 0)) * BigUInt(10).power(max(ten, 0))
    let size = BigUInt(words: [
      UInt(truncatingIfNeeded: decimal.whole), UInt(decimal.whole >> 64),
    ])
    let right = (size << max(-two, 0)) * BigUInt(10).power(max(-ten, 0))
    if left == right { return decimal.value }
    return decimal.value == value ? value.apartFromDecimals : value
  }

  package static func * (left: ExactMatrix, right: ExactMatrix) -> ExactMatrix {
    var result = ExactMatrix(
      rows: left.rows,
      columns: right.columns,
      twos: left.twos + right.twos,
      tens: left.tens + right.tens
    )
    for i in 0..<left.rows {
      for j in 0..<right.columns {
        var sum = BigInt(0)
        for k in 0..<left.columns {
          let (a, b) = (left.entries[i * left.columns + k], right.entries[k * right.columns + j])
          if !a.isZero, !b.isZero { sum += a * b }
        }
        result.entries[i * right.columns + j] = sum
      }
    }
    return result
  }

  /// The sum of matrices of one shape.
  package static func + (left: ExactMatrix, right: ExactMatrix) -> ExactMatrix {
    let (two, ten) = (min(left.twos, right.twos), min(left.tens, right.tens))
    var result = ExactMatrix(rows: left.rows, columns: left.columns, twos: two, tens: ten)
    let terms = zip(left.inUnits(two, ten), right.inUnits(two, ten))
    result.entries = terms.map { $0 + $1 }
    return result
  }

  /// The same times a number, that of a 1 × 1 matrix.
  func scaled(by factor: ExactMatrix) -> ExactMatrix {
    var result = ExactMatrix(
      rows: rows,
      columns: columns,
      twos: twos + factor.twos,
      tens: tens + factor.tens
    )
    result.entries = entries.map { $0 * factor.entries[0] }
    return result
  }

  /// The entries in other units, which are no larger.
  private func inUnits(_ two: Int, _ ten: Int) -> [BigInt] {
    guard two != twos || ten != tens else { return entries }
    let factor = BigInt(10).power(tens - ten) << (twos - two)
    return entries.map { $0 * factor }
  }

  package var transposed: ExactMatrix {
    var result = ExactMatrix(rows: columns, columns: rows, twos: twos, tens: tens)
    result.entries = (0..<entries.count).map { entries[$0 % rows * columns + $0 / rows] }
    return result
  }

  /// The same with 0 for each entry that is not kept.
  func keeping(_ isKept: (Int) -> Bool) -> ExactMatrix {
    var result = self
    for index in entries.indices where !isKept(index) { result.entries[index] = 0 }
    return result
  }

  /// The entries row after row, each rounded once.
  var numbers: [Extended] { entries.map { number($0) } }

  private init(rows: Int, columns: Int, twos: Int, tens: Int) {
    (self.rows, self.columns, self.twos, self.tens) = (rows, columns, twos, tens)
    entries = Array(repeating: 0, count: rows * columns)
  }

  /// The n-th power of a square matrix, entry by entry rounded once; nil for a negative one of a
  /// matrix that has no inverse.
  ///
  /// *Domain*: n ≠ 0.
  func power(_ n: Int) -> [Extended]? {
    guard n < 0 else {
      let end = raised(to: n)
      return end.entries.map { end.number($0) }
    }
    guard let (adjugate, determinant) = reduced({}) else { return nil }
    let end = adjugate.raised(to: -n)
    let size = determinant.extended.power(integer: -n)
    return end.entries.map { $0.isZero ? .zero : end.number($0) / size }
  }

  func raised(to n: Int) -> ExactMatrix {
    var result: ExactMatrix?
    var square = self
    var rest = n
    while rest > 0 {
      if rest & 1 == 1 { result = result.map { $0 * square } ?? square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result ?? self
  }

  /// The n-th power of a square matrix, entry by entry rounded once, for n > 0 of any size; nil where
  /// numbers of more than `mostBits` bits come up, or exponents beyond those of `Extended`.
  func power(_ n: UInt128, mostBits: Int) -> [Extended]? {
    var result: ExactMatrix?
    var square = self
    var rest = n
    func isShort(_ matrix: ExactMatrix) -> Bool {
      matrix.bitWidth <= mostBits && matrix.twos.magnitude <= 1 << 42
        && matrix.tens.magnitude <= 1 << 42
    }
    while rest > 0 {
      if rest & 1 == 1 {
        let product = result.map { $0 * square } ?? square
        guard isShort(product) else { return nil }
        result = product
      }
      rest >>= 1
      if rest > 0 {
        square = square * square
        guard isShort(square) else { return nil }
      }
    }
    return result.map { end in end.entries.map { end.number($0) } }
  }

  /// M⁻¹, entry by entry rounded once; nil where there is none.
  ///
  /// *Cost*: 4 n³ operations with numbers of n · bitWidth bits.
  func inverse(_ checkpoint: () throws -> Void) rethrows -> [Extended]? {
    guard let (adjugate, determinant) = try reduced(checkpoint) else { return nil }
    let size = determinant.extended
    return adjugate.entries.map { $0.isZero ? .zero : adjugate.number($0) / size }
  }

  /// A matrix A and a whole number d with M⁻¹ = A/d; nil where M has no inverse.
  ///
  /// Gauss and Jordan's elimination of [M, I] without fractions: every division is exact.
  /// *Source*: Bareiss 1968.
  private func reduced(
    _ checkpoint: () throws -> Void
  ) rethrows -> (adjugate: ExactMatrix, determinant: BigInt)? {
    let n = rows
    var a = (0..<n).map { i in
      Array(entries[i * n..<(i + 1) * n]) + (0..<n).map { $0 == i ? BigInt(1) : 0 }
    }
    var last = BigInt(1)
    for k in 0..<n {
      guard let pivot = (k..<n).first(where: { !a[$0][k].isZero }) else { return nil }
      a.swapAt(k, pivot)
      let row = a[k]
      for i in 0..<n where i != k {
        try checkpoint()
        let factor = a[i][k]
        for j in 0..<2 * n where !(row[j].isZero && a[i][j].isZero) {
          a[i][j] = (row[k] * a[i][j] - factor * row[j]) / last
        }
      }
      last = row[k]
    }
    var adjugate = ExactMatrix(rows: n, columns: n, twos: -twos, tens: -tens)
    adjugate.entries = a.flatMap { $0[n...] }
    return (adjugate, last)
  }

  /// |R's diagonal| of M = Q R, squared: quotients of the leading minors of Mᵀ M; 0 for a column that
  /// depends on those before it.
  func squaresOfDiagonal(_ checkpoint: () throws -> Void) rethrows -> [Extended] {
    let n = columns
    var gram = (0..<n).map { i in
      (0..<n).map { j in
        (0..<rows).reduce(BigInt(0)) {
          $0 + entries[$1 * columns + i] * entries[$1 * columns + j]
        }
      }
    }
    var last = BigInt(1)
    var squares: [Extended] = []
    for k in 0..<n {
      try checkpoint()
      let pivot = gram[k][k]
      guard !pivot.isZero else {
        squares.append(.zero)
        continue
      }
      squares.append(
        (pivot.extended / last.extended).shifted(Int64(2 * twos)) * Extended.powerOfTen(2 * tens)
      )
      for i in k + 1..<n where i < n {
        for j in k + 1..<n {
          gram[i][j] = (pivot * gram[i][j] - gram[i][k] * gram[k][j]) / last
        }
      }
      last = pivot
    }
    return squares
  }
}

extension BigInt {
  /// The number, right to 2^-105, and where it has few bits but far apart to all of them.
  fileprivate var extended: Extended {
    let size = magnitude
    let (high, shift) = size.leading
    let upper = BigInt(high) << shift
    let rest = BigInt(size) - upper
    let (tail, least) = rest.magnitude.leading
    let low = rest.sign == .minus ? -Double(tail) : Double(tail)
    let value = Extended(hi: Double(high), lo: low.scaled(least - shift), exponent: shift)
    return sign == .minus ? -value : value
  }
}

extension BigUInt {
  /// The first 53 bits, cut, and where the last of them stands.
  fileprivate var leading: (size: UInt64, shift: Int) {
    let shift = Swift.max(0, bitWidth - 53)
    return (UInt64(self >> shift), shift)
  }
}
