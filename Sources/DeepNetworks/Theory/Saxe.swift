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
  package let strength: Double
  /// u₀.
  package let start: Double
  /// τ = 1/rate.
  private let timeConstant: Double

  /// Nil unless D ≥ 1, 0 < u₀ < s, τ > 0, all finite.
  package init?(layers: Int, strength: Double, start: Double, timeConstant: Double = 1) {
    guard layers >= 1, start > 0, start < strength, strength.isFinite,
      timeConstant > 0, timeConstant.isFinite
    else { return nil }
    self.layers = layers
    self.strength = strength
    self.start = start
    self.timeConstant = timeConstant
  }

  /// The time at which u passes a value; nil unless u₀ ≤ value < s.
  ///
  /// Closed form for D = 1 and 2, else ∫ du/(D u^(2−2/D) (s − u)) by Gauss–Legendre panels in ln u.
  package func time(to value: Double) -> Double? {
    guard value >= start, value < strength else { return nil }
    switch layers {
    case 1:
      return timeConstant * (fk_log1(strength - start) - fk_log1(strength - value))
    case 2:
      let odds = fk_log1(value / start) + fk_log1((strength - start) / (strength - value))
      return timeConstant * odds / (2 * strength)
    default:
      return timeConstant * integral(to: value, power: 1 - 2 / Double(layers)) / Double(layers)
    }
  }

  /// ∫ dx e^(−power x)/(s − e^x) over x = ln u, split so that no panel is longer than ½.
  private func integral(to value: Double, power: Double) -> Double {
    let (low, high) = (fk_log1(start), fk_log1(value))
    // Near s the integrand has a pole at x = ln s: panels shrink towards it.
    let pole = fk_log1(strength)
    var total = 0.0
    var x = low
    while x < high {
      let next = min(x + min(0.5, (pole - x) / 2), high)
      guard next > x else { break }
      total += Saxe.panel(x, next) { fk_exp1(-power * $0) / (strength - fk_exp1($0)) }
      x = next
    }
    return total
  }

  private static func panel(_ low: Double, _ high: Double, _ f: (Double) -> Double) -> Double {
    let (middle, half) = ((low + high) / 2, (high - low) / 2)
    return GaussianIntegral.legendre(half: half) { f(middle + $0) }
  }

  /// u at a time t ≥ 0.
  ///
  /// Closed form for D = 1 and 2, else bisection on `time(to:)`.
  package func value(at time: Double) -> Double {
    guard time > 0 else { return start }
    let t = time / timeConstant
    switch layers {
    case 1:
      return strength - (strength - start) * fk_exp1(-t)
    case 2:
      let fallen = fk_exp1(-2 * strength * t)
      return strength / (1 + (strength / start - 1) * fallen)
    default:
      return bisect(start, strength) { (self.time(to: $0) ?? .infinity) < time }
    }
  }

  /// The largest rate at which gradient descent settles at u = s: 2/(D s^(2 − 2/D)).
  package static func largestStableRate(layers: Int, strength: Double) -> Double {
    let depth = Double(max(layers, 1))
    return 2 / (depth * fk_exp1((2 - 2 / depth) * fk_log1(strength)))
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
