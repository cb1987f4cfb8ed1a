/// Growth per layer that theory gives in closed form.
package enum GradientGrowth {
  /// Var(s²) of the Jacobian's squared singular values per layer at χ = 1, at infinite width.
  ///
  /// ```
  /// E g′⁴/(E g′²)² − 1  for orthogonal weights, 1 more for Gaussian ones
  /// ```
  /// 0 is dynamical isometry. *Source*: Pennington, Schoenholz and Ganguli 2017.
  package static func spectrumVariance(
    _ activation: Activation,
    variance q: Double,
    orthogonal: Bool
  ) -> Double {
    let moments = Moments(activation, variance: q)
    let spread = moments.slopeFourth / (moments.slopeSecond * moments.slopeSecond) - 1
    return orthogonal ? spread : spread + 1
  }

  /// E ‖x[L]‖²/‖x[0]‖² of residual blocks x + α W x with W ~ N(0, σ_w²/n): (1 + α² σ_w²)^L.
  ///
  /// *Source*: Hanin and Rolnick 2018, Zhang et al. 2019 (Fixup).
  package static func residual(
    scale: Extended,
    weightVariance: Extended = 1,
    depth: Int
  ) -> Extended {
    (Extended.one + scale * scale * weightVariance).power(integer: depth)
  }

  /// π/(π − 1): squared gradients' growth per layer of batch normalisation and relu.
  ///
  /// In wide layers and large batches. *Source*: Yang et al. 2019.
  package static let batchNormalisation = Extended.pi / (Extended.pi - 1)

  /// Var dJ/dz[l] over Var dJ/dz[l + 1] of a linear network: n Var W.
  ///
  /// *Source*: Glorot and Bengio 2010, equation 6.
  package static func linear(_ initialization: Initialization, width: Int) -> Double {
    let deviation = initialization.standardDeviation(fanOut: width, fanIn: width)
    return Double(width) * deviation * deviation
  }
}
