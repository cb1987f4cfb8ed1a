import DeepNetworks
import TerminalText

/// What training may be asked for besides its steps.
extension BuiltIns {
  private static let example = "network(he(), widths: [2, 8, 8, 2], activation: relu)"

  private static let recurrent =
    "recurrent(gaussian(), width: 8, inputs: 1, outputs: 1, steps: 10, activation: tanh)"

  static let trainingOptions: [Parameter] = [
    .optional("epsilon", "ε of Adam", otherwise: "1e-8"),
    .optional(
      "decay",
      "λ, of which η λ W is taken from the weights in each step",
      otherwise: "0"
    ),
    .optional(
      "schedule",
      "how the rate goes: warmup(…), step(…) or cosine(…)",
      otherwise: "the same rate in all steps"
    ),
    .optional("test", "a task that no step is taken from", otherwise: "none"),
    .optional(
      "patience",
      "how many steps without a new least test loss end it",
      otherwise: "all"
    ),
    .optional(
      "sharpness",
      "every how many steps to measure the sharpest curvature",
      otherwise: "never"
    ),
    .optional("format", "the float format to compute in", otherwise: "float64"),
    .optional(
      "masters",
      "whether the optimizer keeps float64 weights beside those in the format",
      otherwise: "true"
    ),
    .optional(
      "scale",
      "of the loss in the backward pass: a number or dynamic(…)",
      otherwise: "1"
    ),
    .optional(
      "truncate",
      "of a recurrent network, how many of its last steps are gone back through",
      otherwise: "all"
    ),
  ]

  static let trainingOptionsSummary =
    "\n\ndecay is that of the weights, not of biases: without Adam λ W is added to the gradient (after "
    + "clip), which for plain steps is the same as taking η λ W from the weights; with Adam it is "
    + "taken from them beside its step, as in AdamW. The loss is without it.\n\n"
    + "With test there are test_loss and test_accuracy beside each loss; with patience the outcome is "
    + "stopped where the least test loss is so many steps ago, and net has the weights of that least "
    + "one. sharpness[n] is the largest eigenvalue λ of the loss's Hessian over all samples, of the "
    + "last step up to n at which it was measured: steps are stable up to λ = 2/η, with momentum "
    + "2 (1 + β)/η. With Adam, adam_sharpness is that of D H D, H the Hessian and D = 1/√(√v + ε): its "
    + "steps are stable up to 38/η; before the first of them there is none.\n\n"
    + "In a format weights, signals and gradients are rounded as they are stored, sums and the loss "
    + "are in float64. Gradients are those of scale times the loss, and divided by it after. The "
    + "optimizer works in float64; with masters: false its weights, averages, updates and ε are in "
    + "the format as well. The outcome is overflowed where a gradient is beyond the format and the "
    + "scale doesn't give way.\n\n"
    + "A recurrent network learns sequences from h[0] = 0: a row of the task's inputs is x[1], x[2] … end "
    + "to end, as recall(…) and adding(…) make them, and the target is that of its output. What is b in a "
    + "gate is learnt too. truncate: 5 leaves out of dJ/dW all but the last 5 steps."

  static let trainingOptionsExamples = [
    "train(\(example), xor, rate: 0.1, steps: 20, decay: 0.01).loss[20]",
    "plot train(\(example), xor, rate: 0.2, steps: 40, schedule: warmup(10)).rates",
    "t = train(\(example), spirals(), rate: 0.2, steps: 60, test: spirals(seed: 2), patience: 20)",
    "plot t.loss, t.test_loss",
    "plot train(\(example), xor, rate: 0.1, steps: 40, sharpness: 10).sharpness against 2/0.1",
    "train(\(example), xor, rate: 0.1, steps: 20, format: float16, scale: 1024).loss[20]",
    "train(\(example), xor, rate: 0.1, steps: 20, format: bfloat16, masters: false).outcome",
    "train(\(example), xor, rate: 0.01, steps: 20, adam: true, epsilon: 0.001).loss[20]",
    "plot train(\(recurrent), recall(steps: 10), rate: 0.05, steps: 40, clip: 1).loss",
    "train(\(recurrent), recall(steps: 10), rate: 0.05, steps: 20, truncate: 3).outcome",
    "train(lstm(gaussian(), width: 6, inputs: 2, outputs: 1, steps: 8), adding(steps: 8), rate: 0.01, "
      + "steps: 20, adam: true).loss[20]",
  ]

  static let dynamicScale = Function(
    "dynamic",
    [
      .optional("start", "the scale at the beginning", otherwise: "65536"),
      .optional("every", "how many steps without overflow double it", otherwise: "200"),
    ],
    "A scale of the loss that follows the gradients of a float format: halved where one overflows, with "
      + "that step left out, and doubled after so many steps without (Micikevicius et al. 2018).",
    examples: [
      "train(\(example), xor, rate: 0.1, steps: 20, format: float16, scale: dynamic()).scale",
      "train(\(example), xor, rate: 0.1, steps: 9, format: float16, scale: dynamic(start: 8, every: 5)).scale[9]",
    ]
  ) { call throws(Failure) in
    let start = try call.positive("start", otherwise: 65536)
    let every = try call.integer("every", in: 1...Training.stepLimit, otherwise: 200)
    return .record(
      Record(
        "a scale of the loss",
        detail: TrainingFormat.Scale.dynamic(start: start, every: every).text,
        [],
        content: .scale(.dynamic(start: start, every: every))
      )
    )
  }
}

extension Call {
  /// What training is asked for besides its steps and its format.
  func readOptions(of training: inout Training) throws(Failure) {
    training.decay = try double("decay", otherwise: 0, in: 0...1e300)
    if has("schedule") { training.schedule = try schedule("schedule") }
    if has("sharpness") {
      training.sharpnessInterval = try integer("sharpness", in: 1...Training.stepLimit)
    }
    guard has("patience") else { return }
    try goes("patience", with: "test", as: "test: and a task")
    training.patience = try integer("patience", in: 1...Training.stepLimit)
  }

  /// The float format that it computes in, with what goes with one.
  func readFormat(of training: inout Training) throws(Failure) {
    guard has("format") else {
      for name in ["masters", "scale"] { try goes(name, with: "format", as: "format: float16") }
      return
    }
    let format = try format("format")
    training.format = TrainingFormat(
      format,
      hasMasters: try truth("masters", otherwise: true),
      scale: has("scale") ? try lossScale() : .fixed(1)
    )
  }

  private func lossScale() throws(Failure) -> TrainingFormat.Scale {
    let given = value("scale")
    if given.nameOfBuiltIn == "dynamic" { return .dynamic(start: 65536, every: 200) }
    if case .record(let record) = given, case .scale(let scale) = record.content { return scale }
    guard case .number = given else {
      throw wrong("scale", expected: "a number such as 1024, or dynamic()")
    }
    return .fixed(try positive("scale", otherwise: 1))
  }

  /// A number above 0 that a double holds.
  fileprivate func positive(_ parameter: String, otherwise: Double) throws(Failure) -> Double {
    try double(parameter, otherwise: otherwise, in: 1e-300...1e300)
  }

  /// Refuses an argument that means nothing without another.
  private func goes(_ argument: String, with other: String, as text: String) throws(Failure) {
    guard has(argument), !has(other) else { return }
    throw failure(
      .name(.uselessArgument(argument, function: "training", goes: "with \(text)")),
      at: argument
    )
  }
}

extension TrainingFormat {
  /// As in "in float16 with float64 weights beside, loss times 1024".
  var text: String {
    let text = "in \(format.name)" + (hasMasters ? " with float64 weights beside" : "")
    if case .fixed(let scale) = scale, scale == 1 { return text }
    return "\(text), loss times \(scale.text)"
  }
}

extension TrainingFormat.Scale {
  /// As in "65536, halved and doubled".
  var text: String {
    func number(_ value: Double) -> String { Rendering.number(Extended(value), digits: 6) }
    switch self {
    case .fixed(let scale): return number(scale)
    case .dynamic(let start, let every):
      return "\(number(start)), halved by overflow and doubled after "
        + "\(NumberText.grouped(every)) \(every == 1 ? "step" : "steps") without"
    }
  }
}
