import CKernels

extension NetworkTheory.Typical {
  /// What linear and relu layers of Gaussian weights do, without skips, norms and biases.
  ///
  /// ```
  /// ‖a[l]‖²/‖a[l−1]‖² = Var W χ²(k),  k = n units, or the live ones among n
  /// ```
  /// and the same backwards, where the last layer's dJ/dŷ is 1 and the input's is not cut by relu.
  init?(
    _ network: Network,
    drawnFrom initialization: Initialization,
    a: [Extended],
    gradients: [Extended]
  ) {
    guard network.structure == .plain, network.biasSource == .none, initialization.isNormal,
      !network.hasMixedActivations,
      let kind = FiniteWidth.Kind(network.activation),
      let lastKind = FiniteWidth.Kind(network.lastActivation)
    else { return nil }
    var laws: [FiniteWidth: (mean: Double, variance: Double)] = [:]
    func law(_ kind: FiniteWidth.Kind, _ layer: Int) -> (mean: Double, variance: Double) {
      let key = FiniteWidth(kind, width: network.width(of: layer))
      if let known = laws[key] { return known }
      let law = key.logarithm
      laws[key] = law
      return law
    }
    let depth = network.depth
    let decade = 2 * 2.302585092994046
    var (mean, variance) = (0.0, 0.0)
    var (typical, spread) = ([a[0]], [0.0])
    for layer in 1...depth {
      let one = law(layer == depth ? lastKind : kind, layer)
      mean += one.mean
      variance += one.variance
      typical.append(a[layer] * Extended(mean / 2).exponential())
      spread.append(variance.squareRoot() / decade)
    }
    self.a = typical
    self.spread = spread
    guard lastKind == .linear else {
      (self.gradients, gradientSpread) = (nil, nil)
      return
    }
    // From ŷ down: the layers between are cut by their live units, the one looked at is not.
    var (back, backSpread) = ([gradients[depth]], [0.0])
    (mean, variance) = (0, 0)
    for layer in (0..<depth).reversed() {
      let here = law(.linear, layer)
      back.append(gradients[layer] * Extended((mean + here.mean) / 2).exponential())
      backSpread.append((variance + here.variance).squareRoot() / decade)
      let between = law(kind, layer)
      mean += between.mean
      variance += between.variance
    }
    self.gradients = back.reversed()
    gradientSpread = backSpread.reversed()
  }
}

extension FiniteWidth.Kind {
  init?(_ activation: Activation) {
    switch activation {
    case .linear: self = .linear
    case .relu: self = .relu
    case .leaky, .tanh, .sigmoid, .elu, .selu, .gelu, .silu, .softplus, .erf: return nil
    }
  }
}

extension Initialization {
  /// Whether the entries are independent normals.
  fileprivate var isNormal: Bool {
    switch self {
    case .gaussian, .deviation, .xavierNormal, .he, .lecun: true
    case .variance(_, _, let distribution): distribution == .normal
    case .xavierUniform, .uniform, .orthogonal: false
    }
  }
}
