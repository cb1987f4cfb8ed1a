/// The factors per layer that theory gives for a network, where it gives any.
struct Prediction {
  let signalFactor: Double?
  let gradientFactor: Double?

  init(_ network: Network) {
    if case .drawn(let initialization, _) = network.origin {
      self.init(network, drawnFrom: initialization)
    } else if case .scaledIdentity(let factor, _) = network.weights(1),
      network.activation == .linear, network.structure.normEpsilon == nil
    {
      let skip = network.residualScale(of: 1)
      let size = (skip.map { .one + $0 * factor } ?? factor).abs().double
      self.init(signal: size, gradient: size)
    } else {
      self.init(signal: nil, gradient: nil)
    }
  }

  private init(signal: Double?, gradient: Double?) {
    signalFactor = signal
    gradientFactor = gradient
  }

  private init(_ network: Network, drawnFrom initialization: Initialization) {
    let field = network.meanField(initialization)
    let activation = network.activation
    if network.structure.normEpsilon != nil {
      // The norm sets q = 1 and divides gradients by what it divides signals by.
      let growth = Moments(activation).chiAtGain.squareRoot()
      let isPlain = network.structure.residualScale == nil
      self.init(signal: isPlain ? 1 : nil, gradient: isPlain ? growth : nil)
      return
    }
    if let scale = network.residualScale(of: min(2, network.depth))?.double {
      // Branches add variances; only for z-homogeneous g do they keep doing so at one rate.
      guard let slope = activation.slopeBelowZero, field.biasVariance == 0 else {
        self.init(signal: nil, gradient: nil)
        return
      }
      let branch = field.weightVariance * (1 + slope * slope) / 2
      let growth = (1 + scale * scale * branch).squareRoot()
      self.init(signal: growth, gradient: growth)
      return
    }
    switch field.fixedPoint {
    case .settles(let q) where q > 0:
      self.init(signal: 1, gradient: field.chi(at: q).squareRoot())
    case .settles, .neutral, .grows:
      guard field.biasVariance == 0, activation.values([0])[0] == 0 else {
        self.init(signal: nil, gradient: nil)
        return
      }
      // Small or scale-free signals: the factor is the gradients'.
      let q = activation.slopeBelowZero == nil ? 1e-12 : 1
      let growth = field.chi(at: q).squareRoot()
      let grows = field.fixedPoint == .grows && activation.slopeBelowZero == nil
      self.init(signal: grows ? nil : growth, gradient: grows ? nil : growth)
    }
  }
}

extension Network {
  /// The theory of a network whose weights are drawn like this, from layer 2's shape.
  func meanField(_ initialization: Initialization) -> MeanField {
    let layer = min(2, depth)
    let (fanIn, fanOut) = (width(of: layer - 1), width(of: layer))
    let deviation = initialization.standardDeviation(fanOut: fanOut, fanIn: fanIn)
    return MeanField(
      activation,
      weightVariance: Double(fanIn) * deviation * deviation,
      biasVariance: biasStandardDeviation * biasStandardDeviation
    )
  }
}
