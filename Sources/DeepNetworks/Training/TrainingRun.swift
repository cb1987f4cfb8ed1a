/// What came of a training.
package struct TrainingRun: Sendable, Hashable {
  /// How a run ended; the first that applies, in this order.
  ///
  /// The first loss of mini-batches is the mean of those of the first pass through all samples.
  package enum Outcome: Sendable, Hashable {
    /// The loss or a gradient left the doubles, or the loss passed a million times the first, at
    /// this step; the run ended there.
    case diverged(step: Int)
    /// The last loss is at most a thousandth of the first.
    case converged
    /// From this step on every dJ/dW is exactly 0, as some layer's slopes are for all samples.
    case dead(step: Int)
    /// The last loss is more than 1 % above the first.
    case risen
    /// As `stalled`, and this layer's slopes are nearly all below a thousandth of the one at 0.
    case saturated(layer: Int)
    /// The last loss is above 99 % of the first, or the mean loss of the last tenth of the steps is
    /// above 99 % of that of the tenth before.
    case stalled
    /// All steps were taken, and the loss still falls.
    case finished
  }

  /// The loss before each step, and after the last: steps + 1 numbers if nothing diverged.
  ///
  /// With mini-batches each is that of the step's batch, the last that of all samples.
  package let losses: [Double]
  /// ‖dJ/dW‖ of each layer (layer 1 first) at each step, before clipping.
  package let gradientNorms: [[Double]]
  /// The same after the last step, of the samples of the last loss; empty if the run diverged.
  package let finalGradientNorms: [Double]
  /// ‖ΔW‖ of each layer at each step.
  package let updateNorms: [[Double]]
  /// Beside each loss the share of its samples whose largest output is that of the target.
  package let accuracies: [Double]
  package let outcome: Outcome
  /// The network with the weights that it ended with.
  package let network: Network

  /// The first step before which the loss is at most `share` of the first; nil if none.
  package func steps(untilLossIs share: Double) -> Int? {
    guard let first = losses.first else { return nil }
    return losses.firstIndex { $0 <= share * first }
  }
}
