import CKernels

/// The Householder form of A = Q R, for rows ≥ columns.
///
/// *Source*: Golub and Van Loan, "Matrix Computations", 4th ed., section 5.1.
struct Reflections {
  private let rows: Int
  private let columns: Int
  /// Column k's reflector below and on the diagonal, row-major; R's rest above it is not needed.
  private var values: [Double]
  /// The factor β of I − β v vᵀ, for each column.
  private var factors: [Double]
  /// The sign of R's diagonal.
  private var signs: [Double]

  /// Factors row-major values.
  ///
  /// *Cost*: 2 rows · columns² multiplications. `checkpoint` gets the share that is done.
  init(
    _ values: [Double],
    rows: Int,
    columns: Int,
    checkpoint: (Double) throws -> Void
  ) rethrows {
    self.rows = rows
    self.columns = columns
    self.values = values
    factors = Array(repeating: 0, count: columns)
    signs = Array(repeating: 1, count: columns)
    var pace = Pace(layers: columns, operations: 2 * Double(values.count) * Double(columns))
    for k in 0..<columns {
      reflect(column: k)
      try pace.step(k + 1, checkpoint)
    }
  }

  /// Makes column k's reflector v = x + sign(x₁)‖x‖ e₁ and applies it to the columns right of it.
  private mutating func reflect(column k: Int) {
    var squares = 0.0
    for i in k..<rows { squares += values[i * columns + k] * values[i * columns + k] }
    let norm = squares.squareRoot()
    guard norm > 0 else { return }
    let first = values[k * columns + k]
    // The reflection sends x to −sign(x₁)‖x‖ e₁, R's diagonal entry.
    signs[k] = first < 0 ? 1 : -1
    values[k * columns + k] = first < 0 ? first - norm : first + norm
    factors[k] = 1 / (norm * (norm + first.magnitude))
    let width = columns - k - 1
    guard width > 0 else { return }
    let reflector = column(k)
    let (rows, columns, factor) = (rows, columns, factors[k])
    values.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      Reflections.apply(
        reflector,
        factor: factor,
        to: base + k * columns + k + 1,
        rows: rows - k,
        width: width,
        stride: columns
      )
    }
  }

  /// Reflector k, from the diagonal down.
  private func column(_ k: Int) -> [Double] {
    (k..<rows).map { values[$0 * columns + k] }
  }

  /// M ← (I − β v vᵀ) M for a block of `width` columns.
  private static func apply(
    _ reflector: [Double],
    factor: Double,
    to block: UnsafeMutablePointer<Double>,
    rows: Int,
    width: Int,
    stride: Int
  ) {
    var products = [Double](repeating: 0, count: width)
    for i in 0..<rows { fk_axpy(&products, reflector[i], block + i * stride, width) }
    for i in 0..<rows { fk_axpy(block + i * stride, -factor * reflector[i], products, width) }
  }

  /// The columns of Q times the signs of R's diagonal: what QR with a positive diagonal gives.
  ///
  /// With A of independent normals they are uniform (Haar) among orthonormal columns (Mezzadri
  /// 2007). *Shape*: rows × columns, row-major.
  func orthonormalColumns(_ checkpoint: (Double) throws -> Void) rethrows -> [Double] {
    var pace = Pace(layers: columns, operations: 2 * Double(values.count) * Double(columns))
    var q = [Double](repeating: 0, count: rows * columns)
    for k in 0..<columns { q[k * columns + k] = 1 }
    try q.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for k in (0..<columns).reversed() {
        Reflections.apply(
          column(k),
          factor: factors[k],
          to: base + k * columns + k,
          rows: rows - k,
          width: columns - k,
          stride: columns
        )
        try pace.step(columns - k, checkpoint)
      }
    }
    for i in 0..<rows {
      for k in 0..<columns { q[i * columns + k] *= signs[k] }
    }
    return q
  }
}
