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

  /// Var dJ/dz[l] over Var dJ/dz[l + 1] of a linear network: n Var W.
  ///
  /// *Source*: Glorot and Bengio 2010, equation 6.
  package static func linear(_ initialization: Initialization, width: Int) -> Double {
    let deviation = initialization.standardDeviation(fanOut: width, fanIn: width)
    return Double(width) * deviation * deviation
  }
}
