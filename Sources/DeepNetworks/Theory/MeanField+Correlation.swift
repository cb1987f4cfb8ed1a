extension MeanField {
  /// The next layer's correlation of two inputs with relu and no biases, from 1 + c.
  ///
  /// ```
  /// (sin δ − δ cos δ)/π,  sin (δ/2) = √((1 + c)/2)
  /// ```
  /// by its series δ³/3 − δ⁵/30 + δ⁷/840 − … where that cancels. *Source*: Cho and Saul 2009.
  package static func correlationOfRelu(above opposite: Double) -> Double {
    let angle = 2 * (opposite / 2).squareRoot().arcSine
    let square = angle * angle
    // Σ (−1)ᵏ⁺¹ 2k δ^(2k+1)/(2k + 1)! for k = 1, 2, …
    var (term, sum) = (angle * square / 6, 0.0)
    for k in 1...12 {
      let count = Double(2 * k)
      sum += count * term
      term *= -square / ((count + 2) * (count + 3))
    }
    return sum / Double.pi
  }

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
