import CKernels

/// One layer of a random network of finite width n: r = ‖h[l]‖²/‖h[l−1]‖² is random.
///
/// The mean of r is 1 at the right gain, but the typical product e^(Σ E ln r) decays, and the mean
/// is kept by rare large values. *Source*: Hanin 2018, Hanin and Nica 2019; χ² distribution.
package struct FiniteWidth: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// g(z) = z, W ~ N(0, 1/n): r = χ²(n)/n.
    case linear
    /// relu, W ~ N(0, 2/n): r = 2 χ²(k)/n with k ~ Binomial(n, ½) live units.
    case relu
  }

  package let kind: Kind
  package let width: Int

  /// *Domain*: width ≥ 1 (less is taken as 1).
  package init(_ kind: Kind, width: Int) {
    self.kind = kind
    self.width = max(width, 1)
  }

  private var n: Double { Double(width) }

  /// E r²: 1 + 2/n, or 1 + 5/n.
  package var secondMoment: Double { 1 + (kind == .linear ? 2 : 5) / n }

  /// E r² of a product of L layers, (E r²)^L.
  package func secondMoment(depth: Int) -> Extended {
    (Extended.one + Extended(kind == .linear ? 2 : 5) / Extended(width)).power(integer: depth)
  }

  /// P(all units of a relu layer are dead), 2^−n; 0 for a linear one.
  package var deadProbability: Extended {
    kind == .linear ? 0 : Extended(0.5).power(integer: width)
  }

  /// P(a signal survives L layers).
  package func aliveProbability(depth: Int) -> Extended {
    (Extended.one - deadProbability).power(integer: depth)
  }

  /// E ln r and Var ln r, given that the layer is alive.
  ///
  /// *Cost*: n steps for relu.
  package var logarithm: (mean: Double, variance: Double) {
    switch kind {
    case .linear:
      return (PolyGamma.digammaBesideLog(n / 2), PolyGamma.trigamma(n / 2))
    case .relu:
      // Binomial coefficients in extended range: they pass 2^n.
      var weight = Extended.one
      let dead = deadProbability
      let scale = dead / (.one - dead)
      var (mean, second) = (0.0, 0.0)
      for k in 1...width {
        weight = weight * Extended(width - k + 1) / Extended(k)
        let probability = (weight * scale).double
        let value = PolyGamma.digammaBesideLog(Double(k) / 2) + fk_log1(Double(2 * k) / n)
        mean += probability * value
        second += probability * (value * value + PolyGamma.trigamma(Double(k) / 2))
      }
      return (mean, second - mean * mean)
    }
  }

  /// log10 of the typical norm after L layers and its standard deviation in decades.
  package func typicalNorm(depth: Int) -> (log10: Double, deviation: Double) {
    let (mean, variance) = logarithm
    let decade = 2.302585092994046
    return (
      Double(depth) * mean / (2 * decade),
      (Double(depth) * variance).squareRoot() / (2 * decade)
    )
  }
}
