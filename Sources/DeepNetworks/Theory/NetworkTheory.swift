/// What theory says of one network at one input, layer by layer, for J = Σ ŷᵢ.
///
/// *Source*: Poole et al. 2016, Schoenholz et al. 2017; `WideLayers` says what is reckoned with.
package struct NetworkTheory: Sendable, Hashable {
  /// What the numbers hold for.
  package enum Basis: Sendable, Hashable {
    /// For this network: nothing in it is random.
    case exact
    /// For wide layers, over all draws of the weights: roots of mean squares.
    case wideLayers
  }

  package let basis: Basis
  /// rms of z[1] … z[L].
  package let z: [Extended]
  /// rms of a[0] … a[L].
  package let a: [Extended]
  /// rms of dJ/da[0] … dJ/da[L].
  package let gradients: [Extended]
  /// What a single draw of layers of these widths does; nil where that is not known.
  package let typical: Typical?

  /// The size that half the draws are below: the mean of squares is kept by few large ones.
  ///
  /// *Source*: Hanin 2018, Hanin and Nica 2019.
  package struct Typical: Sendable, Hashable {
    /// rms of a[0] … a[L], given that some unit of each layer lives.
    package let a: [Extended]
    /// The standard deviation of log10 of each `a`, in decades.
    package let spread: [Double]
    /// rms of dJ/da[0] … dJ/da[L]; nil behind a last relu, on whose live units all of them depend.
    package let gradients: [Extended]?
    /// The standard deviation of log10 of each of `gradients`.
    package let gradientSpread: [Double]?
  }

  /// Why nothing is said of a network.
  package enum Gap: Error, Sendable, Hashable {
    /// Its weights were given, not drawn, and are not the lecture's s I of a linear network.
    case givenWeights
    /// z of layer 1 is a sum of so few uniform numbers that it isn't normal, and g is curved.
    case fewUniformWeights
    /// Its skips go past several layers, or norms stand elsewhere than before each activation.
    case blocks
    /// Batch norms.
    case batchNorm
  }

  /// What is lacking for a theory of a network at an input; nil where there is one.
  package static func gap(_ network: Network, at x: Vector) -> Gap? {
    if case .batch = network.structure.norm { return .batchNorm }
    guard network.structure.isLayerwise else { return .blocks }
    switch network.origin {
    case .drawn(let initialization, _):
      let isCurved = network.activation(of: 1).slopeBelowZero == nil
      return isCurved && initialization.isUniform && isFew(x) ? .fewUniformWeights : nil
    case .matrices: return ScaledSkips(network) == nil ? .givenWeights : nil
    }
  }

  /// Whether a sum of w x has few terms that count: (Σ x²)²/Σ x⁴ < 6, where the excess kurtosis of
  /// uniform w, −1.2 of one term, is beyond −0.2.
  private static func isFew(_ x: Vector) -> Bool {
    let squares = x.elements.map { $0 * $0 }
    let sum = squares.reduce(Extended.zero, +)
    let fourths = squares.reduce(Extended.zero) { $0 + $1 * $1 }
    return sum * sum < Extended(6) * fourths
  }

  /// nil where there is a `gap`.
  ///
  /// *Cost*: L Gaussian integrals, fewer where the variance stands still; none for linear and relu.
  /// *Throws*: what `checkpoint` throws; it gets the share that is done.
  package init?(
    _ network: Network,
    at x: Vector,
    checkpoint: (Double) throws -> Void
  ) throws {
    guard Self.gap(network, at: x) == nil else { return nil }
    switch network.origin {
    case .matrices:
      guard let chain = ScaledSkips(network) else { return nil }
      basis = .exact
      a = chain.signals(from: x.rms())
      z = chain.preactivations(from: x.rms())
      gradients = chain.gradients
      typical = nil
    case .drawn(let initialization, _):
      let layers = WideLayers(network, drawnFrom: initialization)
      let forward = try layers.forward(x, checkpoint: checkpoint)
      basis = .wideLayers
      z = forward.map(\.z)
      a = [x.rms()] + forward.map(\.a)
      gradients = layers.gradients(forward, x)
      typical = Typical(network, drawnFrom: initialization, a: a, gradients: gradients)
    }
  }
}
