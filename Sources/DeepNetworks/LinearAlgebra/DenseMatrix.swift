import CKernels

/// A matrix of float64 entries with one exponent: entry (i, j) is
/// `values[i · columns + j] · 2^exponent`.
///
/// The largest |value| is in [1, 2) unless all are zero; with an inf or nan (from a real float
/// format) the exponent is 0.
package struct DenseMatrix: Sendable, Hashable {
  package let rows: Int
  package let columns: Int
  package let values: [Double]
  package let exponent: Int

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
    var scaled = Scaled(hi: values, lo: [], exponent: exponent)
    scaled.normalise()
    self.rows = rows
    self.columns = columns
    self.values = scaled.hi
    self.exponent = scaled.exponent
  }

  /// Entry (i, j), counted from 0.
  package subscript(i: Int, j: Int) -> Extended {
    Extended(hi: values[i * columns + j], lo: 0, exponent: exponent)
  }

  func row(_ i: Int) -> Vector {
    Vector(hi: Array(values[i * columns..<(i + 1) * columns]), lo: [], exponent: exponent)
  }

  /// The entries as one vector, row after row.
  var entries: Vector {
    Vector(hi: values, lo: [], exponent: exponent)
  }

  var transposed: DenseMatrix {
    var result = [Double](repeating: 0, count: values.count)
    fk_transpose(rows, columns, values, columns, &result, rows)
    return DenseMatrix(unchecked: columns, rows, result, exponent: exponent)
  }

  /// A x for x of `columns` entries, in the kernel's order of additions.
  func times(_ x: Vector) -> Vector {
    var y = [Double](repeating: 0, count: rows)
    fk_gemv(rows, columns, values, columns, x.hi, &y)
    return Vector(hi: y, lo: [], exponent: exponent + x.exponent)
  }

  /// Aᵀ x for x of `rows` entries.
  func transposedTimes(_ x: Vector) -> Vector {
    var y = [Double](repeating: 0, count: columns)
    fk_gemv_t(rows, columns, values, columns, x.hi, &y)
    return Vector(hi: y, lo: [], exponent: exponent + x.exponent)
  }

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
      try values.withUnsafeBufferPointer { a in
        guard let out = out.baseAddress, let a = a.baseAddress else { return }
        for first in stride(from: 0, to: rows, by: block) {
          let (height, n) = (min(block, rows - first), other.columns)
          fk_gemm(
            height,
            n,
            columns,
            a + first * columns,
            columns,
            other.values,
            n,
            out + first * n,
            n
          )
          if first + height < rows { try checkpoint() }
        }
      }
    }
    return DenseMatrix(
      unchecked: rows,
      other.columns,
      result,
      exponent: exponent + other.exponent
    )
  }
}
