extension Diagnosis {
  /// What a size does along the layers, in the direction in which it is passed on.
  package enum Trend: Sendable, Hashable {
    /// It stays within a factor of ten of where it began, at every layer.
    case steady
    /// It ends more than ten and at most a thousand times above where it began.
    case grows
    /// It ends more than ten and at most a thousand times below where it began.
    case shrinks
    /// It ends within a factor of a thousand, but in between it is ten times beyond both ends, or
    /// beyond the first and comes back; at this layer.
    case swings(layer: Int)
    /// Below a thousandth of where it began, from this layer to the end.
    case vanishes(layer: Int)
    /// Above a thousand times where it began, from this layer to the end.
    case explodes(layer: Int)
    /// Exactly zero, from this layer to the end.
    case dies(layer: Int)
  }

  /// How much stands in the way of training.
  enum Severity: Int, Comparable {
    case none, mild, grave, fatal

    static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
  }

  /// Signals (rms a[l], forward) or gradients (rms dJ/da[l], backward).
  package struct Flow: Sendable, Hashable {
    /// By layer, 0…L.
    package let sizes: [Extended]
    package let trend: Trend
    /// The geometric mean of the factor per layer, in the direction of the flow; 0 if it dies.
    package let factor: Extended
    /// The last size over the first; 0 if it dies.
    package let growth: Extended
    /// By which factor it is above or below where it began, at most; 1 if it dies.
    package let reach: Extended
    /// What the theory says for a wide network; nil where it has nothing to say.
    package let predictedFactor: Double?
  }
}

extension Diagnosis {
  /// What one pass forward and one backward show.
  struct Flows {
    let signals: Flow
    let gradients: Flow
    let weightGradients: [Extended]

    var severity: Severity { max(signals.severity, gradients.severity) }
  }
}

extension Diagnosis.Flow {
  /// The flow through `layers`, in that order, of sizes by layer.
  init(_ sizes: [Extended], layers: [Int], predicted: Double?) {
    self.sizes = sizes
    predictedFactor = predicted
    let start = layers.first.map { sizes[$0] } ?? .zero
    let end = layers.last.map { sizes[$0] } ?? .zero
    trend = Self.trend(sizes, layers, start: start, end: end)
    let steps = Extended(max(layers.count - 1, 1))
    let isDead = end.isZero || start.isZero
    growth = isDead ? .zero : end / start
    let quotients = isDead ? [] : sizes.map { $0 > start ? $0 / start : start / $0 }
    reach = quotients.filter(\.isFinite).reduce(.one) { max($0, $1) }
    factor = isDead ? .zero : (growth.log() / steps).exponential()
  }

  /// Where it ends decides, then where it has been.
  private static func trend(
    _ sizes: [Extended],
    _ layers: [Int],
    start: Extended,
    end: Extended
  ) -> Diagnosis.Trend {
    /// The first layer of those to the end for which it holds.
    func lasting(_ holds: (Extended) -> Bool) -> Int {
      layers.reversed().prefix { holds(sizes[$0]) }.last ?? layers.last ?? 0
    }
    guard !start.isZero else { return .dies(layer: layers.first ?? 0) }
    if end.isZero { return .dies(layer: lasting(\.isZero)) }
    if end * 1000 < start { return .vanishes(layer: lasting { $0 * 1000 < start }) }
    if end > start * 1000 { return .explodes(layer: lasting { $0 > start * 1000 }) }
    let highest = start > end ? start : end
    let lowest = start > end ? end : start
    if let top = layers.max(by: { sizes[$0] < sizes[$1] }), sizes[top] > highest * 10 {
      return .swings(layer: top)
    }
    if let bottom = layers.min(by: { sizes[$0] < sizes[$1] }), sizes[bottom] * 10 < lowest {
      return .swings(layer: bottom)
    }
    if end > start * 10 { return .grows }
    if end * 10 < start { return .shrinks }
    // Between the ends it may have gone as far without being ten times beyond both.
    if let far = layers.first(where: { sizes[$0] > start * 10 || sizes[$0] * 10 < start }) {
      return .swings(layer: far)
    }
    return .steady
  }

  var severity: Diagnosis.Severity {
    switch trend {
    case .steady: .none
    case .grows, .shrinks: .mild
    case .swings(let layer):
      sizes[layer] <= (sizes.first ?? .one) * 1000
        && sizes[layer] * 1000 >= (sizes.first ?? .one)
        && sizes[layer] <= (sizes.last ?? .one) * 1000
        && sizes[layer] * 1000 >= (sizes.last ?? .one)
        ? .mild : .grave
    case .vanishes, .explodes: .grave
    case .dies: .fatal
    }
  }
}
