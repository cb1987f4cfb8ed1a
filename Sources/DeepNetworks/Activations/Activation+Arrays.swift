import CKernels

// g and g′ of plain doubles, many at a time: for batches and for Gaussian integrals.

extension Activation {
  /// Writes g(z) of `count` doubles to `out`, which may be `z`.
  ///
  /// Each result depends on its own z alone.
  func apply(_ z: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ count: Int) {
    traits.values(out, z, count)
  }

  /// gradient ·= g′(z) for `count` entries; `a` is g(z), or nil where that is not at hand.
  ///
  /// `scratch` has room for `count` doubles.
  func multiplySlopes(
    _ gradient: UnsafeMutablePointer<Double>,
    _ a: UnsafePointer<Double>?,
    _ z: UnsafePointer<Double>,
    _ count: Int,
    scratch: UnsafeMutablePointer<Double>
  ) {
    let traits = traits
    if case .identity = traits.form { return }
    if let a, let multiply = traits.multiplySlopes {
      multiply(gradient, a, z, count)
      return
    }
    traits.slopes(scratch, z, count)
    fk_multiply(gradient, scratch, count)
  }

  func values(_ z: [Double]) -> [Double] { through(traits.values, z) }

  func derivatives(_ z: [Double]) -> [Double] { through(traits.slopes, z) }

  /// g″ of `z`, from differences of g′ of eighth order, to about 1e-13; at a kink in 0 that of the
  /// side on which z lies.
  func secondDerivatives(_ z: [Double]) -> [Double] {
    let (step, first, weights): (Double, Int, [Double])
    switch traits.form {
    case .identity, .rays:
      return z.map { _ in 0 }
    case .curve(_, _, .panels):
      (step, first) = (0x1p-6, 0)
      weights = [
        -761.0 / 280, 8, -14, 56.0 / 3, -35.0 / 2, 56.0 / 5, -14.0 / 3, 8.0 / 7, -1.0 / 8,
      ]
    case .curve:
      (step, first) = (0x1p-8, -4)
      weights = [1.0 / 280, -4.0 / 105, 0.2, -0.8, 0, 0.8, -0.2, 4.0 / 105, -1.0 / 280]
    }
    var sum = z.map { _ in 0.0 }
    for (index, weight) in weights.enumerated() where weight != 0 {
      let distance = Double(first + index) * step
      let slopes = derivatives(z.map { first < 0 || $0 > 0 ? $0 + distance : $0 - distance })
      for i in z.indices { sum[i] += weight * slopes[i] }
    }
    return z.indices.map { first < 0 || z[$0] > 0 ? sum[$0] / step : -sum[$0] / step }
  }
}
