import CKernels

/// Exact learning curves of deep linear networks: one mode of strength s, u the product of D weights.
///
/// ```
/// τ du/dt = D u^(2 − 2/D) (s − u),  u(0) = u₀, balanced weights u₀^(1/D)
/// ```
/// *Source*: Saxe, McClelland and Ganguli 2013, equations 7, 8 and 15.
package struct Saxe: Sendable, Hashable {
  /// D, the number of weight layers.
  package let layers: Int
  /// s, the strength of the mode in the data.
  package let strength: Extended
  /// u₀.
  package let start: Extended

  /// Nil unless D ≥ 1, 0 < u₀ < s, both finite.
  package init?(layers: Int, strength: Extended, start: Extended) {
    guard layers >= 1, start > .zero, start < strength, strength.isFinite else { return nil }
    self.layers = layers
    self.strength = strength
    self.start = start
  }

  /// The time at which u passes a value, for τ = 1; nil unless u₀ ≤ value < s.
  ///
  /// Closed form for D = 1 and 2, else ∫ du/(D u^(2−2/D) (s − u)) by series: right to about 25 digits
  /// of the larger of its terms. *Cost*: up to 200 terms.
  package func time(to value: Extended) -> Extended? {
    guard value >= start, value < strength else { return nil }
    let fall = (strength - start) / (strength - value)
    switch layers {
    case 1:
      return fall.log()
    case 2:
      return (value / start * fall).log() / (strength * 2)
    default:
      let half = strength * Extended(0.5)
      var total = Extended.zero
      if start < half { total = total + lower(min(value, half)) - lower(start) }
      if value > half { total = total + upper(value) - upper(max(start, half)) }
      return total / Extended(layers)
    }
  }

  /// 2/D.
  private var share: Extended { Extended(2) / Extended(layers) }

  /// ∫ du u^(2/D − 2)/(s − u) for u ≤ s/2: Σ u^(k − 1 + 2/D)/(s^(k+1) (k − 1 + 2/D)), k = 0, 1, ….
  private func lower(_ u: Extended) -> Extended {
    let quotient = u / strength
    var power = (u.log() * (share - 1)).exponential() / strength
    var sum = Extended.zero
    for k in 0..<200 {
      let term = power / (Extended(k - 1) + share)
      sum = sum + term
      if k > 1, term.isZero || term.exponent < sum.exponent - 106 { break }
      power = power * quotient
    }
    return sum
  }

  /// The same from s/2 on, in w = s − u: −s^(2/D − 2) (ln w + Σ c[k] (w/s)^k/k), c[k] = c[k−1] (p + k −
  /// 1)/k, p = 2 − 2/D.
  private func upper(_ u: Extended) -> Extended {
    let quotient = (strength - u) / strength
    var term = Extended.one
    var sum = quotient.log()
    for k in 1..<200 {
      term = term * quotient * (Extended(k + 1) - share) / Extended(k)
      let next = term / Extended(k)
      sum = sum + next
      if next.exponent < sum.exponent - 106 { break }
    }
    return -sum * (strength.log() * (share - 2)).exponential()
  }

  /// u at a time t ≥ 0, for τ = 1.
  ///
  /// Closed form for D = 1 and 2, else a bisection on `time(to:)` to half the digits and two steps of
  /// Newton's method.
  package func value(at time: Extended) -> Extended {
    guard time > .zero else { return start }
    switch layers {
    case 1:
      return strength - (strength - start) * (-time).exponential()
    case 2:
      let fallen = (strength * time * -2).exponential()
      return strength / (.one + (strength / start - 1) * fallen)
    default:
      // Of the logarithm of u/(s − u), which goes up evenly.
      func u(_ odds: Extended) -> Extended { strength / (.one + (-odds).exponential()) }
      var low = (start / (strength - start)).log()
      var high = low.abs() + 80
      for _ in 0..<50 {
        let middle = (low + high) * Extended(0.5)
        if (self.time(to: u(middle)) ?? time + 1) < time { low = middle } else { high = middle }
      }
      var value = u(low)
      for _ in 0..<2 {
        guard let passed = self.time(to: value) else { break }
        let power = (value.log() * (2 - share)).exponential()
        let slope = Extended(layers) * power * (strength - value)
        let next = value + (time - passed) * slope
        guard next >= start, next < strength else { break }
        value = next
      }
      return value
    }
  }

  /// The largest rate at which gradient descent settles at u = s: 2/(D s^(2 − 2/D)).
  package static func largestStableRate(layers: Int, strength: Extended) -> Extended {
    let share = Extended(2) / Extended(max(layers, 1))
    return share / (strength.log() * (2 - share)).exponential()
  }

  /// Steps of gradient descent on D equal weights until u ≥ value; nil if not within `limit`.
  ///
  /// w ← w + rate · w^(D−1) (s − w^D), in float64. *Throws*: what `checkpoint` throws, which is
  /// called now and then with the share of the limit that is done.
  package func steps(
    to value: Double,
    rate: Double,
    limit: Int = 10_000_000,
    checkpoint: (Double) throws -> Void = { _ in }
  ) rethrows -> Int? {
    let (strength, start) = (strength.double, start.double)
    var w = root(start)
    for step in 0...max(limit, 0) {
      if step & 0xf_ffff == 0xf_ffff { try checkpoint(Double(step) / Double(limit)) }
      let lower = Saxe.power(w, layers - 1)
      let u = lower * w
      if u >= value { return step }
      guard u.isFinite else { return nil }
      w += rate * lower * (strength - u)
    }
    return nil
  }

  /// Multiplications and the like that a step takes.
  package var operationsPerStep: Double {
    Double(20 + 6 * (Int.bitWidth - layers.leadingZeroBitCount))
  }

  /// w^n by squaring.
  private static func power(_ w: Double, _ n: Int) -> Double {
    var (result, square, rest) = (1.0, w, n)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }

  private func root(_ u: Double) -> Double {
    switch layers {
    case 1: u
    case 2: u.squareRoot()
    default: fk_exp1(fk_log1(u) / Double(layers))
    }
  }
}
