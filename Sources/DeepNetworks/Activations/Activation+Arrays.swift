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
}
