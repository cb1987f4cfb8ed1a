/// A distribution of random weights, W fan-out × fan-in.
///
/// Entries depend on the seed, the layer and their place alone: not on the depth, and with one seed
/// two gaussian distributions differ by their factor only.
package enum Initialization: Sendable, Hashable {
  /// N(0, gain²/fan-in).
  case gaussian(gain: Double)
  /// N(0, deviation²), whatever the fan-in.
  case deviation(Double)
  /// N(0, 2 gain²/(fan-in + fan-out)). *Source*: Glorot and Bengio 2010.
  case xavierNormal(gain: Double)
  /// Uniform in ±gain √(6/(fan-in + fan-out)). *Source*: Glorot and Bengio 2010.
  case xavierUniform(gain: Double)
  /// N(0, 2/((1 + slope²) fan-in)), for relu (slope 0) and its leaky kind. *Source*: He et al. 2015.
  case he(slope: Double)
  /// N(0, 1/fan-in). *Source*: LeCun et al. 1998.
  case lecun
  /// Uniform in ±gain/√fan-in, the standard before Glorot and Bengio 2010: variance gain²/(3 fan-in).
  case uniform(gain: Double)
  /// gain · Q with Q uniform (Haar) among the orthogonal matrices; semi-orthogonal if not square.
  ///
  /// *Source*: Saxe et al. 2013; the sign correction, Mezzadri 2007.
  case orthogonal(gain: Double)
  /// Variance `scale`/fan for the fan and the shape of distribution that are named: the general
  /// form, of which He's is (2, fan-in), Glorot's (1, average) and LeCun's (1, fan-in).
  case variance(scale: Double, fan: Fan, distribution: Distribution)

  /// Which number of units the variance is divided by.
  package enum Fan: Sendable, Hashable, CaseIterable {
    /// Fan-in keeps the signals' variance, fan-out the gradients'.
    case fanIn, fanOut, average
  }

  /// The shape of a distribution of mean 0.
  package enum Distribution: Sendable, Hashable, CaseIterable {
    /// `truncatedNormal` has nothing beyond two standard deviations of the normal that is cut, which
    /// is 1/0.8796 times wider so that the variance is the named one, as Keras has it.
    case normal, uniform, truncatedNormal
  }

  /// Whether a weight is uniform between two bounds.
  var isUniform: Bool {
    switch self {
    case .xavierUniform, .uniform, .variance(_, _, .uniform): true
    case .gaussian, .deviation, .xavierNormal, .he, .lecun, .orthogonal, .variance(_, _, .normal),
      .variance(_, _, .truncatedNormal):
      false
    }
  }

  package var name: String {
    switch self {
    case .gaussian, .deviation: "gaussian"
    case .xavierNormal: "xavier_normal"
    case .xavierUniform: "xavier_uniform"
    case .he: "he"
    case .lecun: "lecun"
    case .uniform: "uniform"
    case .orthogonal: "orthogonal"
    case .variance: "variance_scaling"
    }
  }

  /// The standard deviation of an entry.
  package func standardDeviation(fanOut: Int, fanIn: Int) -> Double {
    let inputs = Double(max(fanIn, 1))
    let outputs = Double(max(fanOut, 1))
    switch self {
    case .gaussian(let gain): return gain / inputs.squareRoot()
    case .deviation(let deviation): return deviation
    case .xavierNormal(let gain), .xavierUniform(let gain):
      return gain * (2 / (inputs + outputs)).squareRoot()
    case .he(let slope): return (2 / ((1 + slope * slope) * inputs)).squareRoot()
    case .lecun: return 1 / inputs.squareRoot()
    case .uniform(let gain): return gain / (3 * inputs).squareRoot()
    case .orthogonal(let gain): return gain / max(inputs, outputs).squareRoot()
    case .variance(let scale, let fan, _):
      switch fan {
      case .fanIn: return (scale / inputs).squareRoot()
      case .fanOut: return (scale / outputs).squareRoot()
      case .average: return (2 * scale / (inputs + outputs)).squareRoot()
      }
    }
  }

  /// The weights of one layer.
  ///
  /// *Shape*: fan-out × fan-in. *Throws*: `.width` for a width below 1, `.layerNumber` for a layer
  /// outside 0…2³²−1, `.parameter` for a factor that is not finite, `.tooMuchMemory`.
  package func matrix(
    fanOut: Int,
    fanIn: Int,
    seed: UInt64,
    layer: Int
  ) throws(NetworkError) -> Matrix {
    let layer = try check(fanOut, fanIn, layer: layer)
    return draw(fanOut, fanIn, seed: seed, layer: layer) { _ in }
  }

  /// The same; `checkpoint` is called now and then while a wide layer is drawn, with the share that
  /// is done, and ends it by throwing.
  package func matrix(
    fanOut: Int,
    fanIn: Int,
    seed: UInt64,
    layer: Int,
    checkpoint: (Double) throws -> Void
  ) throws -> Matrix {
    let layer = try check(fanOut, fanIn, layer: layer)
    return try draw(fanOut, fanIn, seed: seed, layer: layer, checkpoint: checkpoint)
  }

  /// The same for a tensor of another kind.
  func matrix(
    fanOut: Int,
    fanIn: Int,
    seed: UInt64,
    layer: Int,
    kind: Random.Kind,
    checkpoint: (Double) throws -> Void
  ) throws -> Matrix {
    let layer = try check(fanOut, fanIn, layer: layer)
    return try draw(fanOut, fanIn, seed: seed, layer: layer, kind: kind, checkpoint: checkpoint)
  }

  private func check(_ fanOut: Int, _ fanIn: Int, layer: Int) throws(NetworkError) -> UInt32 {
    guard fanOut >= 1, fanIn >= 1 else { throw .width(min(fanOut, fanIn), layer: layer) }
    guard let layer32 = UInt32(exactly: layer) else { throw .layerNumber(layer) }
    try validate()
    let bytes = Double(fanOut) * Double(fanIn) * 8
    guard bytes <= Engine.memoryLimit else {
      throw .tooMuchMemory(bytes: bytes, limit: Engine.memoryLimit)
    }
    return layer32
  }

  /// *Throws*: `.parameter` for a factor that is not finite.
  func validate() throws(NetworkError) {
    switch self {
    case .gaussian(let gain), .xavierNormal(let gain), .xavierUniform(let gain),
      .uniform(let gain), .orthogonal(let gain):
      guard gain.isFinite else { throw .parameter(.gain, value: gain) }
    case .deviation(let deviation):
      guard deviation.isFinite, deviation >= 0 else {
        throw .parameter(.weightStandardDeviation, value: deviation)
      }
    case .he(let slope):
      guard slope.isFinite else { throw .parameter(.slope, value: slope) }
    case .variance(let scale, _, _):
      guard scale.isFinite, scale >= 0 else { throw .parameter(.variance, value: scale) }
    case .lecun:
      return
    }
  }

  /// What drawing one layer's weights takes.
  func operations(fanOut: Int, fanIn: Int) -> Double {
    let count = Double(fanOut) * Double(fanIn)
    switch self {
    case .gaussian, .deviation, .xavierNormal, .he, .lecun: return 25 * count
    case .xavierUniform, .uniform: return 20 * count
    case .orthogonal: return count * (100 + 4 * Double(min(fanOut, fanIn)))
    case .variance: return 25 * count
    }
  }
}
