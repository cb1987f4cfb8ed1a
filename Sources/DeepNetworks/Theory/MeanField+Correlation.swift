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
