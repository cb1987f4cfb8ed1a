extension Diagnosis {
  /// What a float format does to the same passes.
  package struct FormatReport: Sendable, Hashable {
    package let format: NumberFormat
    package let signals: Trouble
    /// First as the gradient is passed on: the layer with the largest number.
    package let gradients: Trouble

    /// Whether a signal or gradient becomes zero, infinite or nan.
    package var fails: Bool {
      [signals, gradients].contains { $0.zero != nil || $0.infinite != nil || $0.nan != nil }
    }
  }

  /// From which layer on, in the direction of the pass and to its end, a format does what.
  package struct Trouble: Sendable, Hashable {
    /// The rms is below the format's smallest normal number, or half of what is not 0 is.
    package var subnormal: Int?
    /// All entries are zero.
    package var zero: Int?
    /// An entry is infinite, or was and is nan.
    package var infinite: Int?
    /// An entry is nan.
    package var nan: Int?
    /// Nothing changes any more: rounding holds it in place.
    package var stuck: Int?
  }
}

extension Diagnosis.FormatReport {
  /// The passes of a network in a format, of J = `Diagnosis.loss(of:)`.
  init(
    _ network: Network,
    at x: Vector,
    _ format: NumberFormat,
    checkpoint: (Double) throws -> Void
  ) throws {
    let forward = try network.forward(x, format: format, checkpoint: checkpoint)
    let loss = Diagnosis.loss(of: network)
    let gradients = try network.backward(forward, loss: loss, checkpoint: checkpoint)
    self.format = format
    var signals = Diagnosis.Trouble(format, Array(0...network.depth)) { forward.a($0) }
    signals.stuck = forward.firstLayers.stuck
    self.signals = signals
    self.gradients = Diagnosis.Trouble(format, (0...network.depth).reversed()) { gradients.dA($0) }
  }
}

extension Diagnosis.Trouble {
  fileprivate init(_ format: NumberFormat, _ layers: [Int], _ vector: (Int) -> Vector) {
    let vectors = layers.map { vector($0).doubles }
    /// Where what holds to the end began.
    func first(_ holds: ([Double]) -> Bool) -> Int? {
      let count = vectors.reversed().prefix(while: holds).count
      return count == 0 ? nil : layers[layers.count - count]
    }
    nan = first { $0.contains(where: \.isNaN) }
    infinite =
      vectors.contains { $0.contains(where: \.isInfinite) }
      ? first { $0.contains { !$0.isFinite } } : nil
    zero = first { $0.allSatisfy { $0 == 0 } }
    let bound = format.smallestNormal
    subnormal = first { values in
      let present = values.filter { $0 != 0 }
      guard !present.isEmpty, present.allSatisfy(\.isFinite) else { return present.isEmpty }
      let few = present.count(where: { $0.magnitude < bound }) * 2 < present.count
      return !few || Vector(values).rms() < Extended(bound)
    }
    if zero != nil, subnormal == zero { subnormal = nil }
  }
}
