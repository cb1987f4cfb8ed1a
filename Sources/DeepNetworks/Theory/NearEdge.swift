/// The mean field of tanh and erf without biases up to the edge of chaos, where q* is 0, and just
/// beyond it by series in q.
///
/// ```
/// σ_w² g′(0)² = 1 + δ,  E g² = Σ m[k] qᵏ,  E g′² = Σ s[k] qᵏ,  E g′ = Σ e[k] qᵏ
/// δ + (1 + δ) Σ (m[k]/m[1]) q^(k−1) = 0, k = 2, 3, …          at q*, for δ > 0
/// ```
/// χ − 1 is of the size of δ², of which integrals in float64 leave nothing. The series of moments do
/// not converge, but their terms fall to 1e-20 before they grow, for δ up to 0.02.
/// *Source*: Poole et al. 2016; the moments E z^(2k) = (2k − 1)!! qᵏ.
struct NearEdge {
  /// δ.
  private let distance: Extended
  /// m[k]/m[1] from k = 2 on, s[k]/m[1] and e[k] from k = 1 on: the factors of q, q², ….
  private let values: [Extended]
  private let slopes: [Extended]
  private let means: [Extended]

  private static let terms = 24

  /// Nil further away, for other activations and with biases.
  init?(_ field: MeanField) {
    guard field.biasVariance == 0, let series = Self.series(field.activation) else { return nil }
    let square = series[0] * series[0]
    distance = field.exactWeightVariance * square - 1
    guard distance < Extended(0.02) else { return nil }
    let derivatives = series.enumerated().map { $1 * Extended(2 * $0 + 1) }
    var moment = Extended.one
    var (values, slopes, means): ([Extended], [Extended], [Extended]) = ([], [], [])
    for k in 1...Self.terms {
      moment = moment * Extended(2 * k - 1)
      slopes.append(Self.product(derivatives, k) * moment / square)
      means.append(derivatives[k] / series[0] * moment)
      values.append(Self.product(series, k) * moment * Extended(2 * k + 1) / square)
    }
    (self.values, self.slopes, self.means) = (values, slopes, means)
  }

  /// g's series in z, z³, z⁵, …; nil for other functions.
  private static func series(_ activation: Activation) -> [Extended]? {
    switch activation {
    case .tanh:
      // g′ = 1 − g².
      var list = [Extended.one]
      for n in 1...terms { list.append(-product(list, n - 1) / Extended(2 * n + 1)) }
      return list
    case .erf:
      var factor = Extended(2) / Extended.pi.squareRoot()
      var list = [factor]
      for n in 1...terms {
        factor = -factor / Extended(n)
        list.append(factor / Extended(2 * n + 1))
      }
      return list
    case .linear, .relu, .leaky, .sigmoid, .elu, .selu, .gelu, .silu, .softplus: return nil
    }
  }

  /// Σ a[i] a[k − i].
  private static func product(_ a: [Extended], _ k: Int) -> Extended {
    (0...k).reduce(.zero) { $0 + a[$1] * a[k - $1] }
  }

  /// Σ a[k] qᵏ, k from 1 on.
  private static func sum(_ a: [Extended], _ q: Extended) -> Extended {
    a.reversed().reduce(.zero) { ($0 + $1) * q }
  }

  /// q*; 0 up to the edge.
  private var variance: Extended {
    guard distance > .zero else { return .zero }
    let aim = distance / (distance + 1)
    var q = -aim / values[0]
    for _ in 0..<12 {
      let slope = values.enumerated().reversed().reduce(Extended.zero) {
        $0 * q + $1.element * Extended($1.offset + 1)
      }
      q = q - (Self.sum(values, q) + aim) / slope
    }
    return q
  }

  var criticality: Criticality {
    let q = variance
    /// (1 + δ)(1 + x) − 1.
    func raised(_ x: Extended) -> Extended { distance + (distance + 1) * x }
    let chi = raised(Self.sum(slopes, q))
    let mean = Self.sum(means, q)
    // With c = 1, up to the edge, its map has the slope χ there; beyond it c = 0.
    let correlation = distance > .zero ? raised(mean * 2 + mean * mean) : chi
    // d(q E g²)/dq/E g², less 1 where q* is not 0.
    let ascent = values.enumerated().reversed().reduce(Extended.zero) {
      ($0 + $1.element * Extended($1.offset + 2)) * q
    }
    return Criticality(
      variance: q.double,
      chi: (chi + 1).double,
      correlation: distance > .zero ? 0 : 1,
      correlationSlope: (correlation + 1).double,
      varianceDepth: Self.depth(raised(ascent)),
      correlationDepth: Self.depth(correlation),
      gradientDepth: Self.depth(chi),
      isExact: true
    )
  }

  /// −1/ln (1 + x); infinite for 0.
  private static func depth(_ x: Extended) -> Double {
    x.isZero ? .infinity : (-Extended.one / x.logOfOnePlus()).double
  }
}
