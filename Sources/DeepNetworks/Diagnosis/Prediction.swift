/// The factors per layer that theory gives for a network, where it gives any.
///
/// Geometric means over the layers there are, as those that are measured.
struct Prediction {
  let signalFactor: Double?
  let gradientFactor: Double?

  /// Beyond so many layers of a curved activation its integrals would take longer than the network.
  private static let mostIntegrals = 10_000

  init(_ network: Network, at x: Vector, checkpoint: (Double) throws -> Void) throws {
    let isQuick = network.depth <= Self.mostIntegrals || network.activation.slopeBelowZero != nil
    let theory = isQuick ? try NetworkTheory(network, at: x, checkpoint: checkpoint) : nil
    if case .repeating = network.weightSource, let theory, network.depth > 1 {
      // Known exactly: that of the layers that repeat, whatever the last one does.
      signalFactor = Self.factor(theory.a, from: 0, to: 1)
      gradientFactor = signalFactor
      return
    }
    signalFactor = theory.flatMap { Self.factor($0.a, from: 0, to: network.depth) }
    gradientFactor = theory.flatMap { Self.factor($0.gradients, from: network.depth, to: 0) }
  }

  private static func factor(_ sizes: [Extended], from start: Int, to end: Int) -> Double? {
    let (first, last) = (sizes[start], sizes[end])
    guard first.isFinite, last.isFinite, !first.isZero else { return nil }
    guard !last.isZero else { return 0 }
    let steps = abs(end - start)
    guard steps > 1 else { return (last / first).double }
    return ((last / first).log() / Extended(steps)).exponential().double
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
