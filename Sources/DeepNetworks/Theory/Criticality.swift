/// What the theory says of a random network far from its input.
package struct Criticality: Sendable, Hashable {
  /// q*, the variance of the z's; the given start where every variance is fixed.
  package let variance: Double
  /// χ at q*: squared gradients change by this factor per layer.
  package let chi: Double
  /// c*, the correlation of two inputs.
  package let correlation: Double
  /// The slope of the correlation map at c*.
  package let correlationSlope: Double
  /// ξ_q = −1/ln of the variance map's slope: layers in which a distance to q* falls by e.
  package let varianceDepth: Double
  /// ξ_c = −1/ln of the correlation map's slope at c*.
  package let correlationDepth: Double
  /// −1/ln χ: layers in which squared gradients fall by e; negative where they grow.
  package let gradientDepth: Double

  /// Whether all is right to the last bit, next to χ = 1 too.
  package var isExact = false

  /// Integrals in float64 know χ to about 1e-14.
  private static let leastDistance = 1e-12

  package var phase: Phase {
    guard isExact else {
      return (chi - 1).magnitude < Criticality.leastDistance
        ? .critical : chi < 1 ? .ordered : .chaotic
    }
    return gradientDepth.isInfinite ? .critical : gradientDepth > 0 ? .ordered : .chaotic
  }
}
