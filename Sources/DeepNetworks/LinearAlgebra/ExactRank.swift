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
