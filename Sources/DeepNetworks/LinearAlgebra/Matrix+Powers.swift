extension Matrix {
  /// The n-th power by repeated squaring.
  ///
  /// The 0-th is the identity, a negative one that of the inverse; small matrices are multiplied in
  /// double-double, or as fractions where these stay short.
  ///
  /// *Domain*: a square matrix, for n < 0 one that has an inverse.
  /// *Throws*: `.notSquare`, `.singular`, `.powerUndetermined` where so much cancels in a small one that
  /// an entry has no digit left, unless entries may be lost beside larger ones.
  package func power(_ n: Int, losing: Bool = false) throws(NetworkError) -> Matrix {
    do {
      return try power(n, losing: losing) {}
    } catch let error as NetworkError {
      throw error
    } catch {
      preconditionFailure("nothing else ends a power")
    }
  }

  /// The same; `checkpoint` is called now and then in large products, and ends it by throwing.
  package func power(
    _ n: Int,
    losing: Bool = false,
    checkpoint: () throws -> Void
  ) throws -> Matrix {
    guard isSquare else { throw NetworkError.notSquare(shape) }
    if case .scaledIdentity(let factor, let width) = self {
      guard n >= 0 || !factor.isZero else { throw NetworkError.singular(isProven: true) }
      return .scaledIdentity(factor.power(integer: n), width)
    }
    if let exact = try exactPower(n) { return exact }
    var result = Matrix.scaledIdentity(.one, rows)
    var square = n < 0 ? try inverse(checkpoint: checkpoint) : self
    var doubts = losing ? nil : PowerDoubt(square)
    var rest = n.magnitude
    while rest > 0 {
      if rest & 1 == 1 {
        doubts?.multiply(result, by: square)
        result = try result.product(square, checkpoint: checkpoint)
      }
      rest >>= 1
      if rest > 0 {
        doubts?.square(square)
        square = try square.product(square, checkpoint: checkpoint)
      }
    }
    if let doubts, doubts.hasLost(result) { throw NetworkError.powerUndetermined(exponent: n) }
    return result
  }

  /// The n-th power in fractions, each entry rounded once; nil where they grow long.
  private func exactPower(_ n: Int) throws -> Matrix? {
    // A negative power holds minors of the matrix.
    let length = n < 0 ? n.magnitude * UInt(rows) : n.magnitude
    guard let exact = exactBase(n, length: length) else { return nil }
    guard let entries = exact.power(n) else { throw NetworkError.singular(isProven: true) }
    return .dense(DenseMatrix(unchecked: rows, rows, Vector(entries)))
  }

  /// The matrix whose n-th power is taken in fractions; nil where these grow long.
  private func exactBase(_ n: Int, length: UInt) -> ExactMatrix? {
    guard n.magnitude > 1, length <= Matrix.mostExactBits(rows), rows <= Matrix.mostExactRows,
      case .dense(let dense) = self,
      dense.entries.elements.allSatisfy({ $0.lo != 0 || $0.bitWidth <= Matrix.mostExactEntry }),
      let exact = ExactMatrix(dense, mostBits: Matrix.mostExactBits(rows) / Int(length) + 106),
      exact.bitWidth <= Matrix.mostExactEntry,
      exact.bitWidth * Int(length) <= Matrix.mostExactBits(rows)
    else { return nil }
    return exact
  }

  /// What the n-th power takes where it is worked out in fractions, or 0.
  ///
  /// Products of limbs, and arrays made for each product of numbers: callgrind's counts.
  package func exactPowerOperations(_ n: Int) -> Double {
    let length = n < 0 ? n.magnitude * UInt(rows) : n.magnitude
    guard isSquare, let exact = exactBase(n, length: length) else { return 0 }
    let limbs = Double(exact.bitWidth * Int(length)) / 64 + 1
    let size = Double(rows)
    return size * size * size * limbs * (11 * limbs + 4500)
  }

  /// The n-th power, for exponents of any size.
  ///
  /// Beyond 2^62 a power is worked out where it stays in short fractions, as that of [[1, 1], [0, 1]]
  /// does; nil for others, whose rounding would grow with the exponent.
  ///
  /// *Domain*: a whole exponent. *Throws*: as `power(_:)`.
  package func power(
    _ exponent: Extended,
    checkpoint: () throws -> Void
  ) throws -> Matrix? {
    guard isSquare else { throw NetworkError.notSquare(shape) }
    if let n = exponent.integer, n.magnitude < 1 << 62 {
      return try power(n, checkpoint: checkpoint)
    }
    if case .scaledIdentity(let factor, let width) = self {
      guard !exponent.isNegative || !factor.isZero else {
        throw NetworkError.singular(isProven: true)
      }
      return .scaledIdentity(try factor.power(exponent), width)
    }
    guard rows <= Matrix.mostExactRows, exponent.exponent < 104 else { return nil }
    let base = exponent.isNegative ? try inverse(checkpoint: checkpoint) : self
    let size = exponent.abs().significand.scaled(exponent.exponent)
    let entries = ExactMatrix(base.dense, mostBits: 106)?.power(
      UInt128(whole: size),
      mostBits: Matrix.mostExactBits
    )
    return entries.map { .dense(DenseMatrix(unchecked: rows, rows, Vector($0))) }
  }

  /// Fractions of so many bits are multiplied in microseconds.
  private static let mostExactBits = 12_000

  /// Matrices of so many rows with entries of so many bits are multiplied in some 20 ms.
  private static func mostExactBits(_ rows: Int) -> Int {
    // rows³ (bits/64)² multiplications of limbs.
    let limbs = (2e7 / Double(max(rows * rows * rows, 1))).squareRoot()
    return max(mostExactBits, 64 * Int(limbs))
  }
  private static let mostExactRows = 8
  /// Entries that somebody wrote have no more bits; longer ones would take long for nothing.
  private static let mostExactEntry = 32

  /// M⁻¹, each entry right to 15 digits.
  ///
  /// *Domain*: a square matrix. *Cost*: `inverseCost`.
  /// *Throws*: `.notSquare`, `.singular` where there is none or its digits cannot be had, and what
  /// `checkpoint` throws.
  package func inverse(checkpoint: () throws -> Void) throws -> Matrix {
    guard isSquare else { throw NetworkError.notSquare(shape) }
    if case .scaledIdentity(let factor, let n) = self {
      guard !factor.isZero else { throw NetworkError.singular(isProven: true) }
      return .scaledIdentity(.one / factor, n)
    }
    if case .outer(let column, _) = self, column.count > 1 {
      throw NetworkError.singular(isProven: true)
    }
    try checkEntries()
    return .dense(try Elimination(dense).inverse(checkpoint))
  }

  /// What `inverse` takes of a square matrix.
  package var inverseCost: Cost {
    guard case .dense(let dense) = self else { return Cost(operations: 0, bytes: 0) }
    return Elimination.cost(dense)
  }
}
