/// Gaussian moments of an activation: E over u ~ N(0, q).
///
/// ```
/// mean E g(u),  second E g(u)²,  slope E g′(u)²,  slopeFourth E g′(u)⁴
/// ```
/// *Source*: He et al. 2015 for relu, Klambauer et al. 2017 for selu; quadrature to about 1e-14.
package struct Moments: Sendable, Hashable {
  package let mean: Double
  package let second: Double
  package let slopeSecond: Double
  package let slopeFourth: Double
  /// E (g − E g)².
  package let variance: Double

  /// The moments at variance q.
  ///
  /// *Domain*: q ≥ 0 and finite.
  package init(_ activation: Activation, variance q: Double = 1) {
    if let homogeneous = Moments.homogeneous(activation, q) {
      self = homogeneous
      return
    }
    let start = activation.values([0])[0]
    guard q > 0 else {
      // What small variances come to: a slope on each side of 0.
      let squares = activation.derivatives([-1e-300, 1e-300]).map { $0 * $0 }
      self.init(
        mean: start,
        second: start * start,
        slopeSecond: (squares[0] + squares[1]) / 2,
        slopeFourth: (squares[0] * squares[0] + squares[1] * squares[1]) / 2,
        variance: 0
      )
      return
    }
    let root = q.squareRoot()
    let integral = GaussianIntegral(scale: root)
    let z = integral.nodes.map { root * $0 }
    let f = activation.values(z)
    let squares = activation.derivatives(z).map { $0 * $0 }
    // From g(0) on: neither what g has in common on both sides of 0 nor g(0) cancels.
    let rises = activation.traits.rise.map { $0(z) } ?? f
    let even = activation.traits.evenPart.map { $0(z) } ?? []
    let size = integral.mean(even.map(\.magnitude))
    let sum = even.isEmpty ? 0 : integral.mean(even)
    let shift = sum.magnitude > size * 0x1p-49 ? sum : 0  // below that it is rounding alone
    self.init(
      mean: start + shift,
      second: integral.mean(f.map { $0 * $0 }),
      slopeSecond: integral.mean(squares),
      slopeFourth: integral.mean(squares.map { $0 * $0 }),
      variance: integral.mean(rises.map { $0 * $0 }) - shift * shift
    )
  }

  private init(
    mean: Double,
    second: Double,
    slopeSecond: Double,
    slopeFourth: Double,
    variance: Double
  ) {
    self.mean = mean
    self.second = second
    self.slopeSecond = slopeSecond
    self.slopeFourth = slopeFourth
    self.variance = variance
  }

  /// The exact moments of g(z) = z above 0 and slope · z below.
  private static func homogeneous(_ activation: Activation, _ q: Double) -> Moments? {
    guard let slope = activation.slopeBelowZero else { return nil }
    let square = slope * slope
    let mean = (1 - slope) * 0.3989422804014327
    return Moments(
      mean: mean * q.squareRoot(),
      second: (1 + square) / 2 * q,
      slopeSecond: (1 + square) / 2,
      slopeFourth: (1 + square * square) / 2,
      variance: ((1 + square) / 2 - mean * mean) * q
    )
  }

  /// 1/√E g²: the gain that keeps the mean square of the activations at q = 1.
  package var gain: Double { 1 / second.squareRoot() }

  /// 1/sd(g): the gain that keeps their variance.
  package var centredGain: Double { 1 / variance.squareRoot() }

  /// χ at that gain, E g′²/E g²: by how much squared gradients grow per layer.
  package var chiAtGain: Double { slopeSecond / second }
}
