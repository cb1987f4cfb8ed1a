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
  /// The same of the test samples.
  let hasTestAccuracy: Bool
  /// What was trained, as a value.
  let net: Value
  /// How many of the last steps of a sequence gradients went back through; nil for all.
  var truncation: Int?

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
      ] + (hasAccuracy ? [accuracy] : []) + tests + courses + [
        Record.Field("gradients", byLayer(gradients), gradientWords),
        Record.Field("updates", byLayer(run.updateNorms), updateWords),
        Record.Field("net", net, weights),
      ],
      content: .training(run)
    )
  }

  /// Whether one layer is used at every step.
  private var isRecurrent: Bool {
    if case .recurrent = run.trained { true } else { false }
  }

  private var gradientWords: String {
    isRecurrent
      ? "their norm by step, as the loss: of each gate's W and U, then of V"
      : "‖dJ/dW[l]‖ by step, as the loss"
  }

  private var updateWords: String {
    isRecurrent ? "those of the weights, in the same way" : "‖ΔW[l]‖ by step"
  }

  /// Which weights `net` has.
  private var weights: String {
    guard let kept = run.tests?.kept else { return "with the weights it ended with" }
    return "with the weights before step \(kept), of the least test loss"
  }

  /// What became of the test samples.
  private var tests: [Record.Field] {
    guard let tests = run.tests else { return [] }
    let loss = Record.Field("test_loss", numbers(tests.losses), "beside each loss, of test")
    let accuracy = Record.Field("test_accuracy", numbers(tests.accuracies), "the same")
    return [loss] + (hasTestAccuracy ? [accuracy] : [])
  }

  /// What else goes from step to step: the rate and the scale of the loss where they change, and the
  /// sharpness where it was measured.
  private var courses: [Record.Field] {
    var fields: [Record.Field] = []
    if training.schedule != Schedule(), !run.updateNorms.isEmpty {
      let rates = run.updateNorms.indices.map { training.rate(at: $0) }
      fields.append(Record.Field("rates", numbers(rates), "η of each step"))
    }
    if case .dynamic? = training.format?.scale {
      fields.append(Record.Field("scale", numbers(run.scales), "of the loss, beside each loss"))
    }
    if let interval = training.sharpnessInterval {
      let when = "beside each loss" + (interval == 1 ? "" : ", measured every \(interval) steps")
      fields.append(Record.Field("sharpness", sharpness(run.sharpnesses, symbol: "λ"), when))
      if !run.adamSharpnesses.isEmpty {
        let value = sharpness(run.adamSharpnesses, symbol: "")
        fields.append(Record.Field("adam_sharpness", value, "the same over √v + ε"))
      }
    }
    return fields
  }

  /// Sharpnesses with the digits that they are known to.
  private func sharpness(_ values: [Double], symbol: String) -> Value {
    // Between two measurements it is the same, and to round it takes longer than to compare.
    var last = (sharpness: Double.infinity, value: Value.number(.zero))
    let rounded = values.map { sharpness in
      if sharpness != last.sharpness {
        let number = Extended(sharpness).rounded(to: Sharpness.toleranceAlong)
        last = (sharpness, .number(number))
      }
      return last.value
    }
    return .layers(list(rounded, symbol: symbol))
  }

  private func numbers(_ values: [Double]) -> Value {
    .layers(list(values.map { .number(Extended($0)) }))
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
    if training.decay != 0 { parts.append("decay \(number(training.decay))") }
    if training.schedule != Schedule() { parts.append("rate \(training.schedule.text)") }
    if let format = training.format { parts.append(format.text) }
    if learnsBiases { parts.append("with biases") }
    if let truncation { parts.append("back through the last \(truncation) of its steps") }
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
        "\(loss) stays at \(last): nearly all slopes \(isRecurrent ? "" : "of layer \(layer) ")"
          + "are next to 0"
      )
    case .dead(let step):
      let stays = run.isWhole && run.losses.dropFirst(step).allSatisfy { $0 == lastLoss }
      let whose = run.isWhole ? "" : " of the samples of a step"
      return (
        "dead",
        "from step \(step) on every dJ/dW\(whose) is 0; \(loss) \(stays ? "stays" : "ends") at \(last)"
      )
    case .overflowed(let step): return ("overflowed", overflow(at: step))
    case .stopped(let step, let best):
      let least = short(run.tests?.losses[best] ?? 0)
      return (
        "stopped",
        "before step \(step), as the test loss was least at step \(best), \(least)"
      )
    case .diverged(step: 0): return ("diverged", "the loss or a gradient is infinite at once")
    case .diverged(let step):
      let rate = short(training.rate(at: step - 1))
      let which = training.schedule == Schedule() ? "" : ", after one of rate \(rate)"
      return ("diverged", "at step \(step)\(which); try a smaller rate")
    }
  }

  /// What a gradient in a float format did.
  private func overflow(at step: Int) -> String {
    let scale = run.scales.last ?? 1
    let name = training.format?.format.name ?? ""
    let which = scale == 1 ? "a gradient" : "a gradient times the scale \(short(scale))"
    let advice =
      scale <= 1 ? "clip doesn't help; take smaller weights" : "try a smaller scale, or dynamic()"
    return "at step \(step) \(which) is too large for \(name); \(advice)"
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
    switch run.outcome {
    case .diverged(let step): .over(.diverged, step: step)
    case .overflowed(let step): .over(.overflowed, step: step)
    case .stopped(let step, _): .over(.stopped, step: step)
    case .converged, .dead, .risen, .saturated, .stalled, .finished: nil
    }
  }

  private func list(_ elements: [Value], symbol: String = "") -> PerLayer {
    PerLayer(symbol: symbol, first: 0, elements: elements, axis: .step, ending: end)
  }

  /// From a row for each step to a vector for each layer.
  private func byLayer(_ rows: [[Double]]) -> Value {
    let elements = (0..<(run.gradientNorms.first?.count ?? 0)).map { layer in
      Value.vector(Vector(rows.map { $0[layer] }))
    }
    return .layers(PerLayer(first: 1, elements: elements, entries: .step, ending: end))
  }
}
