import CKernels

/// E g(u₁) g(u₂) and E g′(u₁) g′(u₂) for normals of variance q and correlation c.
struct PairMoments {
  let activation: Activation
  let variance: Double

  private var root: Double { variance.squareRoot() }

  /// E g(u₁) g(u₂).
  func values(_ c: Double) -> Double {
    if c >= 1 { return Moments(activation, variance: variance).second }
    if let slope = activation.slopeBelowZero {
      let (odd, even) = ((1 + slope) / 2, (1 - slope) / 2)
      let sizes = 2 / Double.pi * (PairMoments.sine(c) + c * PairMoments.arcSine(c))
      return variance * (odd * odd * c + even * even * sizes)
    }
    if activation == .erf {
      return 2 / Double.pi * PairMoments.arcSine(2 * variance * c / (1 + 2 * variance))
    }
    return integral(c, activation.values)
  }

  /// E g′(u₁) g′(u₂).
  func slopes(_ c: Double) -> Double {
    if c >= 1 { return Moments(activation, variance: variance).slopeSecond }
    if let slope = activation.slopeBelowZero {
      let (odd, even) = ((1 + slope) / 2, (1 - slope) / 2)
      return odd * odd + even * even * 2 / Double.pi * PairMoments.arcSine(c)
    }
    if activation == .erf {
      let inner = 1 + 2 * variance
      let product = 2 * variance * c
      return 4 / Double.pi / ((inner - product) * (inner + product)).squareRoot()
    }
    return integral(c, activation.derivatives)
  }

  /// √(1 − c²).
  private static func sine(_ c: Double) -> Double {
    max((1 - c) * (1 + c), 0).squareRoot()
  }

  private static func arcSine(_ c: Double) -> Double {
    let s = sine(c)
    return s == 0 ? (c < 0 ? -1 : 1) * Double.pi / 2 : fk_atan1(c / s)
  }

  /// E f(√q z₁) f(√q (c z₁ + √(1 − c²) z₂)).
  private func integral(_ c: Double, _ f: ([Double]) -> [Double]) -> Double {
    switch activation {
    case .elu, .selu: kinked(c, f)
    case .tanh, .sigmoid, .gelu, .silu, .softplus, .erf, .linear, .relu, .leakyReLU: smooth(c, f)
    }
  }

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
    let s = PairMoments.sine(c)
    var inner = [Double](repeating: 0, count: grid.count)
    for (row, z) in grid.enumerated() {
      let values = f(grid.map { root * (c * z + s * $0) })
      inner[row] = fk_dot(density, values, values.count) * first[row]
    }
    return fk_dot(density, inner, inner.count)
  }

  /// Panels that meet at the kink u₂ = 0 for every z₁.
  private func kinked(_ c: Double, _ f: ([Double]) -> [Double]) -> Double {
    let s = PairMoments.sine(c)
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

extension MeanField {
  /// The next layer's correlation of two inputs, both at variance q.
  package func correlation(after c: Double, at q: Double) -> Double {
    let product = weightVariance * PairMoments(activation: activation, variance: q).values(c)
    return (product + biasVariance)
      / (weightVariance * Moments(activation, variance: q).second
        + biasVariance)
  }

  /// dc[l+1]/dc[l] at correlation c: χ where c = 1.
  package func correlationSlope(at c: Double, q: Double) -> Double {
    let slope = weightVariance * PairMoments(activation: activation, variance: q).slopes(c)
    return slope * q / (weightVariance * Moments(activation, variance: q).second + biasVariance)
  }

  /// Correlations of layers 0…count−1, from that of the inputs.
  package func correlations(from c: Double, at q: Double, count: Int) -> [Double] {
    var list: [Double] = []
    var current = c
    for index in 0..<max(count, 0) {
      if index > 0 { current = correlation(after: current, at: q) }
      list.append(current)
    }
    return list
  }

  /// The attracting fixed point c* of the correlation map at variance q.
  ///
  /// The map is convex with c = 1 fixed: with χ ≤ 1 there is no other; with χ > 1 Newton's method
  /// climbs to the one below from 0, never past it.
  func correlationFixedPoint(at q: Double) -> Double {
    guard correlationSlope(at: 1, q: q) > 1 else { return 1 }
    var c = 0.0
    for _ in 0..<60 {
      let distance = correlation(after: c, at: q) - c
      let step = distance / (1 - correlationSlope(at: c, q: q))
      guard distance > 1e-15, step > 1e-15 else { break }
      c = min(c + step, 1)
    }
    return c
  }
}
