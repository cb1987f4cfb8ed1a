import CKernels

/// The theory of infinitely wide random networks: W ~ N(0, σ_w²/fan-in), b ~ N(0, σ_b²).
///
/// ```
/// q[l+1] = σ_w² E g(√q[l] z)² + σ_b²                      the variance of the z's
/// χ      = σ_w² E g′(√q z)²                               the growth of squared gradients per layer
/// c[l+1] = (σ_w² E g(u₁) g(u₂) + σ_b²)/q,  corr(u₁, u₂) = c[l]   at q = q*
/// ```
/// *Source*: Poole et al. 2016, Schoenholz et al. 2017.
package struct MeanField: Sendable, Hashable {
  package let activation: Activation
  /// σ_w².
  package let weightVariance: Double
  /// The same to all its digits: on the edge of chaos they decide.
  let exactWeightVariance: Extended
  /// σ_b².
  package let biasVariance: Double

  /// *Domain*: finite variances, 0 or more (others are taken as 0).
  package init(
    _ activation: Activation,
    exactWeightVariance: Extended,
    biasVariance: Double = 0
  ) {
    self.activation = activation
    let isFinite = exactWeightVariance.double.isFinite
    self.exactWeightVariance = isFinite ? max(exactWeightVariance, .zero) : .zero
    weightVariance = self.exactWeightVariance.double
    self.biasVariance = biasVariance.isFinite ? max(biasVariance, 0) : 0
  }

  /// The same of a variance in float64.
  package init(_ activation: Activation, weightVariance: Double, biasVariance: Double = 0) {
    self.init(
      activation,
      exactWeightVariance: Extended(weightVariance),
      biasVariance: biasVariance
    )
  }

  /// Whether the maps of correlations are the same at every variance.
  package var isScaleFree: Bool { activation.slopeBelowZero != nil && biasVariance == 0 }

  /// The next layer's variance.
  package func variance(after q: Double) -> Double {
    weightVariance * Moments(activation, variance: q).second + biasVariance
  }

  /// χ at a variance: E ‖J v‖²/‖v‖² of one layer.
  package func chi(at q: Double) -> Double {
    weightVariance * Moments(activation, variance: q).slopeSecond
  }

  /// dq[l+1]/dq[l] = σ_w² E[z g(√q z) g′(√q z)]/√q.
  func varianceSlope(at q: Double) -> Double {
    if let slope = activation.slopeBelowZero {
      return weightVariance * (1 + slope * slope) / 2
    }
    let root = max(q, 1e-300).squareRoot()
    let integral = GaussianIntegral(scale: root)
    let u = integral.nodes.map { root * $0 }
    let f = activation.values(u)
    let slopes = activation.derivatives(u)
    let products = u.indices.map { integral.nodes[$0] * f[$0] * slopes[$0] }
    return weightVariance * integral.mean(products) / root
  }

  /// Where the variance goes, from a start of 1.
  package enum FixedPoint: Sendable, Hashable {
    /// To this value, which may be 0.
    case settles(Double)
    /// Beyond all bounds.
    case grows
    /// Nowhere: every variance maps to itself.
    case neutral
  }

  /// Whether a variance that falls goes down to 0: where the tangents at 0 shrink variances, or keep
  /// them, nothing stops it.
  package var mayFallToZero: Bool {
    biasVariance == 0 && activation.values([0])[0] == 0 && chi(at: 0) <= 1 + 0x1p-51
  }

  /// The fixed point q* of the variance map.
  ///
  /// Bracketed by factors of two from 1, then bisected to the last bit. Below 1e-30 is 0.
  package var fixedPoint: FixedPoint {
    if let slope = activation.slopeBelowZero {
      let factor = weightVariance * (1 + slope * slope) / 2
      guard (factor - 1).magnitude > 1e-14 else { return biasVariance == 0 ? .neutral : .grows }
      return factor < 1 ? .settles(biasVariance / (1 - factor)) : .grows
    }
    let rises = variance(after: 1) > 1
    var low = 1.0
    var high = 1.0
    if rises {
      repeat {
        low = high
        high *= 2
        if high > 1e12 { return .grows }
      } while variance(after: high) > high
    } else {
      if mayFallToZero { return .settles(0) }
      repeat {
        high = low
        low /= 2
        if low < 1e-30 { return .settles(0) }
      } while variance(after: low) <= low
    }
    return .settles(bisect(low, high) { variance(after: $0) > $0 })
  }
}
