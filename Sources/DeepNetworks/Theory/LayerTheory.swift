/// Mean-field theory along the layers of one network: its widths, its input, its last layer.
///
/// ```
/// E z[1]² = σ₁² |x|²/n₀ + σ_b²,  E z[l+1]² = σ² E g(z[l])² + σ_b²,  σ² = fan-in · Var W
/// E (dJ/da[l−1])² = fan-out · Var W · E g′(z[l])² · E (dJ/da[l])²,  from 1 for J = Σ ŷ
/// ```
/// in extended range. *Source*: Poole et al. 2016, Schoenholz et al. 2017.
package struct LayerTheory {
  private let network: Network
  private let initialization: Initialization

  /// nil where weights are given, or the layers have skips or norms.
  package init?(_ network: Network) {
    guard case .drawn(let initialization, _) = network.origin, network.structure == .plain else {
      return nil
    }
    self.network = network
    self.initialization = initialization
  }

  /// √ of the three expectations: of z[1] … z[L], a[0] … a[L] and dJ/da[0] … dJ/da[L].
  ///
  /// *Cost*: L Gaussian integrals. *Throws*: what `checkpoint` throws; it gets the share that is done.
  package func lists(
    _ input: Vector,
    checkpoint: (Double) throws -> Void
  ) throws -> (z: [Extended], a: [Extended], gradients: [Extended]) {
    let biases = Extended(network.biasStandardDeviation * network.biasStandardDeviation)
    var mean = input.rms() * input.rms()
    var z: [Extended] = []
    var a = [input.rms()]
    var slopes: [Extended] = []
    var last: (q: Extended, activation: Activation, moments: ScaledMoments)?
    for layer in 1...network.depth {
      let (fanIn, fanOut) = (network.width(of: layer - 1), network.width(of: layer))
      let deviation = Extended(initialization.standardDeviation(fanOut: fanOut, fanIn: fanIn))
      let q = Extended(fanIn) * deviation * deviation * mean + biases
      let activation = network.activation(of: layer)
      // Far from the input the variance stands still.
      let moments: ScaledMoments
      if let last, last.q == q, last.activation == activation {
        moments = last.moments
      } else {
        moments = ScaledMoments(activation, variance: q)
      }
      last = (q, activation, moments)
      mean = moments.second
      z.append(q.squareRoot())
      a.append(mean.squareRoot())
      slopes.append(Extended(fanOut) * deviation * deviation * moments.slopeSecond)
      try checkpoint(Double(layer) / Double(network.depth))
    }
    var gradients = [Extended.one]
    var square = Extended.one
    for slope in slopes.reversed() {
      square = square * slope
      gradients.append(square.squareRoot())
    }
    return (z, a, gradients.reversed())
  }
}

/// E g² and E g′² for a variance of any size.
private struct ScaledMoments {
  let second: Extended
  let slopeSecond: Extended

  /// Beyond these a variance is stood for by the bound.
  private static let (near, far) = (1e-200, 1e20)

  init(_ activation: Activation, variance q: Extended) {
    var place = q
    // Whether beyond the place E g² goes with q, and E g′² with 1/√q.
    var (grows, flattens) = (false, false)
    switch activation.traits.form {
    case .identity, .rays: (place, grows) = (.one, true)
    case .curve(_, let ends, _):
      if q > Extended(Self.far) {
        place = Extended(Self.far)
        switch ends {
        case .rays: grows = true
        case .levels: flattens = true  // only z near 0 has a slope
        }
      } else if q < Extended(Self.near), activation.value(.zero).isZero {
        // A tangent, on either side of a kink.
        (place, grows) = (Extended(Self.near), true)
      }
    }
    let moments = Moments(activation, variance: place.double)
    second = Extended(moments.second) * (grows ? q / place : .one)
    slopeSecond = Extended(moments.slopeSecond) * (flattens ? (place / q).squareRoot() : .one)
  }
}
