import DeepNetworks
import TerminalText

/// A training as a value: how it ended, and its course step by step.
struct TrainingRecord {
  let run: TrainingRun
  let training: Training
  /// Whether it learnt biases that the network did not have.
  let learnsBiases: Bool
  /// Whether there are right answers to count.
  let hasAccuracy: Bool

  var record: Record {
    let steps = run.losses.count - 1
    let (outcome, meaning) = ending
    let accuracy = Record.Field(
      "accuracy",
      .layers(list(run.accuracies.map { .number(Extended($0)) })),
      "beside each loss, of the same samples"
    )
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
          run.isWhole
            ? "before each step, and at the end"
            : "of each step's batch before it; the last, of all samples"
        ),
      ] + (hasAccuracy ? [accuracy] : []) + [
        Record.Field("gradients", byLayer(gradients), "‖dJ/dW[l]‖ by step, as the loss"),
        Record.Field("updates", byLayer(run.updateNorms), "‖ΔW[l]‖ by step"),
        Record.Field("net", .network(run.network), "with the weights it ended with"),
      ],
      content: .training(run)
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
    let last = short(lastLoss)
    switch run.outcome {
    case .finished: return ("finished", descent)
    case .converged:
      return (
        "converged", first == 0 ? "\(loss) was 0 from the beginning" : "\(loss) \(fell)"
      )
    case .risen:
      return ("risen", "\(loss) rose from \(short(first)) to \(last); try a smaller rate")
    case .stalled: return ("stalled", standstill)
    case .saturated(let layer):
      return (
        "saturated",
        "\(loss) stays at \(last): nearly all slopes of layer \(layer) are next to 0"
      )
    case .dead(let step):
      let stays = run.isWhole && run.losses.dropFirst(step).allSatisfy { $0 == lastLoss }
      let whose = run.isWhole ? "" : " of the samples of a step"
      return (
        "dead",
        "from step \(step) on every dJ/dW\(whose) is 0; \(loss) \(stays ? "stays" : "ends") at \(last)"
      )
    case .diverged(step: 0): return ("diverged", "the loss or a gradient is infinite at once")
    case .diverged(let step): return ("diverged", "at step \(step); try a smaller rate")
    }
  }

  private var loss: String { run.isWhole ? "the loss" : "the loss of all samples" }

  private var lastLoss: Double { run.losses.last ?? 0 }

  private var first: Double { run.marks?.first ?? run.losses.first ?? 0 }

  /// Before the last tenth of the steps.
  private var late: Double { run.marks?.late ?? first }

  private var fell: String { "fell from \(short(first)) to \(short(lastLoss))" }

  private var lastTenth: String {
    training.lastTenth == 1 ? "the last step" : "the last tenth of the steps"
  }

  /// What a loss did that fell, and neither converged nor stands.
  private var descent: String {
    guard run.isWhole else {
      let way = lastLoss > late ? ", but rose" : ", and fell"
      // What batches do in between isn't known of all samples.
      return "\(loss) \(fell)"
        + (short(late) == short(lastLoss) || training.steps == 1
          ? "" : "\(way) from \(short(late)) in \(lastTenth)")
    }
    let end = run.losses.suffix(training.lastTenth + 1)
    if let least, least.loss < 0.99 * lastLoss {
      return "\(loss) \(fell), but was down to \(short(least.loss)) at step \(least.step)"
    }
    guard least?.loss == lastLoss, zip(end, end.dropFirst()).allSatisfy({ $0 > $1 }) else {
      return "\(loss) \(fell)"
    }
    return "\(loss) \(fell) and still falls"
      + (lastLoss > 0.99 * late ? ", but slowly; try a larger rate or more steps" : "")
  }

  /// What a loss did that is stalled.
  private var standstill: String {
    if lastLoss <= 0.99 * first { return "\(loss) \(fell), and hardly changed in \(lastTenth)" }
    let ends = "\(loss) began at \(short(first)) and ended at \(short(lastLoss))"
    if run.isWhole {
      if let least, least.loss < 0.99 * min(first, lastLoss) {
        return "\(ends), but was down to \(short(least.loss)) at step \(least.step)"
      }
      if let greatest, greatest.loss > 1.01 * max(first, lastLoss) {
        return "\(ends), but was up to \(short(greatest.loss)) at step \(greatest.step)"
      }
      if run.losses.allSatisfy({ $0 == first }) { return "\(loss) stays at \(short(first))" }
    }
    return "\(loss) began at \(short(first)) and hardly moved: \(short(lastLoss))"
  }

  private var least: (loss: Double, step: Int)? {
    run.losses.enumerated().min { $0.element < $1.element }.map { ($0.element, $0.offset) }
  }

  private var greatest: (loss: Double, step: Int)? {
    run.losses.enumerated().max { $0.element < $1.element }.map { ($0.element, $0.offset) }
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
