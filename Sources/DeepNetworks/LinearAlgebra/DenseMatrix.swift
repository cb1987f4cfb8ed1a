import CKernels

/// A matrix of numbers, row by row in one vector: entry (i, j) is entry i · columns + j of it.
///
/// Entries that lie far apart keep their own exponents, as a vector's do. A matrix of few entries
/// keeps their low parts, so that 0.1 is 1/10; a larger one is float64 entries with one exponent.
package struct DenseMatrix: Sendable, Hashable {
  package let rows: Int
  package let columns: Int
  let entries: Vector

  /// So many entries keep their low parts.
  private static let preciseCount = 1024

  /// Row-major values times 2^exponent.
  ///
  /// *Throws*: `.emptyMatrix`, `.entries` for a wrong count.
  package init(rows: Int, columns: Int, values: [Double], exponent: Int = 0) throws(NetworkError) {
    guard rows >= 1, columns >= 1 else { throw .emptyMatrix }
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard !overflow, values.count == count else {
      throw .entries(rows: rows, columns: columns, count: values.count)
    }
    self.init(unchecked: rows, columns, values, exponent: exponent)
  }

  init(unchecked rows: Int, _ columns: Int, _ values: [Double], exponent: Int) {
    self.init(unchecked: rows, columns, Vector(hi: values, lo: [], exponent: exponent))
  }

  /// The entries row after row.
  init(unchecked rows: Int, _ columns: Int, _ entries: Vector) {
    self.rows = rows
    self.columns = columns
    self.entries = entries.count <= DenseMatrix.preciseCount ? entries : entries.rounded
  }

  /// Whether a matrix of this size keeps low parts.
  var keepsLow: Bool { entries.count <= DenseMatrix.preciseCount }

  /// The entries without their low parts over 2^exponent; those too far below the largest are 0.
  package var values: [Double] { entries.evenHi }

  /// That of the largest entry.
  package var exponent: Int { entries.exponent }

  /// Entry (i, j), counted from 0.
  package subscript(i: Int, j: Int) -> Extended {
    entries[i * columns + j]
  }

  func row(_ i: Int) -> Vector {
    entries.part(from: i * columns, count: columns, by: 1)
  }

  func column(_ j: Int) -> Vector {
    entries.part(from: j, count: rows, by: columns)
  }

  var transposed: DenseMatrix {
    guard !entries.isSpread, entries.lo.isEmpty else {
      let turned = (0..<columns).flatMap { column($0).elements }
      return DenseMatrix(unchecked: columns, rows, Vector(turned))
    }
    var result = [Double](repeating: 0, count: entries.count)
    fk_transpose(rows, columns, entries.hi, columns, &result, rows)
    return DenseMatrix(unchecked: columns, rows, result, exponent: exponent)
  }

  /// A x for x of `columns` entries, in the kernel's order of additions.
  func times(_ x: Vector) -> Vector {
    var y = [Double](repeating: 0, count: rows)
    fk_gemv(rows, columns, values, columns, x.evenHi, &y)
    return graded(y, x) { i in row(i) }
  }

  /// Aᵀ x for x of `rows` entries.
  func transposedTimes(_ x: Vector) -> Vector {
    var y = [Double](repeating: 0, count: columns)
    fk_gemv_t(rows, columns, values, columns, x.evenHi, &y)
    return graded(y, x) { j in column(j) }
  }

  /// The kernel's sums y of this matrix and x; those that may have lost terms anew.
  private func graded(_ y: [Double], _ x: Vector, _ line: (Int) -> Vector) -> Vector {
    let exponent = exponent + x.exponent
    guard fk_minabs(y, y.count) < DenseMatrix.doubtful, !x.isZero else {
      return Vector(hi: y, lo: [], exponent: exponent)
    }
    var result: [Extended] = []
    var hasChanged = false
    for (index, sum) in y.enumerated() {
      if sum.magnitude < DenseMatrix.doubtful,
        let value = line(index).product(x, ifAnyBelow: exponent)
      {
        result.append(value)
        hasChanged = true
      } else {
        result.append(Extended(hi: sum, lo: 0, exponent: exponent))
      }
    }
    return hasChanged ? Vector(result).rounded : Vector(hi: y, lo: [], exponent: exponent)
  }

  /// A float64 sum of products of significands may have lost terms that count only below this.
  static let doubtful = 0x1p-800

  /// A B for B of `columns` rows.
  func times(_ other: DenseMatrix) -> DenseMatrix {
    times(other) {}
  }

  /// A B; a large product calls `checkpoint` between its blocks of rows.
  func times(_ other: DenseMatrix, checkpoint: () throws -> Void) rethrows -> DenseMatrix {
    var result = [Double](repeating: 0, count: rows * other.columns)
    // About 2^24 multiplications at a time; a block of rows changes no bit.
    let block = max(8, (1 << 24) / max(columns * other.columns, 1))
    try result.withUnsafeMutableBufferPointer { out in
      let (left, right) = (values, other.values)
      try left.withUnsafeBufferPointer { a in
        guard let out = out.baseAddress, let a = a.baseAddress else { return }
        for first in stride(from: 0, to: rows, by: block) {
          let (height, n) = (min(block, rows - first), other.columns)
          fk_gemm(
            height,
            n,
            columns,
            a + first * columns,
            columns,
            right,
            n,
            out + first * n,
            n
          )
          if first + height < rows { try checkpoint() }
        }
      }
    }
    let product = Vector(hi: result, lo: [], exponent: exponent + other.exponent)
    return DenseMatrix(unchecked: rows, other.columns, graded(result, other) ?? product)
  }

  /// The sums of A B with those anew that may have lost terms; nil where none has.
  private func graded(_ sums: [Double], _ other: DenseMatrix) -> Vector? {
    guard fk_minabs(sums, sums.count) < DenseMatrix.doubtful,
      entries.isFinite, other.entries.isFinite,
      entries.leastExponent + other.entries.leastExponent < -Scaled.reach
    else { return nil }
    let columns = (0..<other.columns).map { other.column($0) }
    let exponent = exponent + other.exponent
    var result: [Extended] = []
    for i in 0..<rows {
      let row = row(i)
      for (j, column) in columns.enumerated() {
        let sum = sums[i * columns.count + j]
        let anew =
          sum.magnitude < DenseMatrix.doubtful ? row.product(column, ifAnyBelow: exponent) : nil
        result.append(anew ?? Extended(hi: sum, lo: 0, exponent: exponent))
      }
    }
    return Vector(result).rounded
  }

  /// A B in double-double, entry by entry, or where decimals are multiplied as fractions, so that each
  /// entry is rounded once; nil where that would take long or not all is finite.
  func preciseProduct(_ other: DenseMatrix) -> DenseMatrix? {
    guard Double(rows) * Double(columns) * Double(other.columns) <= DenseMatrix.preciseProducts,
      entries.isFinite, other.entries.isFinite
    else { return nil }
    if !entries.lo.isEmpty || !other.entries.lo.isEmpty,
      let a = ExactMatrix(self, mostBits: DenseMatrix.mostExactBits),
      let b = ExactMatrix(other, mostBits: DenseMatrix.mostExactBits)
    {
      let exact = a * b
      let products = exact.entries.map { exact.number($0) }
      return DenseMatrix(unchecked: rows, other.columns, Vector(products))
    }
    let right = (0..<other.columns).map { other.column($0) }
    let products = (0..<rows).flatMap { i in
      let row = row(i)
      return right.map { row.product($0) }
    }
    return DenseMatrix(unchecked: rows, other.columns, Vector(products))
  }

  /// Decimals of moderate size have no more; longer ones would take long for nothing.
  private static let mostExactBits = 400

  /// So many multiplications in double-double are soon done: 32 × 32 matrices.
  private static let preciseProducts = 32_768.0
}
