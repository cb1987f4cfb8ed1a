extension ExactMatrix {
  /// Matrices that are read anew as fractions have no more entries, and no more bits of them.
  private static let mostEntries = 64
  private static let mostBits = 40_000

  /// Nil for one of many entries, or with an entry that is neither a decimal nor has few bits.
  package init?(_ matrix: Matrix) {
    guard matrix.rows * matrix.columns <= ExactMatrix.mostEntries else { return nil }
    self.init(matrix.dense, mostBits: 1000)
  }

  /// A column; nil as above.
  package init?(_ vector: Vector) {
    guard vector.count <= ExactMatrix.mostEntries else { return nil }
    self.init(rows: vector.count, columns: 1, vector.elements, mostBits: 1000)
  }

  /// The product, where 1 × 1 stands for a number; nil where shapes do not fit or numbers grow long.
  package func product(_ other: ExactMatrix) -> ExactMatrix? {
    guard bitWidth + other.bitWidth <= ExactMatrix.mostBits else { return nil }
    if columns == other.rows { return self * other }
    if rows == 1, columns == 1 { return other.scaled(by: self) }
    return other.rows == 1 && other.columns == 1 ? scaled(by: other) : nil
  }

  /// The n-th power for n > 0; nil where it is none or its numbers grow long.
  package func power(upTo n: Int) -> ExactMatrix? {
    guard rows == columns, n > 0, n < ExactMatrix.mostBits,
      (bitWidth + 3) * n <= ExactMatrix.mostBits
    else { return nil }
    return raised(to: n)
  }

  /// The sum; nil where shapes differ or the numbers lie too far apart.
  package func sum(_ other: ExactMatrix) -> ExactMatrix? {
    let apart = (twos - other.twos).magnitude + 4 * (tens - other.tens).magnitude
    guard rows == other.rows, columns == other.columns, apart <= UInt(ExactMatrix.mostBits) else {
      return nil
    }
    return self + other
  }

  /// The entries, each rounded once.
  package var vector: Vector { Vector(numbers) }

  /// The entries, each rounded once.
  package var matrix: Matrix { .dense(DenseMatrix(unchecked: rows, columns, vector)) }
}

extension Matrix {
  /// Whether an entry of the product with another matrix is so small beside the terms it consists of
  /// that the rounding of entries shows in its 15 digits; for products of few terms.
  package func hasCancelled(with right: Matrix, in product: Matrix) -> Bool {
    guard rows * columns * right.columns <= 512 else { return false }
    return (0..<rows).contains { i in
      (0..<right.columns).contains { j in
        var size = Extended.zero
        for k in 0..<columns { size = size + (self[i, k] * right[k, j]).abs() }
        return !size.isZero && product[i, j].abs() < size * Extended(0x1p-50)
      }
    }
  }

  /// A matrix of one column.
  package static func column(_ vector: Vector) -> Matrix {
    .dense(DenseMatrix(unchecked: vector.count, 1, vector))
  }
}
