import DeepNetworks

/// Training of what uses one layer at every step.
extension BuiltIns {
  static func trainThroughTime(
    _ network: RecurrentNetwork,
    _ call: inout Call
  ) throws(Failure) -> Value {
    try call.refuse(["sharpness"], goes: "with a network of layers")
    let set = try call.sequences("task", for: network)
    let tests = call.has("test") ? try call.sequences("test", for: network) : nil
    let training = try call.training(set.count)
    let learnsBiases = try call.truth("biases", otherwise: false)
    let truncation =
      call.has("truncate") ? try call.integer("truncate", in: 1...network.steps) : nil
    let cost = training.cost(of: network, samples: set.count, tests: tests?.count)
    let tensors = network.cell.gates.count + 1
    try call.spend(cost + training.courseCost(tensors: tensors, hasTests: tests != nil))
    let checkpoint = call.meter.checkpoint
    let threads = call.meter.engineThreads
    let run = try call.engine(at: "net") {
      try training.train(
        network,
        on: set,
        testedOn: tests,
        truncation: truncation,
        learnsBiases: learnsBiases,
        threads: threads,
        checkpoint: checkpoint
      )
    }
    return record(
      of: run,
      training,
      (set, tests),
      learnsBiases: learnsBiases,
      truncation: truncation
    )
  }

  static let sequenceTasks: [Function] = [
    Function(
      "recall",
      [
        .required("steps", "T, how long a sequence is"),
        .optional("samples", "how many sequences", otherwise: "64"),
        .optional("noise", "standard deviation of x[2] … x[T]", otherwise: "0.1"),
        .optional("seed", "which draw", otherwise: "1"),
      ],
      "Sequences whose first number is to be remembered: x[1] is 1 or -1, what follows is noise, and the "
        + "target is x[1]. A row of inputs is x[1] … x[T].",
      examples: ["recall(steps: 20)", "recall(steps: 5, samples: 8, noise: 0.5, seed: 3).inputs"]
    ) { call throws(Failure) in
      let (steps, samples) = try call.sequenceSizes(1, inputs: 1)
      let noise = try call.double("noise", otherwise: 0.1, in: 0...1e6)
      let seed = try call.seed()
      let set = try call.engine {
        try TrainingSet.recall(steps: steps, samples: samples, noise: noise, seed: seed)
      }
      return try task("the first input to be remembered", set, &call)
    },
    Function(
      "adding",
      [
        .required("steps", "T, how long a sequence is"),
        .optional("samples", "how many sequences", otherwise: "64"),
        .optional("seed", "which draw", otherwise: "1"),
      ],
      "Sequences of two inputs each step, a number from 0 to 1 and a mark: the target is the sum of the two "
        + "numbers whose mark is 1, one in each half (Hochreiter and Schmidhuber 1997). A row of inputs is "
        + "the number and the mark of step 1, then of step 2 …",
      examples: ["adding(steps: 20)", "adding(steps: 4, samples: 2, seed: 3).inputs"]
    ) { call throws(Failure) in
      let (steps, samples) = try call.sequenceSizes(2, inputs: 2)
      let seed = try call.seed()
      let set = try call.engine {
        try TrainingSet.adding(steps: steps, samples: samples, seed: seed)
      }
      return try task("two marked numbers to be added", set, &call)
    },
  ]
}

extension Call {
  /// How long and how many sequences are to be drawn, which is announced.
  fileprivate mutating func sequenceSizes(
    _ least: Int,
    inputs: Double
  ) throws(Failure) -> (steps: Int, samples: Int) {
    let steps = try integer("steps", in: least...100_000)
    let samples = try integer("samples", in: 1...1_000_000, otherwise: 64)
    let numbers = inputs * Double(steps) * Double(samples)
    try spend(operations: 40 * numbers + 200 * Double(samples), bytes: 40 * numbers)
    return (steps, samples)
  }

  /// Samples whose inputs are sequences of a network's shapes.
  func sequences(
    _ parameter: String,
    for network: RecurrentNetwork
  ) throws(Failure) -> TrainingSet {
    let set = try samples(parameter)
    let fits =
      set.inputWidth == network.steps * network.inputs && set.outputWidth == network.outputs
    guard !fits, network.inputs > 0 else { return set }
    throw failure(
      .value(
        .sequenceShape(
          inputs: set.inputWidth,
          outputs: set.outputWidth,
          steps: network.steps,
          taken: network.inputs,
          given: network.outputs
        )
      ),
      at: parameter
    )
  }
}
