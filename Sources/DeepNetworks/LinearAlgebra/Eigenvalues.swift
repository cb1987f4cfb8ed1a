/// The eigenvalues of a real square matrix, the largest in magnitude first.
///
/// A complex one comes with its conjugate behind it, the positive imaginary part first. Those of a triangle
/// are its diagonal, those of a 2 × 2 matrix are worked out in double-double; others by QR steps, once of the
/// matrix and once of its transpose, whose eigenvalues are the same: where rounding has led them apart,
/// fewer digits are right, and as many are kept.
package struct Eigenvalues: Sendable, Hashable {
  /// λ = real + i · imaginary.
  package struct Value: Sendable, Hashable {
    package let real: Extended
    package let imaginary: Extended

    /// |λ|.
    package var magnitude: Extended {
      imaginary.isZero ? real.abs() : (real * real + imaginary * imaginary).squareRoot()
    }

    fileprivate func distance(_ other: Value) -> Extended {
      Value(real: real - other.real, imaginary: imaginary - other.imaginary).magnitude
    }
  }

  /// Before what is uncertain is rounded away.
  package let values: [Value]
  /// By how much each may be wrong.
  private let errors: [Extended]

  /// The largest magnitude, with the digits that are right.
  package var radius: Extended {
    zip(values, errors).map { Eigenvalues.rounded($0.magnitude, $1) }.first ?? .zero
  }

  /// Real and imaginary parts with the digits that are right, a row for each.
  package var parts: [[Extended]] {
    zip(values, errors).map { value, error in
      [Eigenvalues.rounded(value.real, error), Eigenvalues.rounded(value.imaginary, error)]
    }
  }

  /// What it takes.
  package static func cost(of matrix: Matrix) -> Cost {
    let n = Double(matrix.rows)
    if case .scaledIdentity = matrix { return Cost(operations: 2000 * n, bytes: 300 * n) }
    return Cost(operations: (120 * n * n + 3500 * n + 30_000) * n, bytes: 64 * n * n)
  }

  /// Nil where the steps do not settle.
  ///
  /// *Throws*: `.noEigenvalues` for a matrix that is not square, `.eigenvaluesNotFinite` for one with
  /// entries that are infinite or nan, `.tooMuchMemory`, what `checkpoint` throws.
  package init?(_ matrix: Matrix, checkpoint: (Double) throws -> Void = { _ in }) throws {
    guard matrix.isSquare else { throw NetworkError.noEigenvalues(matrix.shape) }
    if case .scaledIdentity(let factor, let n) = matrix {
      guard factor.isFinite else { throw NetworkError.eigenvaluesNotFinite }
      values = Array(repeating: Value(real: factor, imaginary: .zero), count: n)
      errors = Array(repeating: .zero, count: n)
      return
    }
    try matrix.checkEntries()
    let dense = matrix.dense
    guard dense.entries.isFinite else { throw NetworkError.eigenvaluesNotFinite }
    let found: [(value: Value, error: Extended)]
    if dense.isTriangular || dense.transposed.isTriangular {
      found = (0..<dense.rows).map { (Value(real: dense[$0, $0], imaginary: .zero), .zero) }
    } else if dense.rows == 2 {
      found = Eigenvalues.ofPair(dense).map { ($0, .zero) }
    } else {
      guard let iterated = try Eigenvalues.iterated(dense, checkpoint) else { return nil }
      found = iterated
    }
    let ordered = found.sorted { Eigenvalues.isBefore($0.value, $1.value) }
    values = ordered.map(\.value)
    errors = ordered.map(\.error)
  }

  /// The larger first; of one size the one farther right, then the one above.
  private static func isBefore(_ a: Value, _ b: Value) -> Bool {
    let (left, right) = (a.magnitude, b.magnitude)
    if left != right { return left > right }
    return a.real == b.real ? a.imaginary > b.imaginary : a.real > b.real
  }

  /// A number without the digits that an error leaves in doubt.
  private static func rounded(_ number: Extended, _ error: Extended) -> Extended {
    if number.isZero || error.isZero { return number }
    let share = (error / number.abs()).double
    return share < 1 ? number.rounded(to: share) : .zero
  }

  // MARK: - Two ways

  /// λ = (a + d)/2 ± √(((a − d)/2)² + b c), in double-double.
  private static func ofPair(_ matrix: DenseMatrix) -> [Value] {
    let (a, d) = (matrix[0, 0], matrix[1, 1])
    let product = matrix[0, 1] * matrix[1, 0]
    let (center, half) = ((a + d) / 2, (a - d) / 2)
    var square = half * half + product
    // What is left of terms that cancel is rounding.
    let terms = half * half + product.abs()
    if square.abs() <= terms.shifted(-98) { square = .zero }
    let root = square.abs().squareRoot()
    guard !square.isNegative else {
      return [Value(real: center, imaginary: root), Value(real: center, imaginary: -root)]
    }
    // The one far from 0, and the other from the determinant where a sum would cancel.
    let far = center.isNegative ? center - root : center + root
    let determinant = a * d - product
    let isSafe = far.isZero || determinant.abs() <= (a * d).abs().shifted(-80)
    let near = isSafe ? center * 2 - far : determinant / far
    return [far, near].map { Value(real: $0, imaginary: .zero) }
  }

  /// By QR steps of the matrix and of its transpose.
  private static func iterated(
    _ matrix: DenseMatrix,
    _ checkpoint: (Double) throws -> Void
  ) throws -> [(value: Value, error: Extended)]? {
    let exponent = Int64(matrix.exponent)
    func run(_ matrix: DenseMatrix, _ begun: Double) throws -> [Value]? {
      let form = HessenbergForm(matrix.values, size: matrix.rows)
      try checkpoint(begun + 0.2)
      var iteration = FrancisIteration(form)
      return try iteration.run { try checkpoint(begun + 0.2 + 0.3 * $0) }?.map {
        Value(
          real: Extended($0.real).shifted(exponent),
          imaginary: Extended($0.imaginary).shifted(exponent)
        )
      }
    }
    guard let one = try run(matrix, 0), var others = try run(matrix.transposed, 0.5) else {
      return nil
    }
    // Rounding of the matrix itself in one entry of each row, as its doubles have it.
    let least = matrix.entries.norm().shifted(-52)
    return one.map { value in
      guard
        let nearest = others.indices.min(by: {
          others[$0].distance(value) < others[$1].distance(value)
        })
      else { return (value, least) }
      let gap = others.remove(at: nearest).distance(value)
      return (value, least + gap * 2)
    }
  }
}

extension DenseMatrix {
  /// Whether nothing but 0 stands below its diagonal.
  fileprivate var isTriangular: Bool {
    !(0..<rows).contains { i in (0..<min(i, columns)).contains { !self[i, $0].isZero } }
  }
}
