import CKernels

/// E g(u₁) g(u₂) and E g′(u₁) g′(u₂) for normals of variance q and correlation c.
struct PairMoments {
  let activation: Activation
  let variance: Double

  private var root: Double { variance.squareRoot() }

  /// E g(u₁) g(u₂).
  func values(_ c: Double) -> Double {
    if c >= 1 { return Moments(activation, variance: variance).second }
    return switch activation.traits.form {
    case .identity: rayValues(c, below: 1)
    case .rays(let below): rayValues(c, below: below)
    case .curve(_, _, .closed(let values, _)): values(variance, c)
    case .curve(_, _, .grid): smooth(c, activation.values)
    case .curve(_, _, .panels): kinked(c, activation.values)
    }
  }

  /// E g′(u₁) g′(u₂).
  func slopes(_ c: Double) -> Double {
    if c >= 1 { return Moments(activation, variance: variance).slopeSecond }
    return switch activation.traits.form {
    case .identity: raySlopes(c, below: 1)
    case .rays(let below): raySlopes(c, below: below)
    case .curve(_, _, .closed(_, let slopes)): slopes(variance, c)
    case .curve(_, _, .grid): smooth(c, activation.derivatives)
    case .curve(_, _, .panels): kinked(c, activation.derivatives)
    }
  }

  private func rayValues(_ c: Double, below slope: Double) -> Double {
    let (odd, even) = ((1 + slope) / 2, (1 - slope) / 2)
    let sizes = 2 / Double.pi * (c.complement + c * c.arcSine)
    return variance * (odd * odd * c + even * even * sizes)
  }

  private func raySlopes(_ c: Double, below slope: Double) -> Double {
    let (odd, even) = ((1 + slope) / 2, (1 - slope) / 2)
    return odd * odd + even * even * 2 / Double.pi * c.arcSine
  }

  // Both rules give E f(√q z₁) f(√q (c z₁ + √(1 − c²) z₂)).

  /// The trapezoidal rule on a square, which converges exponentially for analytic functions.
  ///
  /// tanh's poles lie π/(2√q) off the real line; with h = 0.28/√q the error is about e^-35.
  private func smooth(_ c: Double, _ f: ([Double]) -> [Double]) -> Double {
    let step = max(min(0.125, 0.28 / max(root, 1e-300)), 9.0 / 1000)
    let half = Int((9 / step).rounded(.up))
    let grid = (-half...half).map { Double($0) * step }
    let density = through(fk_exp, grid.map { -0.5 * $0 * $0 })
      .map { $0 * step * 0.3989422804014327 }
    let first = f(grid.map { root * $0 })
    let s = c.complement
    var inner = [Double](repeating: 0, count: grid.count)
    for (row, z) in grid.enumerated() {
      let values = f(grid.map { root * (c * z + s * $0) })
      inner[row] = fk_dot(density, values, values.count) * first[row]
    }
    return fk_dot(density, inner, inner.count)
  }

  /// Panels that meet at the kink u₂ = 0 for every z₁.
  private func kinked(_ c: Double, _ f: ([Double]) -> [Double]) -> Double {
    let s = c.complement
    let outer = GaussianIntegral(scale: max(root, 1 / max(s, 1e-8)))
    let first = f(outer.nodes.map { root * $0 })
    var inner = [Double](repeating: 0, count: first.count)
    for (row, z) in outer.nodes.enumerated() {
      let kink = min(max(-c * z / s, -14), 14)
      let rule = GaussianIntegral(kink: kink, scale: root * s)
      inner[row] = rule.mean(f(rule.nodes.map { root * (c * z + s * $0) })) * first[row]
    }
    return outer.mean(inner)
  }
}
