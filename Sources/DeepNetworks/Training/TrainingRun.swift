/// What came of a training.
package struct TrainingRun: Sendable, Hashable {
  /// How a run ended; the first that applies, in this order.
  ///
  /// The first loss, that before the last tenth of the steps and the last are all of the same
  /// samples: of all of them, also with mini-batches. Where batches are made step by step they are
  /// of the one that is made after the last step.
  package enum Outcome: Sendable, Hashable {
    /// The loss or a gradient left the doubles, or the loss passed a million times the first, at
    /// this step; the run ended there.
    case diverged(step: Int)
    /// A gradient left the float format at this step, and the scale of the loss could not become
    /// smaller; the run ended there.
    case overflowed(step: Int)
    /// The loss of the test samples has had no new least since `best` for as many steps as the patience;
    /// the run was stopped before this step.
    case stopped(step: Int, best: Int)
    /// The last loss is at most a thousandth of the first.
    case converged
    /// From this step on every dJ/dW is exactly 0, as some layer's slopes are for all samples.
    case dead(step: Int)
    /// The last loss is more than 1 % above the first.
    case risen
    /// As `stalled`, and this layer's slopes are nearly all below a thousandth of the one at 0.
    case saturated(layer: Int)
    /// The last loss is above 99 % of the first; or the last tenth of the steps changed the loss by
    /// less than 1 %, and by less than a tenth of its share of the whole fall.
    ///
    /// A loss that falls slowly but evenly, by 1 % or more in all, isn't stalled.
    case stalled
    /// All steps were taken, and the last loss is at most 99 % of the first.
    case finished
  }

  /// What was trained, with the weights that the run ended with.
  package enum Trained: Sendable, Hashable {
    case network(Network)
    case recurrent(RecurrentNetwork)
  }

  /// The loss, earlier in a run, of the samples that the last loss is of.
  package struct Marks: Sendable, Hashable {
    /// Before the first step.
    package let first: Double
    /// Before the last tenth of the steps.
    package let late: Double
  }

  /// What became of samples that no step was taken from, beside each loss.
  package struct Tests: Sendable, Hashable {
    package let losses: [Double]
    package let accuracies: [Double]
    /// The step whose weights the run ended with, as their loss was the least; nil without a patience.
    package let kept: Int?
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
  /// Beside each loss the share of its samples whose largest output is that of the target; whose only
  /// output is nearest to the target, of all targets.
  package let accuracies: [Double]
  package let tests: Tests?
  /// The largest eigenvalue of the loss's Hessian beside each loss, as it was when it was last measured.
  ///
  /// It is of all samples, at the weights before the step; empty where it wasn't asked for.
  package let sharpnesses: [Double]
  /// With Adam the same of P^(−1/2) H P^(−1/2), P = √v̂ + ε; nan before its first step.
  ///
  /// *Source*: Cohen and others 2022, "Adaptive gradient methods at the edge of stability".
  package let adamSharpnesses: [Double]
  /// Beside each loss what it was multiplied by before its gradients were taken; empty for float64.
  package let scales: [Double]
  package let outcome: Outcome
  /// What the outcome compares the last loss with; nil if the run diverged before they were known.
  package let marks: Marks?
  /// Whether each loss is that of all samples.
  package let isWhole: Bool
  /// What it ended with.
  package let trained: Trained

  /// The first step before which the loss is at most `share` of the first; nil if none.
  package func steps(untilLossIs share: Double) -> Int? {
    guard let first = losses.first else { return nil }
    return losses.firstIndex { $0 <= share * first }
  }
}
