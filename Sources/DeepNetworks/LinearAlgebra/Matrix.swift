/// A matrix, rows × columns, in the structure it was made with.
///
/// A scaled identity s·I keeps its double-double factor under products, powers, transposition and
/// scaling, so that (1.1 I)^9999 has 15 right digits; an outer product keeps its two vectors (a
/// gradient dJ/dW is one); everything else is a `DenseMatrix` of entries.
package enum Matrix: Sendable, Hashable {
  /// The factor and the width n: n × n.
  case scaledIdentity(Extended, Int)
  case dense(DenseMatrix)
  /// column · rowᵀ: column.count × row.count.
  case outer(Vector, Vector)

  /// The n × n identity.
  ///
  /// *Throws*: `.width` for n < 1.
  package static func identity(_ n: Int) throws(NetworkError) -> Matrix {
    guard n >= 1 else { throw .emptyMatrix }
    return .scaledIdentity(.one, n)
  }

  /// A dense matrix from its rows.
  ///
  /// *Throws*: `.emptyMatrix`, `.raggedRow`.
  package static func rows(_ rows: [[Extended]]) throws(NetworkError) -> Matrix {
    guard let columns = rows.first?.count, columns > 0 else { throw .emptyMatrix }
    for (index, row) in rows.enumerated() where row.count != columns {
      throw .raggedRow(index + 1, count: row.count, expected: columns)
    }
    return .dense(DenseMatrix(unchecked: rows.count, columns, Vector(rows.flatMap { $0 })))
  }

  /// A dense matrix from its rows.
  ///
  /// *Throws*: `.emptyMatrix`, `.raggedRow`.
  package static func rows(_ rows: [[Double]]) throws(NetworkError) -> Matrix {
    try Matrix.rows(rows.map { row in row.map { Extended($0) } })
  }

  package var rows: Int {
    switch self {
    case .scaledIdentity(_, let n): n
    case .dense(let dense): dense.rows
    case .outer(let column, _): column.count
    }
  }

  package var columns: Int {
    switch self {
    case .scaledIdentity(_, let n): n
    case .dense(let dense): dense.columns
    case .outer(_, let row): row.count
    }
  }

  var isSquare: Bool { rows == columns }

  package var shape: NetworkError.Shape {
    NetworkError.Shape(rows: rows, columns: columns)
  }

  /// The entry in row i and column j, counted from 0.
  package subscript(i: Int, j: Int) -> Extended {
    switch self {
    case .scaledIdentity(let factor, _): i == j ? factor : .zero
    case .dense(let dense): dense[i, j]
    case .outer(let column, let row): column[i] * row[j]
    }
  }

  package var transposed: Matrix {
    switch self {
    case .scaledIdentity: self
    case .dense(let dense): .dense(dense.transposed)
    case .outer(let column, let row): .outer(row, column)
    }
  }

  /// The entries one by one; `checkEntries()` says whether they are too many.
  var dense: DenseMatrix {
    switch self {
    case .dense(let dense):
      return dense
    case .scaledIdentity(let factor, let n):
      var (high, low) = ([Double](repeating: 0, count: n * n), [Double]())
      for index in 0..<n { high[index * n + index] = factor.hi }
      if factor.lo != 0 {
        low = [Double](repeating: 0, count: n * n)
        for index in 0..<n { low[index * n + index] = factor.lo }
      }
      let exponent = factor.exponent
      return DenseMatrix(unchecked: n, n, Vector(hi: high, lo: low, exponent: exponent))
    case .outer(let column, let row):
      let least = column.leastExponent + row.leastExponent
      guard column.lo.isEmpty, row.lo.isEmpty, least >= -Scaled.reach else {
        return DenseMatrix(
          unchecked: column.count,
          row.count,
          Vector(column.elements.flatMap { a in row.elements.map { a * $0 } })
        )
      }
      var values: [Double] = []
      values.reserveCapacity(column.count * row.count)
      for a in column.hi {
        for b in row.hi { values.append(a * b) }
      }
      return DenseMatrix(
        unchecked: column.count,
        row.count,
        values,
        exponent: column.exponent + row.exponent
      )
    }
  }

  /// Row i, counted from 0.
  package func row(_ i: Int) -> Vector {
    switch self {
    case .scaledIdentity(let factor, let n):
      Vector((0..<n).map { $0 == i ? factor : .zero })
    case .dense(let dense): dense.row(i)
    case .outer(let column, let row): row.scaled(by: column[i])
    }
  }

  /// Column j, counted from 0.
  package func column(_ j: Int) -> Vector {
    if case .dense(let dense) = self { return dense.column(j) }
    return transposed.row(j)
  }

  /// Applies a function to each of the rows · columns entries; the result is dense.
  package func map(_ function: (Extended) throws -> Extended) rethrows -> Matrix {
    let entries = try (0..<rows).flatMap { i in
      try (0..<columns).map { j in try function(self[i, j]) }
    }
    return .dense(DenseMatrix(unchecked: rows, columns, Vector(entries)))
  }

  /// The matrix itself, or the error if its largest entry is beyond 2^±2^40.
  package func checked() throws(ExtendedRangeError) -> Matrix {
    switch self {
    case .scaledIdentity(let factor, _): _ = try factor.checked()
    case .dense(let dense): _ = try Extended(hi: 1, lo: 0, exponent: dense.exponent).checked()
    case .outer(let column, let row):
      _ = try Extended(hi: 1, lo: 0, exponent: column.exponent + row.exponent).checked()
    }
    return self
  }
}
