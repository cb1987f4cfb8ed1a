import BigInt

/// The rank of a matrix of fractions.
package enum ExactRank {
  /// By elimination of the rows, made whole.
  ///
  /// *Cost*: 2 n³ operations with numbers of n times their bits. *Source*: Bareiss 1968.
  package static func rank(_ rows: [[Ratio]]) -> Int {
    var a = rows.map { row in
      let whole = row.reduce(BigInt(1)) { $0 * $1.wholes.denominator }
      return row.map { whole / $0.wholes.denominator * $0.wholes.numerator }
    }
    var last = BigInt(1)
    var rank = 0
    for column in 0..<(a.first?.count ?? 0) where rank < a.count {
      guard let pivot = (rank..<a.count).first(where: { !a[$0][column].isZero }) else { continue }
      a.swapAt(rank, pivot)
      let row = a[rank]
      for i in a.indices.dropFirst(rank + 1) {
        let factor = a[i][column]
        for j in row.indices { a[i][j] = (row[column] * a[i][j] - factor * row[j]) / last }
      }
      last = row[column]
      rank += 1
    }
    return rank
  }
}

extension ExactRank {
  /// A matrix of fractions as one of whole numbers and what divides it; nil where a number has over
  /// 100 bits.
  package static func factors(_ rows: [[Ratio]]) -> [Matrix]? {
    let denominators = rows.flatMap { $0 }.map(\.wholes.denominator)
    let common = denominators.reduce(BigInt(1)) { $0 / $0.greatestCommonDivisor(with: $1) * $1 }
    guard common.magnitude.bitWidth <= 100, let count = rows.first?.count else { return nil }
    var entries: [Extended] = []
    for ratio in rows.flatMap({ $0 }) {
      let whole = common / ratio.wholes.denominator * ratio.wholes.numerator
      guard whole.magnitude.bitWidth <= 100 else { return nil }
      entries.append(extended(whole))
    }
    return [
      .dense(DenseMatrix(unchecked: rows.count, count, Vector(entries))),
      .scaledIdentity(.one / extended(common), rows.count),
    ]
  }

  /// A whole number of up to 100 bits.
  private static func extended(_ whole: BigInt) -> Extended {
    let high = Double(Int64(whole >> 52))
    let low = Double(Int64(whole & BigInt(0xf_ffff_ffff_ffff)))
    return Extended(high) * Extended(0x1p52) + Extended(low)
  }
}

extension Extended {
  /// Whether it has all the bits that a number holds, and is no decimal.
  package var isCut: Bool { lo != 0 && bitWidth > 100 && Ratio(self) == nil }
}

extension Ratio {
  /// Whether it is an odd whole number.
  package var isOdd: Bool {
    let (whole, rest) = wholes.numerator.quotientAndRemainder(dividingBy: wholes.denominator)
    return rest.isZero && !(whole % 2).isZero
  }

  fileprivate var wholes: (numerator: BigInt, denominator: BigInt) {
    let size = BigInt(BigUInt(words: numerator.limbs.map { UInt($0) }))
    return (isNegative ? -size : size, BigInt(BigUInt(words: denominator.limbs.map { UInt($0) })))
  }
}
