import DeepNetworks

/// How many samples of a task are answered rightly.
extension BuiltIns {
  static let accuracy = Function(
    "accuracy",
    [
      .positional("net", "a network, or a recurrent one"),
      .positional("task", "what is to be answered, such as spirals()"),
    ],
    "The share of a task's samples at which the largest output is that of the target; of one output, at "
      + "which it is nearer to the target than to any other target of the task. A recurrent network goes "
      + "through each sequence from h[0] = 0, as in training.",
    examples: [
      "accuracy(network(he(), widths: [2, 8, 8, 2], activation: relu), spirals())",
      "accuracy(recurrent(gaussian(), width: 8, inputs: 1, outputs: 1, steps: 10, seed: 2), recall(steps: 10))",
    ],
    body: accuracy
  )

  @Sendable private static func accuracy(_ call: inout Call) throws(Failure) -> Value {
    let format = call.format
    if case .record(let record) = call.value("net"), case .recurrent(let network) = record.content {
      let set = try call.sequences("task", for: network)
      try call.spend(network.forwardCost, times: set.count, inFormat: format)
      return try share(of: set, &call) { input, checkpoint in
        try network.forward(sequence: input, format: format, checkpoint: checkpoint).output
      }
    }
    let network = try call.network("net")
    let set = try call.samples("task", for: network)
    let drawn = try call.drawnOnce(network, for: set.count)
    return try share(of: set, &call) { input, checkpoint in
      try drawn.forward(input, format: format, checkpoint: checkpoint).output
    }
  }

  /// The share of samples with the right output.
  private static func share(
    of set: TrainingSet,
    _ call: inout Call,
    _ output: (Vector, (Double) throws -> Void) throws -> Vector
  ) throws(Failure) -> Value {
    guard set.hasAnswers else {
      throw call.wrong("task", expected: "a task with different targets, as there is one output")
    }
    let checkpoint = call.meter.checkpoint
    let hits = try call.engine {
      var hits = 0
      for index in 0..<set.count {
        let (input, target) = set.sample(index)
        let share = Double(index) / Double(set.count)
        let output = try output(input) { _ in try checkpoint(share) }
        if output.count == 1 {
          if set.isNearest(output[0].double, to: index) { hits += 1 }
        } else if let answer = largest(output), answer == largest(target) {
          hits += 1
        }
      }
      return hits
    }
    return .number(Extended(hits) / Extended(set.count))
  }

  /// The place of the first of the largest entries; nil where one is nan.
  private static func largest(_ vector: Vector) -> Int? {
    let elements = vector.elements
    guard !elements.contains(where: \.isNaN) else { return nil }
    return elements.indices.max { elements[$0] < elements[$1] }
  }
}
