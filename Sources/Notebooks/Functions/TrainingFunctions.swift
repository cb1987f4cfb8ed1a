import DeepNetworks
import TerminalText

extension Call {
  /// What training makes small; the names of the losses may stand alone.
  fileprivate func objective() throws(Failure) -> Objective {
    guard has("loss") else { return .squaredError }
    switch value("loss").nameOfBuiltIn {
    case "squared_error": return .squaredError
    case "cross_entropy": return .crossEntropy
    default: throw wrong("loss", expected: "squared_error or cross_entropy, without brackets")
    }
  }

  /// Gradient descent unless momentum or adam is asked for.
  fileprivate func optimizer() throws(Failure) -> Optimizer {
    let isAdam = try truth("adam", otherwise: false)
    guard isAdam || !has("epsilon") else {
      throw failure(
        .name(.uselessArgument("epsilon", function: "training", goes: "with adam: true")),
        at: "epsilon"
      )
    }
    guard has("momentum") else {
      return isAdam
        ? .adam(epsilon: try double("epsilon", otherwise: 1e-8, in: 0...1e300)) : .gradientDescent
    }
    guard !isAdam else {
      throw failure(
        .name(.uselessArgument("momentum", function: "training", goes: "without adam")),
        at: "momentum"
      )
    }
    return .momentum(try momentum())
  }

  /// β of momentum.
  fileprivate func momentum() throws(Failure) -> Double {
    let momentum = try double("momentum", in: 0...1)
    guard momentum < 1 else { throw wrong("momentum", expected: "a number from 0 to below 1") }
    return momentum
  }

  /// How a network of any kind is to be trained.
  mutating func training(_ samples: Int) throws(Failure) -> Training {
    var training = Training(
      rate: try double("rate", in: 0...1e300),
      steps: try integer("steps", in: 1...Training.stepLimit),
      batch: has("batch") ? try integer("batch", in: 1...samples) : nil,
      optimizer: try optimizer(),
      objective: try objective(),
      clipping: has("clip") ? try double("clip", in: 1e-300...1e300) : nil,
      seed: try seed()
    )
    try readOptions(of: &training)
    try readFormat(of: &training)
    return training
  }
}

extension Training {
  /// The memory of what a run says of its steps: numbers of each tensor, and lists of values.
  func courseCost(tensors: Int, hasTests: Bool) -> Cost {
    let lists =
      2 + (hasTests ? 2 : 0) + (sharpnessInterval == nil ? 0 : 2) + (format == nil ? 0 : 1)
    let step = 8 * (2 + 2 * Double(tensors)) + Double(lists) * Extent.perValue
    return Cost(operations: 0, bytes: Double(steps) * step)
  }
}

/// Training, and what says beforehand how it will go.
extension BuiltIns {
  private static let net = Parameter.positional("net", "a network")
  private static let trained = Parameter.positional("net", "a network, or a recurrent one")
  private static let input = Parameter.positional("x", "its input, a vector")
  private static let task = Parameter.positional("task", "what to learn, such as spirals()")
  private static let objective = Parameter.optional(
    "loss",
    "J: squared_error or cross_entropy",
    otherwise: "squared_error"
  )
  private static let biases = Parameter.optional(
    "biases",
    "whether to learn biases from 0, true or false",
    otherwise: "those of net"
  )
  private static let example = "network(he(), widths: [2, 8, 8, 2], activation: relu)"

  static let trainingFunctions: [Function] = [
    Function(
      "train",
      [
        trained, task, .required("rate", "η, the learning rate"),
        .required("steps", "how many steps to take"),
        .optional("batch", "samples in a step", otherwise: "all"),
        .optional("momentum", "β: v ← β v + g, W ← W - η v", otherwise: "0"),
        .optional("adam", "whether to train with Adam, true or false", otherwise: "false"),
        objective,
        .optional("clip", "the largest norm of all gradients together", otherwise: "none"),
        biases, .optional("seed", "which order of batches", otherwise: "1"),
      ] + trainingOptions,
      "Trains a network by gradient descent, in float64 as elsewhere. Its outcome is diverged where "
        + "a loss is infinite or passes a million times the first; converged where the last is at "
        + "most a thousandth of the first; dead where all gradients are exactly 0, as the slopes of "
        + "a layer are; risen where the last loss is more than 1 % above the first; stalled where it "
        + "is above 99 % of it, or where the last tenth of the steps changed the loss by less than "
        + "1 % and by less than a tenth of its share of the fall (saturated if nine tenths of the "
        + "slopes of a layer are then below a thousandth of the one at 0); else finished. With "
        + "batch, loss[n] is that of the samples of step n, the last one that of all samples, and "
        + "the outcome is about the loss of all samples, at the beginning and at the end; "
        + "accuracy[n] is of the same samples as loss[n]. Rounding adds up from step to step: the last "
        + "few of 15 digits are those of float64 and not of mathematics (about nine are right of a "
        + "loss that fell from 1 to 1e-7 in 60 steps); they are the same on every machine."
        + trainingOptionsSummary,
      examples: [
        "h = train(\(example), spirals(seed: 1), rate: 0.1, steps: 50)", "plot h.loss on log",
        "first n where h.loss[n] <= 0.9*h.loss[0]", "h.net([0.5, 0])",
        "train(\(example), xor, rate: 0.1, steps: 20, momentum: 0.9, loss: cross_entropy).outcome",
        "train(\(example), xor, rate: 0.01, steps: 20, adam: true, biases: true).loss[20]",
        "train(\(example), spirals(), rate: 0.1, steps: 20, batch: 16, clip: 1, seed: 2).outcome",
      ] + trainingOptionsExamples,
      body: train
    ),
    accuracy,
    Function(
      "largest_stable_rate",
      [
        net, task, objective,
        .optional("momentum", "β of the steps that are to be stable", otherwise: "0"), biases,
      ],
      "2/λ, λ the sharpest curvature of the loss at the network's weights and its biases, if it has "
        + "any: with a larger rate gradient descent leaves this place. For a training with biases: true, "
        + "write it here too: biases are learnt then, and λ is larger. With momentum β it is "
        + "2 (1 + β)/λ. Adam has none that the network alone would set: it divides by √v, which its "
        + "steps make.",
      examples: [
        "largest_stable_rate(\(example), spirals())",
        "largest_stable_rate(\(example), xor, loss: cross_entropy)",
        "largest_stable_rate(\(example), xor, momentum: 0.9)",
        "largest_stable_rate(\(example), xor, biases: true)",
      ],
      body: largestStableRate
    ),
    Function(
      "clipped",
      [
        .positional("G", "a gradient: a vector, a matrix, or a list of them by layer"),
        .required("to", "the largest norm of all together"),
      ],
      "The gradient itself where its norm is at most this, else scaled down to it; for a list the "
        + "norm over all layers.",
      examples: ["clipped([3, 4], to: 1)", "clipped(dJ_dW(\(example), [1, 2]), to: 1)"],
      body: clipped
    ),
  ]

  // MARK: - Training

  @Sendable private static func train(_ call: inout Call) throws(Failure) -> Value {
    if case .record(let record) = call.value("net"), case .recurrent(let network) = record.content {
      return try trainThroughTime(network, &call)
    }
    try call.refuse(["truncate"], goes: "with a recurrent network")
    var network = try call.network("net")
    let set = try call.samples("task", for: network)
    let tests = call.has("test") ? try call.samples("test", for: network) : nil
    let training = try call.training(set.count)
    let learnsBiases = try call.truth("biases", otherwise: false)
    if learnsBiases { network = try withBiases(network, &call) }
    let cost = training.cost(of: network, samples: set.count, tests: tests?.count)
    try call.spend(cost + training.courseCost(tensors: network.depth, hasTests: tests != nil))
    let checkpoint = call.meter.checkpoint
    let trained = network
    let threads = call.meter.engineThreads
    let run = try call.engine {
      try training.train(
        trained,
        on: set,
        testedOn: tests,
        threads: threads,
        checkpoint: checkpoint
      )
    }
    return record(of: run, training, (set, tests), learnsBiases: learnsBiases)
  }

  /// What came of a training, as a value.
  static func record(
    of run: TrainingRun,
    _ training: Training,
    _ sets: (samples: TrainingSet, tests: TrainingSet?),
    learnsBiases: Bool,
    truncation: Int? = nil
  ) -> Value {
    let net: Value =
      switch run.trained {
      case .network(let network): .network(network)
      case .recurrent(let network): .record(record(of: network))
      }
    return .record(
      TrainingRecord(
        run: run,
        training: training,
        learnsBiases: learnsBiases,
        hasAccuracy: sets.samples.hasAnswers,
        hasTestAccuracy: sets.tests?.hasAnswers ?? false,
        net: net,
        truncation: truncation
      ).record
    )
  }

  /// The same network with zeros to learn biases from, where it has none.
  private static func withBiases(
    _ network: Network,
    _ call: inout Call
  ) throws(Failure) -> Network {
    guard !(1...network.depth).contains(where: { network.bias($0) != nil }) else { return network }
    try call.spend(drawing: network)
    return try call.engine {
      try network.with(
        weights: (1...network.depth).map { network.weights($0) },
        biases: (1...network.depth).map { .zeros(network.width(of: $0)) }
      )
    }
  }

  // MARK: - Rates, clipping

  private static let iterations = 300

  @Sendable private static func largestStableRate(_ call: inout Call) throws(Failure) -> Value {
    var network = try call.network("net")
    let set = try call.samples("task", for: network)
    if try call.truth("biases", otherwise: false) { network = try withBiases(network, &call) }
    let objective = try call.objective()
    let momentum = call.has("momentum") ? try call.momentum() : 0
    // Two gradients for each of the iterations, of which a twelfth is usual; their vectors are kept.
    let rows = (0...network.depth).reduce(0.0) { $0 + Double(network.width(of: $1)) }
    let weights = (1...network.depth).reduce(0.0) {
      $0 + Double(network.width(of: $1)) * Double(network.width(of: $1 - 1) + 1)
    }
    let vectors = min(weights, Double(iterations)) * weights
    try call.spend(
      operations: 2 * Double(iterations) / 12
        * Training.operations(ofStepOf: network, samples: set.count),
      bytes: network.forwardCost.bytes + 80 * rows * Double(set.count)
        + 8 * min(vectors, max(0x1p26, 8 * weights))
    )
    let checkpoint = call.meter.checkpoint
    let measured = network
    let found = try call.engine {
      try Sharpness.measure(
        measured,
        on: set,
        objective: objective,
        iterations: iterations,
        checkpoint: checkpoint
      )
    }
    guard found.largestEigenvalue.isFinite else { throw call.failure(.value(.curvatureBeyond)) }
    guard found.isSettled else {
      throw call.failure(
        .value(
          .noConvergence(
            "The iteration for the sharpest direction",
            advice: "Ask at other weights, or with fewer of them."
          )
        )
      )
    }
    guard found.largestStableRate.isFinite else { throw call.failure(.value(.noCurvature)) }
    let rate = Extended(found.largestStableRate) * Extended(1 + momentum)
    return .number(rate.rounded(to: found.uncertainty))
  }

  @Sendable private static func clipped(_ call: inout Call) throws(Failure) -> Value {
    let limit = try call.number("to")
    guard limit.isFinite, !limit.isNegative, !limit.isZero else {
      throw call.wrong("to", expected: "a number above 0")
    }
    let gradient = call.value("G")
    do throws(Problem) {
      let norm = try squares(gradient, &call.meter).squareRoot()
      // What is infinite or nan in a float format has no direction to keep.
      guard norm > limit, norm.isFinite else { return gradient }
      return try Arithmetic.apply(.multiply, .number(limit / norm), gradient, &call.meter)
    } catch {
      throw call.failure(error, at: "G")
    }
  }

  /// The sum of the squares of all entries.
  private static func squares(_ value: Value, _ meter: inout Meter) throws(Problem) -> Extended {
    switch try Jacobians.entries(value, &meter).operand {
    case .number(let number): return number * number
    case .vector(let vector):
      try meter.spend(entries: Double(vector.count))
      let norm = vector.norm()
      return norm * norm
    case .matrix(let matrix):
      try meter.spend(entries: matrix.extent.entries)
      let norm = matrix.frobeniusNorm()
      return norm * norm
    case .layers(let list):
      try meter.spend(perLayer: list.elements.count)
      var sum = Extended.zero
      for element in list.elements { sum = sum + (try squares(element, &meter)) }
      return sum
    case .never(let never): throw .value(never.problem)
    case .other:
      throw .value(
        .operand(
          "clipped",
          kind: value.kind,
          advice: "It takes a vector, a matrix, or a list of them."
        )
      )
    }
  }
}
