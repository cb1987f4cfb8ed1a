import CKernels

extension GradedRows {
  /// The singular values, largest first: the rows' norms once they are orthogonal.
  ///
  /// One-sided Jacobi; a row that is rounding beside what it was made from counts as zero, unless all
  /// rows are known to be independent.
  /// *Source*: Drmač and Veselić 2008, Demmel and Veselić 1992.
  func singularValues(
    areIndependent: Bool = false,
    _ checkpoint: () throws -> Void
  ) rethrows -> [Extended] {
    guard rows > 0, columns > 0 else { return [] }
    let (rows, columns) = (rows, columns)
    var values = values
    var exponents = exponents
    var squares = (0..<rows).map { i in sumOfSquares(row: i) }
    for i in 0..<rows where squares[i] == 0 { exponents[i] = 0 }
    let tolerance = 0x1p-52 * Double(max(columns, 4)).squareRoot()
    let noise = areIndependent ? 0 : 4 * Double(columns) * 0x1p-52
    // So many rows between two checkpoints that they take about 2^20 operations.
    let stretch = max(1, (1 << 20) / (6 * rows * columns + 1))
    for _ in 0..<40 {
      let order = GradedRows.sizeOrder(squares, exponents)
      var rotations = 0
      for from in stride(from: 0, to: rows, by: stretch) {
        let to = min(from + stretch, rows)
        rotations += fk_jacobi_rows(
          rows,
          columns,
          &values,
          columns,
          &exponents,
          &squares,
          order,
          from,
          to,
          tolerance,
          noise
        )
        if rows * columns > 1 << 12 { try checkpoint() }
      }
      if rotations == 0 { break }
    }
    return (0..<rows).map { i in
      Extended(squares[i]).squareRoot().shifted(exponents[i])
    }.sorted(by: >)
  }

  private func sumOfSquares(row i: Int) -> Double {
    guard exponents[i] != GradedRows.none else { return 0 }
    return values.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { fk_sumsq($0 + i * columns, columns) } ?? 0
    }
  }

  /// Rows by size, largest first.
  private static func sizeOrder(_ squares: [Double], _ exponents: [Int64]) -> [UInt32] {
    squares.indices.sorted { a, b in
      guard squares[a] > 0, squares[b] > 0 else {
        return squares[a] > 0 || (squares[b] == 0 && a < b)
      }
      let x = 2 * exponents[a] + Int64(squares[a].exponent)
      let y = 2 * exponents[b] + Int64(squares[b].exponent)
      if x != y { return x > y }
      let (p, q) = (squares[a].significand, squares[b].significand)
      return p != q ? p > q : a < b
    }.map(UInt32.init)
  }
}
