/// Why a deep network does or does not train: what its signals, gradients, formats and rates do.
///
/// Everything is measured by running the network at one input; predictions come from the theory.
package struct Diagnosis: Sendable, Hashable {
  /// What a size does along the layers, in the direction in which it is passed on.
  package enum Trend: Sendable, Hashable {
    /// It stays within a factor of a thousand of where it began.
    case steady
    /// Below a thousandth of where it began, first at this layer.
    case vanishes(layer: Int)
    /// Above a thousand times where it began, first at this layer.
    case explodes(layer: Int)
    /// Exactly zero, first at this layer.
    case dies(layer: Int)
  }

  /// Signals (rms a[l], forward) or gradients (rms dJ/da[l], backward).
  package struct Flow: Sendable, Hashable {
    /// By layer, 0…L.
    package let sizes: [Extended]
    package let trend: Trend
    /// The geometric mean of the factor per layer, in the direction of the flow; 0 if it dies.
    package let factor: Extended
    /// What the theory says for a wide network; nil where it has nothing to say.
    package let predictedFactor: Double?
  }

  /// What a float format does to the same passes.
  package struct FormatReport: Sendable, Hashable {
    package let format: NumberFormat
    package let signals: FirstLayers
    /// First as the gradient is passed on: the layer with the largest number.
    package let gradients: FirstLayers

    /// Whether a signal or gradient becomes zero, infinite or nan.
    package var fails: Bool {
      [signals, gradients].contains { $0.zero != nil || $0.infinite != nil || $0.nan != nil }
    }
  }

  /// The largest rate at which gradient descent on ½‖ŷ − t‖² of this input can settle.
  package struct Rate: Sendable, Hashable {
    /// Of the network of the first `depth` layers.
    package let depth: Int
    package let largestStable: Extended
  }

  package let signals: Flow
  package let gradients: Flow
  package let formats: [FormatReport]
  /// At about a quarter, half and all of the depth.
  package let rates: [Rate]
  /// Smallest change first; none where signals and gradients are steady.
  package let repairs: [CheckedRepair]

  package var isHealthy: Bool { signals.trend == .steady && gradients.trend == .steady }
}

extension Diagnosis {
  /// Runs a network at an input and reports.
  ///
  /// *Cost*: `cost(of:)`. *Throws*: as `Network.forward`, what `checkpoint` throws.
  package static func run(
    _ network: Network,
    at x: Vector,
    checkpoint: (Double) throws -> Void = { _ in }
  ) throws -> Diagnosis {
    let (signals, gradients) = try flows(network, at: x) { try checkpoint(0.1 * $0) }
    var formats: [FormatReport] = []
    for (index, format) in NumberFormat.allCases.enumerated() {
      let share = 0.1 + 0.04 * Double(index)
      formats.append(try report(network, at: x, format) { _ in try checkpoint(share) })
    }
    let depths = Set([max(network.depth / 4, 1), max(network.depth / 2, 1), network.depth]).sorted()
    let rates = try depths.map { depth in
      Rate(
        depth: depth,
        largestStable: try network.prefix(depth).largestStableRate(at: x) {
          try checkpoint(0.35 + 0.2 * $0)
        }
      )
    }
    let isHealthy = signals.trend == .steady && gradients.trend == .steady
    let repairs =
      isHealthy
      ? [] : try Repair.checked(network, at: x, signals: signals) { try checkpoint(0.6 + 0.4 * $0) }
    return Diagnosis(
      signals: signals,
      gradients: gradients,
      formats: formats,
      rates: rates,
      repairs: repairs
    )
  }

  /// What `run` takes.
  package static func cost(of network: Network) -> Cost {
    let once = network.forwardCost + network.backwardCost
    return Cost(operations: 120 * once.operations, bytes: 3 * once.bytes)
  }

  /// The sizes of signals and gradients; J = Σ ŷᵢ.
  static func flows(
    _ network: Network,
    at x: Vector,
    checkpoint: (Double) throws -> Void
  ) throws -> (signals: Flow, gradients: Flow) {
    let forward = try network.forward(x, checkpoint: checkpoint)
    let gradients = try network.backward(forward, loss: .sum, checkpoint: checkpoint)
    let prediction = try Prediction(network, at: x, checkpoint: checkpoint)
    return (
      Flow(
        forward.a.map { $0.rms() },
        layers: Array(0...network.depth),
        predicted: prediction.signalFactor
      ),
      Flow(
        gradients.dA.map { $0.rms() },
        layers: (0...network.depth).reversed(),
        predicted: prediction.gradientFactor
      )
    )
  }

  private static func report(
    _ network: Network,
    at x: Vector,
    _ format: NumberFormat,
    checkpoint: (Double) throws -> Void
  ) throws -> FormatReport {
    let forward = try network.forward(x, format: format, checkpoint: checkpoint)
    let gradients = try network.backward(forward, loss: .sum, checkpoint: checkpoint)
    var first = FirstLayers()
    for layer in (0...network.depth).reversed() {
      let values = gradients.dA(layer).doubles
      let small = values.contains { $0 != 0 && $0.magnitude < format.smallestNormal }
      if first.subnormal == nil, small { first.subnormal = layer }
      if first.zero == nil, gradients.dA(layer).isZero { first.zero = layer }
      if first.infinite == nil, values.contains(where: \.isInfinite) { first.infinite = layer }
      if first.nan == nil, values.contains(where: \.isNaN) { first.nan = layer }
    }
    return FormatReport(format: format, signals: forward.firstLayers, gradients: first)
  }
}

extension Diagnosis.Flow {
  /// The flow through `layers`, in that order, of sizes by layer.
  init(_ sizes: [Extended], layers: [Int], predicted: Double?) {
    self.sizes = sizes
    predictedFactor = predicted
    let start = layers.first.map { sizes[$0] } ?? .zero
    let end = layers.last.map { sizes[$0] } ?? .zero
    let bound = start * 1000
    trend = Self.trend(sizes, layers, start: start, bound: bound)
    let steps = Extended(max(layers.count - 1, 1))
    if end.isZero || start.isZero {
      factor = .zero
    } else {
      factor = ((end / start).log() / steps).exponential()
    }
  }

  private static func trend(
    _ sizes: [Extended],
    _ layers: [Int],
    start: Extended,
    bound: Extended
  ) -> Diagnosis.Trend {
    // Where it ends decides; where it first passed the bound on that side is the place.
    guard let last = layers.last, !start.isZero else { return .dies(layer: layers.first ?? 0) }
    if sizes[last].isZero {
      return .dies(layer: layers.first { sizes[$0].isZero } ?? last)
    }
    if sizes[last] * 1000 < start {
      return .vanishes(layer: layers.first { sizes[$0] * 1000 < start } ?? last)
    }
    if sizes[last] > bound {
      return .explodes(layer: layers.first { sizes[$0] > bound } ?? last)
    }
    return .steady
  }
}
