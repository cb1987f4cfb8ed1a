import DeepNetworks

/// Mean-field theory along the layers of one network: its widths, its input, its last layer.
///
/// ```
/// E z[1]² = σ₁² |x|²/n₀ + σ_b²,  E z[l+1]² = σ² E g(z[l])² + σ_b²,  σ² = fan-in · Var W
/// E (dJ/da[l−1])² = fan-out · Var W · E g′(z[l])² · E (dJ/da[l])²,  from 1 for J = Σ ŷ
/// ```
/// in extended range. *Source*: Poole et al. 2016, Schoenholz et al. 2017.
struct LayerTheory {
  private let network: Network
  private let initialization: Initialization

  /// nil where weights are given, or the layers have skips or norms.
  init?(_ network: Network) {
    guard case .drawn(let initialization, _) = network.origin, network.structure == .plain else {
      return nil
    }
    self.network = network
    self.initialization = initialization
  }

  func lists(
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

  init(_ activation: Activation, variance q: Extended) {
    let tiny = Extended(1e-200)
    switch activation {
    case .linear, .relu, .leakyReLU:
      let one = Moments(activation)
      second = Extended(one.second) * q
      slopeSecond = Extended(one.slopeSecond)
    case .tanh, .sigmoid, .elu, .selu, .gelu, .silu, .softplus, .erf:
      if q < tiny, activation.value(.zero).isZero {
        // So near 0 an activation is its tangent, on either side of a kink.
        let moments = Moments(activation, variance: 1e-200)
        slopeSecond = Extended(moments.slopeSecond)
        second = Extended(moments.second) * (q / tiny)
      } else {
        let moments = Moments(activation, variance: q.double)
        second = Extended(moments.second)
        slopeSecond = Extended(moments.slopeSecond)
      }
    }
  }
}
