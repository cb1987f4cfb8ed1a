/// The factors per layer that theory gives for a network, where it gives any.
///
/// Geometric means over the layers there are, as those that are measured.
struct Prediction {
  let signalFactor: Double?
  let gradientFactor: Double?

  init(_ network: Network, at x: Vector, checkpoint: (Double) throws -> Void) throws {
    let theory = try NetworkTheory(network, at: x, checkpoint: checkpoint)
    signalFactor = theory.flatMap { Self.factor($0.a, from: 0, to: network.depth) }
    gradientFactor = theory.flatMap { Self.factor($0.gradients, from: network.depth, to: 0) }
  }

  private static func factor(_ sizes: [Extended], from start: Int, to end: Int) -> Double? {
    let (first, last) = (sizes[start], sizes[end])
    guard first.isFinite, last.isFinite, !first.isZero else { return nil }
    guard !last.isZero else { return 0 }
    return ((last / first).log() / Extended(sizes.count - 1)).exponential().double
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
