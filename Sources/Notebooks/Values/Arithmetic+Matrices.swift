import DeepNetworks

extension Arithmetic {
  /// y = A x.
  static func product(
    _ matrix: Matrix,
    _ vector: Vector,
    _ meter: inout Meter
  ) throws(Problem)
    -> Vector
  {
    guard matrix.columns == vector.count else {
      throw .value(
        .product(
          left: "The matrix",
          rows: matrix.rows,
          columns: matrix.columns,
          right: "a vector",
          size: vector.count
        )
      )
    }
    try meter.spend(operations: 2 * Double(matrix.rows) * Double(matrix.columns))
    do { return try matrix * vector } catch { throw .value(.network(error.description)) }
  }

  static func matrices(
    _ symbol: BinaryOperator,
    _ a: Matrix,
    _ b: Matrix,
    _ meter: inout Meter
  ) throws(Problem) -> Matrix {
    let shapes = (
      "a matrix, \(a.rows) × \(a.columns)", "a matrix, \(b.rows) × \(b.columns)"
    )
    switch symbol {
    case .multiply:
      guard a.columns == b.rows else {
        throw .value(
          .product(
            left: "The left matrix",
            rows: a.rows,
            columns: a.columns,
            right: "a matrix with rows",
            size: b.rows
          )
        )
      }
      try meter.spend(
        operations: 2 * Double(a.rows) * Double(a.columns) * Double(b.columns),
        bytes: 8 * Double(a.rows) * Double(b.columns)
      )
      return try engine { () throws(NetworkError) in try a * b }
    case .add, .subtract:
      guard a.rows == b.rows, a.columns == b.columns else {
        throw .value(.sizes(symbol.symbol, left: shapes.0, right: shapes.1))
      }
      try meter.spend(
        operations: Double(a.rows) * Double(a.columns),
        bytes: 8 * Double(a.rows) * Double(a.columns)
      )
      return try engine { () throws(NetworkError) in try symbol == .add ? a + b : a - b }
    case .divide, .power, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      throw .value(
        .operands(symbol.symbol, left: shapes.0, right: shapes.1, advice: nil)
      )
    }
  }

  /// Runs a piece of the engine; what it refuses becomes a problem with the engine's sentence.
  private static func engine(_ body: () throws(NetworkError) -> Matrix) throws(Problem) -> Matrix {
    do { return try body() } catch { throw .value(.network(error.description)) }
  }

  /// A^k for a square matrix and a whole k ≥ 0, by squaring.
  static func power(
    _ matrix: Matrix,
    _ exponent: Extended,
    _ meter: inout Meter
  ) throws(Problem)
    -> Matrix
  {
    guard matrix.rows == matrix.columns else {
      throw .value(
        .operand(
          "A power",
          kind: "a matrix, \(matrix.rows) × \(matrix.columns)",
          advice: "It takes a square one."
        )
      )
    }
    guard let count = exponent.integer, count >= 0 else {
      throw .value(
        .domain(
          function: "A power of a matrix",
          expected: "a whole exponent of 0 or more",
          got: Rendering.number(exponent)
        )
      )
    }
    let squarings = Double(64 - count.leadingZeroBitCount)
    let size = Double(matrix.rows)
    if case .scaledIdentity = matrix {
    } else {
      try meter.spend(operations: 4 * squarings * size * size * size, bytes: 24 * size * size)
    }
    return try engine { () throws(NetworkError) in try matrix.power(count) }
  }
}
