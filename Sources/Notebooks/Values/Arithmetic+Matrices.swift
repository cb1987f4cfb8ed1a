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
    let isPrecise = if case .dense = matrix { matrix.entryCount <= 1024 } else { false }
    try meter.spend(
      operations: isPrecise
        ? perPreciseProduct * matrix.entryCount + 1500 * Double(matrix.rows)
        : operations(matrix, columns: 1),
      bytes: 16 * Double(matrix.rows)
    )
    do { return try matrix * vector } catch { throw .value(.network(error.description)) }
  }

  static func matrices(
    _ symbol: BinaryOperator,
    _ a: Matrix,
    _ b: Matrix,
    _ meter: inout Meter
  ) throws(Problem) -> Matrix {
    let shapes = (Value.matrix(a).kind, Value.matrix(b).kind)
    switch symbol {
    case .multiply:
      guard a.columns == b.rows else {
        throw .value(
          .matrixProduct(
            left: "\(a.rows) × \(a.columns)",
            right: "\(b.rows) × \(b.columns)",
            needed: a.columns
          )
        )
      }
      try spendProduct(a, b, &meter)
      return try engine(meter) { try a.product(b, checkpoint: $0) }
    case .add, .subtract:
      guard a.rows == b.rows, a.columns == b.columns else {
        throw .value(.sizes(symbol.symbol, left: shapes.0, right: shapes.1))
      }
      try spendSum(a, b, &meter)
      return try engine(meter) { _ in try symbol == .add ? a + b : a - b }
    case .divide, .power, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      throw .value(
        .operands(symbol.symbol, left: shapes.0, right: shapes.1, advice: nil)
      )
    }
  }

  /// What A x takes for so many vectors x, by what is stored of A.
  private static func operations(_ matrix: Matrix, columns: Double) -> Double {
    switch matrix {
    case .scaledIdentity: Meter.perEntry * Double(matrix.rows) * columns
    case .outer: Meter.perEntry * (Double(matrix.rows) + Double(matrix.columns)) * columns
    case .dense: 2 * matrix.entryCount * columns
    }
  }

  /// What a multiplication and an addition in double-double take.
  private static let perPreciseProduct = 60.0

  private static func spendProduct(
    _ a: Matrix,
    _ b: Matrix,
    _ meter: inout Meter
  ) throws(Problem) {
    switch (a, b) {
    case (.scaledIdentity, let other), (let other, .scaledIdentity):
      try meter.spend(entries: other.extent.entries)
    case (.outer, let other), (let other, .outer):
      try meter.spend(
        operations: operations(other, columns: 1),
        bytes: 16 * (Double(a.rows) + Double(b.columns))
      )
    case (.dense, .dense):
      let products = a.entryCount * Double(b.columns)
      try meter.spend(
        operations: (products <= 32_768 ? perPreciseProduct : Meter.perProduct) * products,
        bytes: 8 * Double(a.rows) * Double(b.columns)
      )
    }
  }

  /// What a sum or a difference takes: all entries, but for multiples of the identity.
  static func spendSum(_ a: Matrix, _ b: Matrix, _ meter: inout Meter) throws(Problem) {
    if case .scaledIdentity = a, case .scaledIdentity = b { return }
    try meter.spend(
      operations: 2 * Meter.perEntry * a.entryCount,
      bytes: 24 * a.entryCount
    )
  }

  /// Runs a piece of the engine; what it refuses becomes a problem with the engine's sentence.
  private static func engine(
    _ meter: Meter,
    _ body: (() throws -> Void) throws -> Matrix
  ) throws(Problem) -> Matrix {
    do {
      return try body { if meter.isCancelled() { throw Problem.bound(.cancelled) } }
    } catch let error as NetworkError {
      throw .value(.network(error.description))
    } catch {
      throw EngineProblem.problem(of: error)
    }
  }

  /// M⁻¹.
  static func inverse(_ matrix: Matrix, _ meter: inout Meter) throws(Problem) -> Matrix {
    try spendInverse(matrix, &meter)
    return try inRange(try engine(meter) { try matrix.inverse(checkpoint: $0) })
  }

  private static func spendInverse(_ matrix: Matrix, _ meter: inout Meter) throws(Problem) {
    if case .dense = matrix { try meter.spend(matrix.inverseCost) }
  }

  /// A^k for a square matrix and a whole k, by squaring; k < 0 of the inverse.
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
          kind: Value.matrix(matrix).kind,
          advice: "It takes a square one."
        )
      )
    }
    guard exponent.isInteger else {
      throw .value(
        .domain(
          function: "A power of a matrix",
          expected: "a whole exponent",
          got: Rendering.number(exponent)
        )
      )
    }
    if exponent.isNegative { try spendInverse(matrix, &meter) }
    let squarings = exponent.isZero ? 0 : Double(min(exponent.exponent, 104) + 1)
    let size = Double(matrix.rows)
    switch matrix {
    case .scaledIdentity: break
    case .outer: try meter.spend(entries: 4 * squarings * size)
    case .dense:
      let each = size <= 32 ? perPreciseProduct : Meter.perProduct
      let exact = exponent.integer.map { matrix.exactPowerOperations($0) } ?? 0
      try meter.spend(
        operations: 2 * squarings * (each * size * size * size + 1000) + exact,
        bytes: 24 * size * size
      )
    }
    var isBeyond = false
    let power = try engine(meter) {
      let power = try matrix.power(exponent, checkpoint: $0)
      isBeyond = power == nil
      return power ?? matrix
    }
    if isBeyond { throw .bound(.exponentBeyond) }
    return power
  }
}
