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
    let spread = spreadOfSlopes(activation, variance: q)
    return orthogonal ? spread : spread + 1
  }

  /// Var g′² over (E g′²)², for z ~ N(0, q).
  private static func spreadOfSlopes(_ activation: Activation, variance q: Double) -> Double {
    if let below = activation.slopeBelowZero {
      let square = below * below
      let ratio = (1 - below) * (1 + below) / (1 + square)
      return ratio * ratio
    }
    let moments = Moments(activation, variance: q)
    let spread = moments.slopeFourth / (moments.slopeSecond * moments.slopeSecond) - 1
    guard spread < 0.05, q > 0 else { return spread }
    guard q < least else { return nearlyEqualSlopes(activation, q) ?? spread }
    // A qᵖ (1 + B q), with A from two places; g′² begins with z² where g is odd but for a constant.
    guard let one = nearlyEqualSlopes(activation, least),
      let two = nearlyEqualSlopes(activation, 2 * least)
    else { return spread }
    let share = q / least
    let power = activation.saturates ? 2 : 1
    let (first, second) = (one, power == 2 ? two / 4 : two / 2)
    let scale = power == 2 ? share * share : share
    return scale * (first + (first - second) * (1 - share))
  }

  /// From here on down the spread follows from its first two terms in q.
  private static let least = 1e-10

  /// The same from slopes in double-double, as deviations from that at 0; nil for two rays.
  private static func nearlyEqualSlopes(_ activation: Activation, _ q: Double) -> Double? {
    guard case .curve(let reach, _, _) = activation.traits.form else { return nil }
    let root = q.squareRoot()
    let integral = GaussianIntegral(scale: root)
    // Next to 0, where slopes in double-double are not taken.
    let begin = reach.slope(Extended(hi: 1, lo: 0, exponent: -400))
    let deviations = integral.nodes.map { node in
      let slope = reach.slope(Extended(node * root)) / begin
      return ((slope - .one) * (slope + .one)).double
    }
    let mean = integral.mean(deviations)
    let spread = integral.mean(deviations.map { ($0 - mean) * ($0 - mean) })
    return spread / ((1 + mean) * (1 + mean))
  }

  /// Var dJ/dz[l] over Var dJ/dz[l + 1] of a linear network: n Var W.
  ///
  /// *Source*: Glorot and Bengio 2010, equation 6.
  package static func linear(_ initialization: Initialization, width: Int) -> Double {
    let deviation = initialization.standardDeviation(fanOut: width, fanIn: width)
    return Double(width) * deviation * deviation
  }
}
