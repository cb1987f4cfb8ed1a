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

  /// The moments at variance q.
  ///
  /// *Domain*: q ≥ 0 and finite.
  package init(_ activation: Activation, variance q: Double = 1) {
    if let homogeneous = Moments.homogeneous(activation, q) {
      self = homogeneous
      return
    }
    let root = max(q, 0).squareRoot()
    let integral = GaussianIntegral(scale: root)
    let u = integral.nodes.map { root * $0 }
    let f = activation.values(u)
    let squares = activation.derivatives(u).map { $0 * $0 }
    mean = integral.mean(f)
    second = integral.mean(f.map { $0 * $0 })
    slopeSecond = integral.mean(squares)
    slopeFourth = integral.mean(squares.map { $0 * $0 })
  }

  private init(mean: Double, second: Double, slopeSecond: Double, slopeFourth: Double) {
    self.mean = mean
    self.second = second
    self.slopeSecond = slopeSecond
    self.slopeFourth = slopeFourth
  }

  /// The exact moments of g(z) = z above 0 and slope · z below.
  private static func homogeneous(_ activation: Activation, _ q: Double) -> Moments? {
    guard let slope = activation.slopeBelowZero else { return nil }
    let square = slope * slope
    return Moments(
      mean: (1 - slope) * q.squareRoot() * 0.3989422804014327,
      second: (1 + square) / 2 * q,
      slopeSecond: (1 + square) / 2,
      slopeFourth: (1 + square * square) / 2
    )
  }

  /// 1/√E g²: the gain that keeps the mean square of the activations at q = 1.
  package var gain: Double { 1 / second.squareRoot() }

  /// 1/sd(g): the gain that keeps their variance.
  package var centredGain: Double { 1 / (second - mean * mean).squareRoot() }

  /// χ at that gain, E g′²/E g²: by how much squared gradients grow per layer.
  package var chiAtGain: Double { slopeSecond / second }
}
