import DeepNetworks
import TerminalText

/// A training as a value: how it ended, and its course step by step.
struct TrainingRecord {
  let run: TrainingRun
  let training: Training
  /// Whether it learnt biases that the network did not have.
  let learnsBiases: Bool

  var record: Record {
    let steps = run.losses.count - 1
    let (outcome, meaning) = ending
    let accuracy = run.accuracies.map { Value.number(Extended($0)) }
    let gradients =
      run.gradientNorms + (run.finalGradientNorms.isEmpty ? [] : [run.finalGradientNorms])
    return Record(
      "a training of \(NumberText.grouped(steps)) \(steps == 1 ? "step" : "steps")",
      detail: detail,
      [
        Record.Field("outcome", .text(outcome), meaning),
        Record.Field(
          "loss",
          .layers(list(run.losses.map { .number(Extended($0)) }, symbol: "J")),
          training.batch == nil
            ? "before each step, and at the end"
            : "of each step's batch before it; the last, of all samples"
        ),
        Record.Field("accuracy", .layers(list(accuracy)), "beside each loss, of the same samples"),
        Record.Field("gradients", byLayer(gradients), "‖dJ/dW[l]‖ by step, as the loss"),
        Record.Field("updates", byLayer(run.updateNorms), "‖ΔW[l]‖ by step"),
        Record.Field("net", .network(run.network), "with the weights it ended with"),
      ]
    )
  }

  /// All that was asked for besides the network and the task.
  private var detail: String {
    func number(_ value: Double) -> String { Rendering.number(Extended(value), digits: 6) }
    var parts = [training.optimizer.name]
    if case .momentum(let beta) = training.optimizer { parts[0] += " \(number(beta))" }
    parts.append("rate \(number(training.rate))")
    if let batch = training.batch {
      parts.append("batches of \(batch) in order \(training.seed)")
    }
    if let limit = training.clipping { parts.append("clipped to \(number(limit))") }
    switch training.objective {
    case .squaredError: break
    case .crossEntropy: parts.append("cross-entropy")
    }
    if learnsBiases { parts.append("with biases") }
    return parts.joined(separator: ", ")
  }

  /// How it ended, in a word and in a sentence.
  private var ending: (word: String, meaning: String) {
    let (first, last) = (short(run.losses.first ?? 0), short(run.losses.last ?? 0))
    switch run.outcome {
    case .finished: return ("finished", "the loss fell from \(first) to \(last) and still falls")
    case .converged: return ("converged", "the loss fell from \(first) to \(last)")
    case .risen:
      return ("risen", "the loss rose from \(first) to \(last); try a smaller rate")
    case .stalled:
      let hasFallen = (run.losses.last ?? 0) <= 0.99 * (run.losses.first ?? 0)
      return (
        "stalled",
        hasFallen
          ? "the loss fell from \(first) to \(last) and stays there"
          : "the loss began at \(first) and stayed: \(last)"
      )
    case .saturated(let layer):
      return (
        "saturated",
        "the loss stays at \(last): nearly all slopes of layer \(layer) are next to 0"
      )
    case .dead(let step):
      return ("dead", "from step \(step) on every dJ/dW is 0; the loss stays at \(last)")
    case .diverged(step: 0): return ("diverged", "the loss or a gradient is infinite at once")
    case .diverged(let step): return ("diverged", "at step \(step); try a smaller rate")
    }
  }

  private func short(_ number: Double) -> String { Rendering.number(Extended(number), digits: 3) }

  /// What a list of steps ends with; nil where all steps were taken.
  private var end: NeverReached? {
    if case .diverged(let step) = run.outcome { .diverged(step: step) } else { nil }
  }

  private func list(_ elements: [Value], symbol: String = "") -> PerLayer {
    PerLayer(symbol: symbol, first: 0, elements: elements, axis: .step, ending: end)
  }

  /// From a row for each step to a vector for each layer.
  private func byLayer(_ rows: [[Double]]) -> Value {
    let elements = (0..<run.network.depth).map { layer in
      Value.vector(Vector(rows.map { $0[layer] }))
    }
    return .layers(PerLayer(first: 1, elements: elements, entries: .step, ending: end))
  }
}
