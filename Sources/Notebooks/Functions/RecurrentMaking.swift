import DeepNetworks
import TerminalText

/// The functions that make networks through time.
extension BuiltIns {
  private static let weights = Parameter.positional(
    "weights",
    "an initialisation, or a matrix for each gate"
  )
  private static let steps = Parameter.required("steps", "T, how often the same layer is used")
  private static let inputs = Parameter.optional(
    "inputs",
    "size of x[t], with random weights",
    otherwise: "no inputs"
  )
  private static let inputWeights = Parameter.optional(
    "input_weights",
    "U, the matrix of the inputs, where W is given",
    otherwise: "no inputs"
  )
  private static let outputs = Parameter.optional(
    "outputs",
    "entries of ŷ = V h[T], with random weights",
    otherwise: "ŷ = h[T]"
  )
  private static let outputWeights = Parameter.optional(
    "output_weights",
    "V, the matrix of the output, where W is given",
    otherwise: "ŷ = h[T]"
  )
  private static let width = Parameter.optional(
    "width",
    "entries of a state, with random weights",
    otherwise: "from the matrix"
  )
  private static let seed = Parameter.optional(
    "seed",
    "which draw of random weights",
    otherwise: "1"
  )

  static let recurrentFunctions: [Function] = [
    Function(
      "recurrent",
      [
        .positional("weights", "W for every step: an initialisation or a square matrix"), steps,
        width, .optional("activation", "g, such as tanh", otherwise: "linear"),
        .optional("slope", "of leaky_relu below 0", otherwise: "0.01"), inputs, inputWeights,
        outputs,
        outputWeights, seed,
      ],
      "A network through time, h[t] = g(W h[t-1] + U x[t]): one matrix W at every step. Its W is the "
        + "first layer's of a network with the same seed, which draws a fresh one for each layer. With "
        + "outputs: its output is ŷ = V h[T], without h[T] itself; train(…) makes it learn a task.",
      examples: [
        "r = recurrent(gaussian(gain: 1), width: 64, steps: 100, activation: tanh, seed: 1)",
        "spectral_radius(r.W)", "plot norm(states(r, normal(64)))",
        "recurrent([[0.9, 10], [0, 0.9]], steps: 150)",
        "recurrent(gaussian(), width: 8, inputs: 2, steps: 5, activation: leaky_relu, slope: 0.2)",
        "recurrent([[0.5, 0], [0.2, 0.5]], steps: 3, input_weights: [[1], [0]]).U",
        "recurrent(gaussian(), width: 8, inputs: 1, outputs: 2, steps: 5).V",
        "recurrent([[0.5]], steps: 3, input_weights: [[1]], output_weights: [[2]]).V",
      ]
    ) { call throws(Failure) in
      let slope = try call.slope()
      return try recurrent(.plain(try call.activation("activation", slope: slope)), nil, &call)
    },
    Function(
      "gru",
      [
        weights, steps, width,
        .optional("update", "what is added in the update gate", otherwise: "0"), inputs,
        inputWeights, outputs, outputWeights, seed,
      ],
      "A network through time with gates: u, r = σ(W h[t-1] + U x[t]) with matrices of their own, "
        + "n = tanh(W (r·h[t-1]) + U x[t]), h[t] = u·h[t-1] + (1 - u)·n (Cho et al. 2014): where u is "
        + "near 1 a state passes as it is, and so does its gradient. Given matrices stand in the order "
        + "update, reset, candidate.",
      examples: [
        "r = gru(gaussian(), width: 32, steps: 60, update: 2, seed: 3)",
        "plot norm(states(r, normal(32))), norm(through_time(r, normal(32)).dJ_dh) on log",
        "r.update.W[1, 1]", "gru(gaussian(), width: 8, inputs: 2, outputs: 1, steps: 5)",
        "gru([[[0.5]], [[0.1]], [[2]]], steps: 3, input_weights: [[[1]], [[0]], [[1]]], "
          + "output_weights: [[3]])",
      ]
    ) { call throws(Failure) in
      let bias = RecurrentNetwork.GateBias(gate: .update, value: try call.gateBias("update", 0))
      return try recurrent(.gru, bias, &call)
    },
    Function(
      "lstm",
      [
        weights, steps, width,
        .optional("forget", "what is added in the forget gate", otherwise: "1"), inputs,
        inputWeights, outputs, outputWeights, seed,
      ],
      "A network through time with a memory: i, f, o = σ(W h[t-1] + U x[t]) with matrices of their own, "
        + "n = tanh(W h[t-1] + U x[t]), c[t] = f·c[t-1] + i·n, h[t] = o·tanh(c[t]) (Hochreiter and "
        + "Schmidhuber 1997, Gers et al. 2000). With forget: 1 a memory begins by being kept. Given "
        + "matrices stand in the order input, forget, output, candidate.",
      examples: [
        "r = lstm(gaussian(), width: 32, steps: 60, forget: 1, seed: 3)",
        "plot norm(through_time(r, normal(32)).dJ_dc) on log", "states(r, normal(32), of: \"c\")",
        "lstm(gaussian(), width: 8, inputs: 2, outputs: 1, steps: 5)",
        "lstm([[[0.5]], [[0.1]], [[2]], [[1]]], steps: 3, input_weights: [[[1]], [[0]], [[1]], [[1]]], "
          + "output_weights: [[3]])",
      ]
    ) { call throws(Failure) in
      let bias = RecurrentNetwork.GateBias(gate: .forget, value: try call.gateBias("forget", 1))
      return try recurrent(.lstm, bias, &call)
    },
  ]

  private static func recurrent(
    _ cell: RecurrentCell,
    _ bias: RecurrentNetwork.GateBias?,
    _ call: inout Call
  ) throws(Failure) -> Value {
    // Its many arguments are looked up and checked.
    try call.spend(operations: 10_000)
    let steps = try call.integer("steps", in: 1...Networks.deepest)
    let made: RecurrentNetwork
    if let initialization = call.value("weights").asInitialization {
      made = try drawn(initialization, cell, bias, steps, &call)
    } else {
      made = try given(cell, bias, steps, &call)
    }
    return .record(record(of: made))
  }

  private static func drawn(
    _ initialization: Initialization,
    _ cell: RecurrentCell,
    _ bias: RecurrentNetwork.GateBias?,
    _ steps: Int,
    _ call: inout Call
  ) throws(Failure) -> RecurrentNetwork {
    try call.refuse(["input_weights", "output_weights"], goes: "with matrices that are given")
    guard call.has("width") else {
      throw call.failure(
        .name(
          .missingArgument(
            "width",
            function: call.function.name,
            signature: "\(call.function.name)(gaussian(), width: 64, steps: 100)"
          )
        )
      )
    }
    let width = try call.integer("width", in: 1...100_000)
    let inputs = call.has("inputs") ? try call.integer("inputs", in: 1...100_000) : 0
    let outputs = call.has("outputs") ? try call.integer("outputs", in: 1...100_000) : 0
    let seed = try call.seed()
    try call.spend(
      RecurrentNetwork.drawingCost(
        initialization,
        gates: cell.gates.count,
        width: width,
        inputs: inputs,
        outputs: outputs
      )
    )
    let checkpoint = call.meter.checkpoint
    return try call.engine {
      try RecurrentNetwork(
        initialization: initialization,
        cell: cell,
        width: width,
        inputs: inputs,
        outputs: outputs,
        steps: steps,
        bias: bias,
        seed: seed,
        checkpoint: checkpoint
      )
    }
  }

  private static func given(
    _ cell: RecurrentCell,
    _ bias: RecurrentNetwork.GateBias?,
    _ steps: Int,
    _ call: inout Call
  ) throws(Failure) -> RecurrentNetwork {
    try call.refuse(
      ["width", "inputs", "outputs", "seed"],
      goes: "with random weights, as in \(call.function.name)(gaussian(), width: 64, steps: 100)"
    )
    let weights = try call.gateMatrices("weights", cell)
    let inputWeights = call.has("input_weights") ? try call.gateMatrices("input_weights", cell) : []
    let outputWeights = call.has("output_weights") ? try call.matrix("output_weights") : nil
    return try call.engine(at: "weights") {
      try RecurrentNetwork(
        cell: cell,
        weights: weights,
        inputWeights: inputWeights,
        outputWeights: outputWeights,
        bias: bias,
        steps: steps
      )
    }
  }

  /// The network as a value; the parts of a gate stand under its name.
  static func record(of made: RecurrentNetwork) -> Record {
    func parts(_ gate: RecurrentCell.Gate) -> [Record.Field] {
      var fields: [Record.Field] = []
      if let matrix = made.weights(gate) {
        fields.append(Record.Field("W", .matrix(matrix), "used at every step"))
      }
      if let matrix = made.inputWeights(gate) {
        fields.append(Record.Field("U", .matrix(matrix), "of the inputs"))
      }
      if let bias = made.bias(gate) { fields.append(added(bias)) }
      return fields
    }
    var fields = [
      Record.Field("steps", .number(Extended(made.steps)), "T"),
      Record.Field("width", .number(Extended(made.width)), "entries of a state h[t]"),
    ]
    if made.inputs > 0 {
      fields.append(
        Record.Field("inputs", .number(Extended(made.inputs)), "entries of an input x[t]")
      )
    }
    if case .plain = made.cell {
      fields += parts(.candidate)
    } else {
      fields += made.cell.gates.map { gate in
        let record = Record("the matrices of a gate", parts(gate))
        return Record.Field(gate.rawValue, .record(record), gate.meaning)
      }
    }
    if let matrix = made.outputWeights {
      fields.append(Record.Field("V", .matrix(matrix), "of the output, V h[T]"))
    }
    if let bias = made.outputBias {
      fields.append(Record.Field("output_b", .vector(bias), "added to it"))
    }
    return Record(
      "a recurrent network of \(NumberText.grouped(made.steps)) "
        + (made.steps == 1 ? "step" : "steps"),
      detail: made.cell.words,
      fields,
      content: .recurrent(made)
    )
  }
}

extension BuiltIns {
  /// What is added in a gate: a number where it is the same in every entry.
  fileprivate static func added(_ bias: Vector) -> Record.Field {
    let entries = bias.elements
    guard let first = entries.first, entries.allSatisfy({ $0 == first }) else {
      return Record.Field("b", .vector(bias), "added to the sum")
    }
    return Record.Field("b", .number(first), "added in every entry")
  }
}

extension RecurrentCell {
  /// What makes a state, in words.
  fileprivate var words: String {
    switch self {
    case .plain(let activation): activation.name
    case .gru: "gru"
    case .lstm: "lstm"
    }
  }
}

extension RecurrentCell.Gate {
  /// What a gate decides.
  var meaning: String {
    switch self {
    case .update: "how much of a state stays"
    case .reset: "how much of it the candidate sees"
    case .input: "how much of the candidate is written"
    case .forget: "how much of the memory is kept"
    case .output: "how much of it is passed on"
    case .candidate: "what may be written"
    }
  }
}

extension Call {
  /// A number that is added in a gate.
  fileprivate func gateBias(_ parameter: String, _ otherwise: Int) throws(Failure) -> Extended {
    guard has(parameter) else { return Extended(otherwise) }
    return try number(parameter, in: -1e300...1e300)
  }

  /// A matrix for each gate; the one of a plain cell stands alone.
  fileprivate func gateMatrices(
    _ parameter: String,
    _ cell: RecurrentCell
  ) throws(Failure) -> [Matrix] {
    if case .plain = cell {
      guard case .matrix(let matrix) = value(parameter) else {
        throw wrong(
          parameter,
          expected: parameter == "weights"
            ? "a square matrix, or an initialisation such as gaussian()"
            : "a matrix with a row for each entry of a state"
        )
      }
      return [matrix]
    }
    var matrices: [Matrix] = []
    if case .layers(let list) = value(parameter) {
      for case .matrix(let matrix) in list.elements { matrices.append(matrix) }
      if matrices.count == list.elements.count { return matrices }
    }
    let names = cell.gates.map(\.rawValue).joined(separator: ", ")
    throw wrong(
      parameter,
      expected: parameter == "weights"
        ? "an initialisation, or a list of matrices: \(names)" : "a list of matrices: \(names)"
    )
  }

  /// Refuses arguments that mean nothing beside the others.
  func refuse(_ labels: [String], goes what: String) throws(Failure) {
    for label in labels where has(label) {
      throw failure(
        .name(.uselessArgument(label, function: function.name, goes: what)),
        at: label
      )
    }
  }
}
