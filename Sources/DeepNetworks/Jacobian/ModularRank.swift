/// The rank of a product of factors, by elimination modulo primes.
///
/// Modulo a prime it is never above the true rank; below only where the prime divides a minor, which of
/// two arbitrary primes of 61 bits both do with a chance of 2^-100 or so.
enum ModularRank {
  private static let primes: [UInt64] = [0x10ee_70f3_f222_7ba9, 0x19aa_9128_c577_ae83]

  /// *Cost*: rows · columns · (columns of the product) multiplications for each factor and prime.
  static func rank(of factors: [ExactFactor], checkpoint: () throws -> Void) rethrows -> Int {
    let most = factors.reduce(Int.max) { min($0, $1.rows, $1.columns) }
    var rank = 0
    for prime in primes where rank < most {
      let residues = Residues(modulus: prime)
      rank = max(rank, try residues.rank(of: factors, checkpoint))
    }
    return rank
  }

  /// The factors with their rounded entries blurred, and their rank where it is above another; else nil.
  static func blurred(
    _ factors: [ExactFactor],
    above rank: Int,
    checkpoint: () throws -> Void
  ) rethrows -> (factors: [ExactFactor], rank: Int)? {
    let blurred = factors.map { $0.blurred ?? $0 }
    guard blurred != factors else { return nil }
    let other = try self.rank(of: blurred, checkpoint: checkpoint)
    return other > rank ? (blurred, other) : nil
  }
}

/// Arithmetic modulo an odd prime below 2^61.
private struct Residues {
  let modulus: UInt64

  func rank(of factors: [ExactFactor], _ checkpoint: () throws -> Void) rethrows -> Int {
    guard let first = factors.first else { return 0 }
    var product = residues(first)
    var rows = first.rows
    let columns = first.columns
    var work = 0
    for factor in factors.dropFirst() {
      product = multiplied(residues(factor), factor.rows, factor.columns, product, columns)
      rows = factor.rows
      work += factor.entries.count * columns
      if work > 1 << 20 {
        try checkpoint()
        work = 0
      }
    }
    return rank(&product, rows: rows, columns: columns)
  }

  /// A factor's entries, times a power of two that they share.
  private func residues(_ factor: ExactFactor) -> [UInt64] {
    let top = factor.entries.lazy.filter { !$0.isZero }.map(\.exponent).max() ?? 0
    return factor.entries.map { entry in
      guard !entry.isZero else { return 0 }
      let power = entry.exponent - top
      return (residue(entry.hi, power) + residue(entry.lo, power)) % modulus
    }
  }

  private func residue(_ value: Double, _ power: Int) -> UInt64 {
    guard value != 0 else { return 0 }
    let bits = value.significand.significandBitPattern | 1 << 52
    let size = times(bits % modulus, powerOfTwo(power + Int(value.exponent) - 52))
    return value < 0 && size != 0 ? modulus - size : size
  }

  private func powerOfTwo(_ power: Int) -> UInt64 {
    self.power(power < 0 ? (modulus + 1) / 2 : 2, UInt64(power.magnitude))
  }

  private func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var (result, square, rest) = (UInt64(1), base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = times(result, square) }
      square = times(square, square)
      rest >>= 1
    }
    return result
  }

  private func times(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return modulus.dividingFullWidth(product).remainder
  }

  private func multiplied(
    _ a: [UInt64],
    _ rows: Int,
    _ inner: Int,
    _ b: [UInt64],
    _ columns: Int
  ) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: rows * columns)
    for i in 0..<rows {
      for j in 0..<columns {
        var sum: UInt128 = 0
        for k in 0..<inner {
          let entry = a[i * inner + k]
          if entry != 0 {
            let (high, low) = entry.multipliedFullWidth(by: b[k * columns + j])
            sum += UInt128(high: high, low: low)
          }
          // 2^122 each: before the sum can overflow.
          if k % 32 == 31 { sum %= UInt128(modulus) }
        }
        result[i * columns + j] = UInt64(sum % UInt128(modulus))
      }
    }
    return result
  }

  /// The rank, by elimination in place.
  private func rank(_ m: inout [UInt64], rows: Int, columns: Int) -> Int {
    var rank = 0
    for column in 0..<columns where rank < rows {
      guard let row = (rank..<rows).first(where: { m[$0 * columns + column] != 0 }) else {
        continue
      }
      for j in 0..<columns { m.swapAt(row * columns + j, rank * columns + j) }
      let inverse = power(m[rank * columns + column], modulus - 2)
      for i in rank + 1..<max(rows, rank + 1) where m[i * columns + column] != 0 {
        let factor = modulus - times(m[i * columns + column], inverse)
        for j in column..<columns {
          let sum = m[i * columns + j] + times(factor, m[rank * columns + j])
          m[i * columns + j] = sum % modulus
        }
      }
      rank += 1
    }
    return rank
  }
}
