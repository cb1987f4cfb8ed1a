/// The singular values of a Jacobian.
package struct Spectrum: Sendable, Hashable {
  /// Largest first; min(rows, columns) of them, the last ones 0 where the rank is smaller.
  package let values: [Extended]

  /// How many are not zero.
  package var rank: Int { values.count { !$0.isZero } }

  package var largest: Extended { values.first ?? .zero }
  package var smallest: Extended { values.last ?? .zero }

  /// s₁/s_min; infinite where s_min = 0.
  package var conditionNumber: Extended { largest / smallest }
}

extension Jacobian {
  /// All singular values, each to about 1e-10 of itself at any depth.
  ///
  /// *Cost*: `cost`. *Throws*: `.notFinite` for a factor with inf or nan, `.tooMuchMemory`, and what
  /// `checkpoint` throws; it gets the share that is done.
  package func spectrum(
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> Spectrum {
    let count = min(rows, columns)
    // From the narrower end the kept rows are fewer.
    let isWide = columns > rows
    var sweep = ProductSweep(columns: isWide ? rows : columns)
    try run(&sweep, transposed: isWide, checkpoint)
    var values = try sweep.singularValues { try checkpoint(0.99) }
    values = Array(values.prefix(count))
    while values.count < count { values.append(.zero) }
    return Spectrum(values: values)
  }

  /// The Lyapunov exponents of this finite product: (1/L) ln |diag R| of one QR sweep, in nats per
  /// layer, as they come out (nearly largest first); −∞ where a direction dies.
  ///
  /// They are growth rates and tend to (1/L) ln sᵢ as L → ∞; at finite depth e^(Lλ) is not a singular
  /// value: it misses one by factors of e^±1 and more.
  ///
  /// *Throws*: as `spectrum`.
  package func finiteTimeLyapunovExponents(
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> [Double] {
    var sweep = ProductSweep(columns: columns, tracksDiagonal: true)
    try run(&sweep, transposed: false, checkpoint)
    return sweep.diagonal.prefix(min(rows, columns)).map {
      $0.isZero ? -.infinity : ($0.log() / Extended(depth)).double
    }
  }

  /// Takes all factors into a sweep, from the input's side or, transposed, from the output's.
  func run(
    _ sweep: inout ProductSweep,
    transposed: Bool,
    _ checkpoint: (Double) throws -> Void
  ) throws {
    for step in 0..<depth {
      let share = Double(step) / Double(depth)
      let layer = transposed ? depth - step : step + 1
      let matrix = try factor(layer) { _ in try checkpoint(share) }
      try matrix.checkEntries()
      guard matrix.isFinite else { throw NetworkError.notFinite(layer: layer) }
      try sweep.multiply(transposed ? matrix.transposed : matrix) { try checkpoint(share) }
      if step % 64 == 63 { try checkpoint(share) }
    }
  }
}

extension Matrix {
  /// Whether no entry is inf or nan.
  var isFinite: Bool {
    switch self {
    case .scaledIdentity(let factor, _): factor.isFinite
    case .dense(let dense): dense.exponent != 0 || dense.values.allSatisfy(\.isFinite)
    case .outer(let column, let row): column.isFinite && row.isFinite
    }
  }
}
