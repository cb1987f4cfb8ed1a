import DeepNetworks

/// What a recurrent network does with a start and its inputs, and the gradients back through its steps.
extension BuiltIns {
  private static let network = Parameter.positional("net", "a recurrent network")
  private static let input = Parameter.positional(
    "x",
    "the start h[0]; of a network with inputs, a row for each step"
  )
  private static let start = Parameter.optional(
    "start",
    "h[0] of a network with inputs",
    otherwise: "0"
  )
  private static let example =
    "recurrent(gaussian(gain: 1), width: 16, steps: 30, activation: tanh, seed: 2)"
  private static let withInputs =
    "recurrent(gaussian(), width: 8, inputs: 2, steps: 4, activation: tanh)"

  static let throughTimeFunctions: [Function] = [
    Function(
      "states",
      [
        network, input, start,
        .optional(
          "of",
          "\"h\", \"c\" of an lstm, or the name of a gate for what it lets through",
          otherwise: "\"h\""
        ),
      ],
      "h[0] … h[T]: what each step of a recurrent network passes on.",
      examples: [
        "h = states(\(example), normal(16))", "rms(h)",
        "states(\(withInputs), [[1, 0], [0, 1], [0, 0], [0, 0]], start: 0.1*ones(8))",
        "table rms(states(\(example), normal(16))) at 0, 10, 20, 30 in float16, float32",
        "mean(states(gru(gaussian(), width: 8, steps: 5), normal(8), of: \"update\"))",
      ],
      body: states
    ),
    Function(
      "through_time",
      [
        network, input, start,
        .optional(
          "loss",
          "J of the output: sum (of its entries), squared_error(target), cross_entropy(target)",
          otherwise: "sum"
        ),
        .optional("truncate", "how many of the last steps are gone back through", otherwise: "all"),
        .optional("clip", "the largest norm of dJ/dW, dJ/dU and dJ/dV together", otherwise: "none"),
      ],
      "The gradients of a recurrent network back through its steps: dJ/dh[t], and dJ/dW as the sum of "
        + "a part from each step, dJ/ds[t] h[t-1]' with s[t] = W h[t-1] + U x[t]. With gates each has "
        + "its own under its name; of an output V h[T] there is dJ/dV. truncate stops so many steps before the end and sums over those; "
        + "clip shortens dJ/dW, dJ/dU and dJ/dV and leaves what flows from step to step.",
      examples: [
        "g = through_time(\(example), normal(16))", "plot norm(g.dJ_dh), norm(g.parts) on log",
        "norm(g.dJ_dW)", "through_time(\(example), normal(16), truncate: 5, clip: 1)",
        "through_time(\(withInputs), [[1, 0], [0, 1], [0, 0], [0, 0]], start: ones(8), "
          + "loss: squared_error(ones(8))).dJ_dx",
        "norm(through_time(lstm(gaussian(), width: 8, steps: 5), normal(8)).forget.dJ_dW)",
        "plot norm(through_time(\(example), normal(16)).dJ_dh) in float16, float64 on log",
      ],
      body: throughTime
    ),
  ]

  @Sendable private static func states(_ call: inout Call) throws(Failure) -> Value {
    let network = try call.recurrent("net")
    let gates = network.cell.gates.map(\.rawValue)
    let names = (network.cell == .lstm ? ["h", "c"] : ["h"]) + gates
    let name = try call.oneOf("of", names, otherwise: "h") { $0 }
    let pass = try call.pass(network)
    let count = network.steps + 1
    try call.spend(
      operations: Meter.perEntry * Double(count),
      bytes: Extent.perValue * Double(count)
    )
    if let place = gates.firstIndex(of: name) {
      return .layers(list(pass.gate(place), first: 1, symbol: name))
    }
    return .layers(list(name == "c" ? pass.c : pass.h, first: 0, symbol: name))
  }

  @Sendable private static func throughTime(_ call: inout Call) throws(Failure) -> Value {
    let network = try call.recurrent("net")
    let pass = try call.pass(network)
    try call.spend(network.backwardCost, inFormat: call.format)
    let loss = try call.loss()
    let taken =
      call.has("truncate") ? try call.integer("truncate", in: 1...network.steps) : nil
    let limit = call.has("clip") ? Extended(try call.double("clip", in: 1e-300...1e300)) : nil
    let checkpoint = call.meter.checkpoint
    let whole = try call.engine {
      try network.backward(pass, loss: loss, truncation: taken, checkpoint: checkpoint)
    }
    let gradients = limit.map { whole.clipped(toNorm: $0) } ?? whole
    return .record(record(of: gradients, norm: whole.norm, network))
  }

  private static func list(_ vectors: [Vector], first: Int, symbol: String) -> PerLayer {
    PerLayer(symbol: symbol, first: first, elements: vectors.map(Value.vector), axis: .step)
  }

  private static func record(
    of gradients: RecurrentGradients,
    norm: Extended,
    _ network: RecurrentNetwork
  ) -> Record {
    let first = gradients.first
    var fields = [
      Record.Field(
        "dJ_dh",
        .layers(list(gradients.dH, first: first, symbol: "dJ_dh")),
        "how J changes with what each step passes on"
      )
    ]
    if !gradients.dC.isEmpty {
      fields.append(
        Record.Field(
          "dJ_dc",
          .layers(list(gradients.dC, first: first, symbol: "dJ_dc")),
          "the same of the memory"
        )
      )
    }
    if !gradients.dX.isEmpty {
      fields.append(
        Record.Field(
          "dJ_dx",
          .layers(list(gradients.dX, first: first + 1, symbol: "dJ_dx")),
          "the same of each step's input"
        )
      )
    }
    if case .plain = network.cell {
      fields += parts(of: gradients.gates[0], first)
    } else {
      for (gate, found) in zip(network.cell.gates, gradients.gates) {
        let record = Record("the gradients of a gate", parts(of: found, first))
        fields.append(Record.Field(gate.rawValue, .record(record), gate.meaning))
      }
    }
    if let matrix = gradients.dV {
      fields.append(Record.Field("dJ_dV", .matrix(matrix), "of the output's matrix"))
    }
    let what = gradients.dV == nil ? "dJ/dW and dJ/dU" : "dJ/dW, dJ/dU and dJ/dV"
    fields.append(Record.Field("norm", .number(norm), "of all \(what), before a clip"))
    let taken = network.steps - first
    return Record(
      "gradients through \(taken) \(taken == 1 ? "step" : "steps")",
      detail: first > 0 ? "cut off before step \(first + 1)" : "",
      fields
    )
  }

  private static func parts(of gate: RecurrentGradients.Gate, _ first: Int) -> [Record.Field] {
    let list = PerLayer(
      first: first + 1,
      elements: gate.parts.map(Value.matrix),
      axis: .step
    )
    var fields = [
      Record.Field("dJ_dW", .matrix(gate.dW), "the sum over the steps"),
      Record.Field("parts", .layers(list), "what each step adds to it"),
    ]
    if let matrix = gate.dU {
      fields.append(Record.Field("dJ_dU", .matrix(matrix), "the sum for U"))
    }
    return fields
  }
}

extension Call {
  /// A recurrent network.
  func recurrent(_ parameter: String) throws(Failure) -> RecurrentNetwork {
    if case .record(let record) = value(parameter), case .recurrent(let made) = record.content {
      return made
    }
    throw wrong(
      parameter,
      expected: "a recurrent network, such as recurrent(gaussian(), width: 8, steps: 20)"
    )
  }

  /// Announces passes one after the other, which take twice as long where every result is rounded.
  mutating func spend(
    _ cost: Cost,
    times count: Int = 1,
    inFormat format: NumberFormat?
  ) throws(Failure) {
    let each = (format == nil ? 1 : 2) * cost.operations
    try spend(operations: each * Double(count), bytes: cost.bytes)
  }

  /// The pass from the start, or through the inputs.
  fileprivate mutating func pass(_ network: RecurrentNetwork) throws(Failure) -> RecurrentPass {
    let (start, inputs): (Vector, [Vector])
    if network.inputs == 0 {
      try refuse(["start"], goes: "with inputs; without, x is the start")
      (start, inputs) = (try vector("x"), [])
    } else {
      inputs = try rows("x", of: network)
      start = has("start") ? try vector("start") : .zeros(network.width)
    }
    try spend(network.forwardCost, inFormat: format)
    let (checkpoint, format) = (meter.checkpoint, format)
    return try engine(at: network.inputs > 0 && start.count != network.width ? "start" : "x") {
      try network.forward(from: start, inputs: inputs, format: format, checkpoint: checkpoint)
    }
  }

  /// The inputs of all steps: rows, a list by step, or a number for each where one goes in.
  private func rows(
    _ parameter: String,
    of network: RecurrentNetwork
  ) throws(Failure) -> [Vector] {
    let given = value(parameter)
    switch given.operand {
    case .vector(let vector) where network.inputs == 1:
      return vector.elements.map { Vector([$0]) }
    case .matrix(let matrix) where matrix.rows <= Networks.deepest && matrix.columns <= 100_000:
      guard matrix.rows == network.steps else { break }
      return (0..<matrix.rows).map { matrix.row($0) }
    case .layers(let list):
      var rows: [Vector] = []
      for case .vector(let row) in list.elements { rows.append(row) }
      if rows.count == list.elements.count { return rows }
    case .number, .vector, .matrix, .never, .other: break
    }
    throw wrong(
      parameter,
      expected: "\(network.steps) rows of \(network.inputs), an input for each step"
    )
  }
}
