import CKernels

extension MeanField {
  /// q*, χ, c* and the depth scales; nil where the variance grows beyond all bounds.
  ///
  /// `start` is the variance of a map that keeps every variance (relu with He's weights).
  package func criticality(start: Double = 1) -> Criticality? {
    if let exact = NearEdge(self)?.criticality { return exact }
    let q: Double
    switch fixedPoint {
    case .settles(let value): q = value
    case .neutral: q = start
    case .grows: return nil
    }
    let chi = chi(at: q)
    // At q = 0 with b = 0 correlations have no scale: they stay in the limit of small q.
    let seen = max(q, 1e-12)
    let c = biasVariance == 0 && q == 0 && chi <= 1 ? 1 : correlationFixedPoint(at: seen)
    let slope = c == 1 ? chi : correlationSlope(at: c, q: seen)
    return Criticality(
      variance: q,
      chi: chi,
      correlation: c,
      correlationSlope: slope,
      varianceDepth: MeanField.depth(q == 0 ? chi : varianceSlope(at: q)),
      correlationDepth: MeanField.depth(slope),
      gradientDepth: MeanField.depth(chi)
    )
  }

  /// −1/ln of a factor per layer; infinite for a factor of 1, but for the rounding of integrals.
  private static func depth(_ factor: Double) -> Double {
    (factor - 1).magnitude < 1e-12 ? .infinity : -1 / fk_log1(factor)
  }

  /// σ_w² on the edge of chaos for this σ_b², where χ = 1 at q*; nil where there is none.
  ///
  /// Parametrised by q: σ_w² = 1/E g′², σ_b² = q − σ_w² E g²; the given σ_b² is looked for between
  /// q = 1e-12 and 1e6. For relu-like activations only σ_b = 0 has an edge, at every q: σ_w² = 2/(1
  /// + slope²). Where the variance does not go to that q (gelu, silu), χ is not 1 for long.
  /// *Source*: Schoenholz et al. 2017, section 3.
  package static func edgeOfChaos(
    _ activation: Activation,
    biasVariance: Double
  ) -> (weightVariance: Double, variance: Double)? {
    if let slope = activation.slopeBelowZero {
      return biasVariance == 0 ? (2 / (1 + slope * slope), 1) : nil
    }
    func edge(at q: Double) -> (weightVariance: Double, variance: Double)? {
      let weights = 1 / Moments(activation, variance: q).slopeSecond
      let field = MeanField(activation, weightVariance: weights, biasVariance: biasVariance)
      guard case .settles(let end) = field.fixedPoint, (end - q).magnitude <= 1e-6 * q else {
        return nil
      }
      return (weights, q)
    }
    func remainder(_ q: Double) -> Double {
      let moments = Moments(activation, variance: q)
      return q - moments.second / moments.slopeSecond - biasVariance
    }
    if biasVariance == 0, activation.values([0])[0] == 0 { return edge(at: 0) }
    var low = 1e-12
    while low < 1e6 {
      if remainder(low) <= 0, remainder(low * 2) > 0 {
        let q = bisect(low, low * 2) { remainder($0) <= 0 }
        if let edge = edge(at: q) { return edge }
      }
      low *= 2
    }
    return nil
  }
}
