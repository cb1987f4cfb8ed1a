import CKernels

// g and g′ of plain doubles, many at a time: for batches and for Gaussian integrals.

extension Activation {
  /// λ and α of selu.
  ///
  /// *Source*: Klambauer et al. 2017, equation 14.
  static let seluScale = 1.0507009873554805
  static let seluSlope = 1.6732632423543772

  /// Writes g(z) of `count` doubles to `out`, which may be `z`.
  ///
  /// Each result depends on its own z alone.
  func apply(_ z: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>, _ count: Int) {
    switch self {
    case .linear: if out != z { out.update(from: z, count: count) }
    case .relu: for i in 0..<count { out[i] = z[i] < 0 ? 0 : z[i] }
    case .leakyReLU(let slope): for i in 0..<count { out[i] = z[i] < 0 ? slope * z[i] : z[i] }
    case .tanh: fk_tanh(out, z, count)
    case .sigmoid: fk_sigmoid(out, z, count)
    case .elu: fk_elu(out, z, count)
    case .selu:
      fk_elu(out, z, count)
      let below = Activation.seluScale * Activation.seluSlope
      for i in 0..<count { out[i] *= out[i] > 0 ? Activation.seluScale : below }
    case .gelu: fk_gelu(out, z, count)
    case .silu: fk_silu(out, z, count)
    case .softplus: fk_softplus(out, z, count)
    case .erf: fk_erf(out, z, count)
    }
  }

  /// Writes g′(z) of `count` doubles to `out`, which may be `z`.
  func applyDerivative(
    _ z: UnsafePointer<Double>,
    _ out: UnsafeMutablePointer<Double>,
    _ count: Int
  ) {
    switch self {
    case .linear: out.update(repeating: 1, count: count)
    case .relu: for i in 0..<count { out[i] = z[i] > 0 ? 1 : z[i].isNaN ? z[i] : 0 }
    case .leakyReLU(let slope):
      for i in 0..<count { out[i] = z[i] > 0 ? 1 : z[i].isNaN ? z[i] : slope }
    case .tanh: fk_sech2(out, z, count)
    case .sigmoid:
      for i in 0..<count { out[i] = z[i] * 0.5 }
      fk_sech2(out, out, count)
      for i in 0..<count { out[i] *= 0.25 }
    case .elu: fk_elu_slope(out, z, count)
    case .selu:
      fk_elu_slope(out, z, count)
      // Above 0 the slope is exactly 1, below it less; at 0 and just below, where e^z rounds to 1,
      // the right side's counts.
      for i in 0..<count {
        out[i] *= Activation.seluScale * (out[i] < 1 ? Activation.seluSlope : 1)
      }
    case .gelu: fk_gelu_slope(out, z, count)
    case .silu: fk_silu_slope(out, z, count)
    case .softplus: fk_sigmoid(out, z, count)
    case .erf: fk_erf_slope(out, z, count)
    }
  }

  func values(_ z: [Double]) -> [Double] {
    through({ out, z, count in if let out, let z { apply(z, out, count) } }, z)
  }

  func derivatives(_ z: [Double]) -> [Double] {
    through({ out, z, count in if let out, let z { applyDerivative(z, out, count) } }, z)
  }
}
