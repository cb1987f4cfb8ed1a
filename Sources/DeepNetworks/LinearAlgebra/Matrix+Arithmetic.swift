extension Matrix {
  /// The product; a structure that survives it is kept.
  ///
  /// *Throws*: `.product` where left.columns ≠ right.rows.
  package static func * (left: Matrix, right: Matrix) throws(NetworkError) -> Matrix {
    guard left.columns == right.rows else {
      throw .product(left: left.shape, right: right.shape)
    }
    switch (left, right) {
    case (.scaledIdentity(let factor, _), _):
      return right.scaled(by: factor)
    case (_, .scaledIdentity(let factor, _)):
      return left.scaled(by: factor)
    case (.outer(let column, let row), _):
      return .outer(column, right.transposedTimes(row))
    case (_, .outer(let column, let row)):
      return .outer(left.times(column), row)
    case (.dense(let a), .dense(let b)):
      return .dense(a.preciseProduct(b) ?? a.times(b))
    }
  }

  /// The product; `checkpoint` is called now and then in a large one, and ends it by throwing.
  package func product(_ right: Matrix, checkpoint: () throws -> Void) throws -> Matrix {
    guard columns == right.rows else {
      throw NetworkError.product(left: shape, right: right.shape)
    }
    guard case .dense(let a) = self, case .dense(let b) = right else { return try self * right }
    return .dense(try a.preciseProduct(b) ?? a.times(b, checkpoint: checkpoint))
  }

  /// The product with a column vector.
  ///
  /// *Throws*: `.productWithVector` where the lengths differ.
  package static func * (matrix: Matrix, vector: Vector) throws(NetworkError) -> Vector {
    guard matrix.columns == vector.count else {
      throw .productWithVector(matrix: matrix.shape, count: vector.count)
    }
    if case .dense(let dense) = matrix, let product = dense.settledTimes(vector) { return product }
    return matrix.times(vector)
  }

  /// A x for fitting shapes.
  func times(_ x: Vector) -> Vector {
    switch self {
    case .scaledIdentity(let factor, _): x.scaled(by: factor)
    case .dense(let dense): dense.times(x)
    case .outer(let column, let row): column.scaled(by: row.product(x))
    }
  }

  /// Aᵀ x for fitting shapes.
  func transposedTimes(_ x: Vector) -> Vector {
    switch self {
    case .scaledIdentity(let factor, _): x.scaled(by: factor)
    case .dense(let dense): dense.transposedTimes(x)
    case .outer(let column, let row): row.scaled(by: column.product(x))
    }
  }

  package func scaled(by factor: Extended) -> Matrix {
    switch self {
    case .scaledIdentity(let own, let n): .scaledIdentity(own * factor, n)
    case .outer(let column, let row): .outer(column.scaled(by: factor), row)
    case .dense(let dense): .dense(dense.scaled(by: factor))
    }
  }

  /// The product with a number, of decimals as they would be written.
  package func exactlyScaled(by factor: Extended) -> Matrix {
    guard case .dense(let dense) = self, dense.keepsLow else { return scaled(by: factor) }
    let product = dense.entries.exactlyScaled(by: factor)
    return .dense(DenseMatrix(unchecked: rows, columns, product))
  }

  package static prefix func - (matrix: Matrix) -> Matrix {
    matrix.scaled(by: -1)
  }

  /// The sum.
  ///
  /// *Throws*: `.shapes` where the shapes differ, `.tooMuchMemory` for a large dense result.
  package static func + (left: Matrix, right: Matrix) throws(NetworkError) -> Matrix {
    guard left.shape == right.shape else {
      throw .shapes(operation: .plus, left: left.shape, right: right.shape)
    }
    return try left.adding(right)
  }

  /// The difference.
  ///
  /// *Throws*: `.shapes` where the shapes differ, `.tooMuchMemory` for a large dense result.
  package static func - (left: Matrix, right: Matrix) throws(NetworkError) -> Matrix {
    guard left.shape == right.shape else {
      throw .shapes(operation: .minus, left: left.shape, right: right.shape)
    }
    return try left.adding(-right)
  }

  private func adding(_ other: Matrix) throws(NetworkError) -> Matrix {
    if case .scaledIdentity(let a, let n) = self, case .scaledIdentity(let b, _) = other {
      return .scaledIdentity(a + b, n)
    }
    try checkEntries()
    let (one, two) = (dense.entries, other.dense.entries)
    let total = one.adding(two).settled(one, two)
    return .dense(DenseMatrix(unchecked: rows, columns, total))
  }

  /// *Throws*: `.tooMuchMemory` where the entries one by one would be too many.
  func checkEntries() throws(NetworkError) {
    let bytes = 8 * Double(rows) * Double(columns)
    guard bytes <= Engine.memoryLimit else {
      throw .tooMuchMemory(bytes: bytes, limit: Engine.memoryLimit)
    }
  }
}

extension DenseMatrix {
  /// Every entry times the factor; in float64 where low parts are not kept.
  func scaled(by factor: Extended) -> DenseMatrix {
    guard !keepsLow, !entries.isSpread, entries.isFinite, factor.isFinite else {
      return DenseMatrix(unchecked: rows, columns, entries.scaled(by: factor))
    }
    let significand = factor.hi
    return DenseMatrix(
      unchecked: rows,
      columns,
      entries.hi.map { $0 * significand },
      exponent: exponent + factor.exponent
    )
  }
}
