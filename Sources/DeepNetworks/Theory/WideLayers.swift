/// The theory of random networks of wide layers, along their widths, skips and norms.
///
/// With M = E a², m = E a over the units of a layer, v = Var W and n′ units before n:
/// ```
/// z ~ N(0, q),  q = n′ v M + σ_b²,  or q/(q + ε) behind a norm
/// a[l] = s a[l−1] + α g(z):   m ← s m + α E g,   M ← s M + 2 s α m E g + α² E g²
/// ```
/// with s = 1, α the skip's scale in layers that have one, s = 0, α = 1 in the others. Backwards
/// dJ/da[l] = A + B a[l] + noise of variance V, from 1 at ŷ. y = dJ/dz = g′(z) dJ/da[l], and
/// ```
/// Wᵀ y = β a[l−1] + noise of variance n v E y²,   β = n v E z y/q
/// A ← s (A + α B E g),  B ← s B + α β,  V ← s (V + α² B² Var g) + α² n v E y²
/// ```
/// B is what most accounts leave out: Wᵀ y is not independent of what W was applied to. For relu
/// it makes the gradients of Σ ŷ larger by √(1 + 1/π). *Source*: the conditioning of Bolthausen 2014
/// and Yang 2020, worked out here; Pennington et al. 2017 for orthogonal weights.
///
/// Along a[l−1] itself, where t = w · a/|a| of a unit is a part of its z, the noise is n Var(t y):
/// ```
/// E t² y² = v (q_w/q · E z² y²/q + σ_b²/q · E y²),   E t y = |a| v E z y/q,   q_w = |a|² v
/// ```
/// less (V − V′) n (E t g′ a[l])²/E a[l]², V′ the noise of dJ/da[l] along a[l]; behind a norm
/// u · dJ/du = 0 but for ε, and none is left of W a's share of u. It is one direction of as many as
/// there are units, of 1000 or of the few entries of x.
struct WideLayers {
  private let network: Network
  private let initialization: Initialization

  init(_ network: Network, drawnFrom initialization: Initialization) {
    self.network = network
    self.initialization = initialization
  }

  /// One layer of the pass forward.
  struct Layer {
    /// q with its norm, and √q.
    let variance, z: Extended
    /// Of a[l]: E a, E a² and its root.
    let mean, square, a: Extended
    /// q + ε behind a norm, by which it divides.
    let normed: Extended?
    let moments: LayerMoments
  }

  /// Var W of a layer.
  private func weightVariance(_ layer: Int) -> Extended {
    let deviation = Extended(
      initialization.standardDeviation(
        fanOut: network.width(of: layer),
        fanIn: network.width(of: layer - 1)
      )
    )
    return deviation * deviation
  }

  /// The part of q that comes from the weights.
  private func weighted(_ layer: Int, _ square: Extended) -> Extended {
    Extended(network.width(of: layer - 1)) * weightVariance(layer) * square
  }

  private func scales(_ layer: Int) -> (skip: Extended, branch: Extended) {
    network.residualScale(of: layer).map { (.one, $0) } ?? (.zero, .one)
  }

  /// *Cost*: L Gaussian integrals at most.
  func forward(_ x: Vector, checkpoint: (Double) throws -> Void) throws -> [Layer] {
    let biases = Extended(network.biasStandardDeviation * network.biasStandardDeviation)
    var (mean, square) = (x.mean(), x.rms() * x.rms())
    var layers: [Layer] = []
    layers.reserveCapacity(network.depth)
    var last: (q: Extended, activation: Activation, moments: LayerMoments)?
    for layer in 1...network.depth {
      let sum = weighted(layer, square) + biases
      let normed = network.norm(of: layer).map { sum + Extended($0.epsilon) }
      let q = normed.map { $0.isZero ? .zero : sum / $0 } ?? sum
      let activation = network.activation(of: layer)
      // Far from the input the variance stands still.
      let moments: LayerMoments
      if let last, last.q == q, last.activation == activation {
        moments = last.moments
      } else {
        moments = LayerMoments(activation, variance: q)
      }
      last = (q, activation, moments)
      let (s, alpha) = scales(layer)
      square = s * (square + 2 * alpha * mean * moments.value) + alpha * alpha * moments.second
      mean = s * mean + alpha * moments.value
      layers.append(
        Layer(
          variance: q,
          z: q.squareRoot(),
          mean: mean,
          square: square,
          a: square.squareRoot(),
          normed: normed,
          moments: moments
        )
      )
      try checkpoint(Double(layer) / Double(network.depth))
    }
    return layers
  }

  /// rms of dJ/da[0] … dJ/da[L].
  func gradients(_ layers: [Layer], _ x: Vector) -> [Extended] {
    let input = (mean: x.mean(), square: x.rms() * x.rms())
    var (A, B, V) = (Extended.one, Extended.zero, Extended.zero)
    // The variance of the noise along a[l] itself.
    var alongV = Extended.zero
    var sizes = [Extended.one]
    for layer in (1...network.depth).reversed() {
      let (here, moments) = (layers[layer - 1], layers[layer - 1].moments)
      let before =
        layer == 1 ? input : (mean: layers[layer - 2].mean, square: layers[layer - 2].square)
      let (s, alpha) = scales(layer)
      // dJ/da[l] = base + slant g(z) + what is independent of z.
      let base = A + s * B * before.mean
      let slant = B * alpha
      let rest = V + s * B * B * (before.square - before.mean * before.mean)
      var y = moments.slopeSecond * (base * base + rest)
      y = y + 2 * base * slant * moments.valueSlopeSecond
      y = y + slant * slant * moments.secondSlopeSecond
      var along = base * moments.bend + slant * moments.valueBend
      if let normed = here.normed {
        (y, along) = here.throughNorm(y, along, base * moments.slope + slant * moments.valueSlope)
        if normed.isZero { (y, along) = (.zero, .zero) }
      }
      let gain = Extended(network.width(of: layer)) * weightVariance(layer)
      var noise = gain * y
      let sent = weighted(layer, before.square)
      let explained = sent * along * along
      if case .orthogonal = initialization {
        // What lies along z is in β a already.
        let share = min(1, Double(network.width(of: layer)) / Double(network.width(of: layer - 1)))
        noise = noise - gain * Extended(share) * explained
      }
      var noiseAlong = Extended.zero
      if let normed = here.normed {
        // The share of W a in u, whose variance is q (q + ε) with `variance` q.
        let share = here.variance.isZero ? .zero : sent / (here.variance * normed)
        noiseAlong = noise * (.one - share)
      } else if !here.variance.isZero {
        var reach = moments.reach * (base * base + rest)
        reach = reach + 2 * base * slant * moments.valueReach
        reach = reach + slant * slant * moments.secondReach
        let (own, missing) = (sent / here.variance, V - alongV)
        let shared =
          here.square.isZero
          ? .zero : missing * sent * moments.valueBend * moments.valueBend / here.square
        noiseAlong = gain * (own * reach + (.one - own) * y - explained - shared)
      }
      if layer == 1 { noise = inputNoise(noise, along: noiseAlong) }
      if noise.isNegative { noise = .zero }
      if noiseAlong.isNegative { noiseAlong = .zero }
      let spread = slant * slant * (moments.second - moments.value * moments.value)
      (V, alongV) = (s * (V + spread), s * (alongV + spread))
      (V, alongV) = (V + alpha * alpha * noise, alongV + alpha * alpha * noiseAlong)
      (A, B) = (s * (A + slant * moments.value), s * B + alpha * gain * along)
      let square = A * A + 2 * A * B * before.mean + B * B * before.square + V
      sizes.append(square.isNegative ? .zero : square.squareRoot())
    }
    return sizes.reversed()
  }

  /// The noise of each of the k entries of dJ/dx, from what theory says of one direction of many, and
  /// what it is along x.
  ///
  /// The columns of an orthogonal matrix of n ≥ k rows share out all that y has: k − 1 of the n − 1
  /// directions across z.
  private func inputNoise(_ across: Extended, along: Extended) -> Extended {
    let (n, k) = (network.width(of: 1), network.inputWidth)
    guard case .orthogonal = initialization else {
      return (Extended(k - 1) * across + along) / Extended(k)
    }
    guard n > k else { return across }
    let left = (Extended(n) * across - along) / Extended(n - 1)
    return (Extended(k - 1) * left + along) / Extended(k)
  }
}

extension WideLayers.Layer {
  /// E (dJ/du)² and E u dJ/du/Var u from E y², E z y/q and E y.
  ///
  /// ```
  /// dJ/du = (y − E y − z E z y)/√(Var u + ε)
  /// ```
  fileprivate func throughNorm(
    _ y: Extended,
    _ along: Extended,
    _ mean: Extended
  ) -> (Extended, Extended) {
    guard let normed, !normed.isZero else { return (.zero, .zero) }
    let c = along * variance
    let square = y - mean * mean - c * c * (2 - variance)
    return (
      square.isNegative ? .zero : square / normed,
      along * (1 - variance) / normed
    )
  }
}
