import CKernels

/// The singular values of products of square Gaussian matrices, entries N(0, 1/n).
package enum GaussianProducts {
  /// The Lyapunov exponents λ₁ ≥ … ≥ λₙ in nats per layer: growth rates as the depth goes to ∞.
  ///
  /// ```
  /// λᵢ = (ψ((n − i + 1)/2) + ln 2 − ln n)/2
  /// ```
  /// *Source*: Newman 1986.
  package static func lyapunovExponents(width: Int) -> [Double] {
    guard width >= 1 else { return [] }
    let ln2 = 0.6931471805599453
    let shift = ln2 - fk_log1(Double(width))
    return (1...width).map { (PolyGamma.digamma(Double(width - $0 + 1) / 2) + shift) / 2 }
  }

  /// The k-th moment of the squared singular values at infinite width: C(Lk + k, k)/(Lk + 1).
  ///
  /// *Source*: Fuss–Catalan numbers, Penson and Życzkowski 2011.
  package static func moment(_ k: Int, depth: Int) -> Extended {
    guard k > 0 else { return 1 }
    let top = Extended(depth) * Extended(k) + Extended(k)
    var value = Extended.one
    for i in 0..<k { value = value * (top - Extended(i)) / Extended(i + 1) }
    return (value / (Extended(depth) * Extended(k) + 1))
  }

  /// The largest squared singular value at infinite width, (L + 1)^(L + 1)/L^L.
  package static func edge(depth: Int) -> Extended {
    guard depth > 0 else { return 1 }
    let ratio = (Extended(depth) + 1) / Extended(depth)
    return ratio.power(integer: depth) * (Extended(depth) + 1)
  }

  /// p = E (1/n) tr (JJᵀ)² and q = E ((1/n) tr JJᵀ)² at width n.
  ///
  /// ```
  /// p ← (1 + 1/n) p + q,  q ← q + 2p/n²,  from p = q = 1
  /// ```
  package static func secondMoments(
    width: Int,
    depth: Int
  ) -> (trace: Extended, square: Extended) {
    let inverse = Extended.one / Extended(max(width, 1))
    var (p, q) = (Extended.one, Extended.one)
    for _ in 0..<max(depth, 0) {
      (p, q) = (p + p * inverse + q, q + p * inverse * inverse * 2)
    }
    return (p, q)
  }

  /// The mean singular value of one layer at infinite width, 8/(3π): the quarter-circle law.
  package static let meanSingularValue = Extended(8) / (Extended.pi * 3)
}
