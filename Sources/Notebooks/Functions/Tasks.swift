import DeepNetworks
import TerminalText

/// Samples to learn from.
extension BuiltIns {
  private static let noise = Parameter.optional(
    "noise",
    "standard deviation of what is added",
    otherwise: "0"
  )
  private static let seed = Parameter.optional("seed", "which draw", otherwise: "1")
  private static let teacher = "linear_teacher(inputs: 4, outputs: 2, samples: 32"

  static let taskFunctions: [Function] = [
    Function(
      "xor",
      [],
      "The four corners (±1, ±1), and whether their signs are the same or differ.",
      examples: ["xor()", "xor().inputs"]
    ) { call throws(Failure) in try task("the exclusive or", .xor, &call) },
    Function(
      "spirals",
      [
        .optional("samples", "in each arm", otherwise: "100"),
        .optional("turns", "of each arm about the other", otherwise: "1.5"),
        .optional("noise", "standard deviation of what is added", otherwise: "0.02"), seed,
      ],
      "Two spirals that wind about each other, one per class (Lang and Witbrock 1988).",
      examples: ["spirals(seed: 1)", "spirals(samples: 20, turns: 1, noise: 0.1).inputs"]
    ) { call throws(Failure) in
      let samples = try call.integer("samples", in: 1...100_000, otherwise: 100)
      let turns = try call.double("turns", otherwise: 1.5, in: 0...100)
      let noise = try call.double("noise", otherwise: 0.02, in: 0...1e6)
      let seed = try call.seed()
      try call.spend(operations: 400 * Double(samples), bytes: 200 * Double(samples))
      let set = try call.engine {
        try TrainingSet.spirals(samplesPerArm: samples, turns: turns, noise: noise, seed: seed)
      }
      return try task("two spirals", set, &call)
    },
    Function(
      "linear_teacher",
      [
        .required("inputs", "size of x"), .required("outputs", "size of the target"),
        .required("samples", "how many"), noise, seed,
      ],
      "Targets t = T x of a random matrix T, with x ~ N(0, 1) and T ~ N(0, 1/inputs).",
      examples: ["\(teacher))", "\(teacher), noise: 0.1, seed: 7).targets"]
    ) { call throws(Failure) in
      let inputs = try call.integer("inputs", in: 1...100_000)
      let outputs = try call.integer("outputs", in: 1...100_000)
      let samples = try call.integer("samples", in: 1...1_000_000)
      let noise = try call.double("noise", otherwise: 0, in: 0...1e6)
      let seed = try call.seed()
      let (n, m, count) = (Double(inputs), Double(outputs), Double(samples))
      try call.spend(
        operations: 20 * (n * m + count * (n + m)) + 2 * n * m * count,
        bytes: 32 * (n * m + count * (n + m))
      )
      let set = try call.engine {
        try TrainingSet.linearTeacher(
          inputWidth: inputs,
          outputWidth: outputs,
          samples: samples,
          noise: noise,
          seed: seed
        )
      }
      return try task("a linear teacher", set, &call)
    },
    Function(
      "samples",
      [
        .positional("inputs", "a matrix with a row for each sample"),
        .positional("targets", "a matrix with as many rows"),
      ],
      "Samples of your own to learn from.",
      examples: ["samples([[0, 1], [1, 0]], [[1], [-1]])"]
    ) { call throws(Failure) in
      let inputs = try call.entries("inputs")
      let targets = try call.entries("targets")
      guard inputs.rows == targets.rows else {
        throw call.wrong(
          "targets",
          expected:
            "a matrix of \(inputs.rows) \(inputs.rows == 1 ? "row" : "rows"), one per sample"
        )
      }
      try call.spend(entries: inputs.entryCount + targets.entryCount)
      let x = try call.doubles(inputs, "inputs")
      let t = try call.doubles(targets, "targets")
      let set = try call.engine {
        try TrainingSet(count: inputs.rows, inputs: x, targets: t)
      }
      return try task("your samples", set, &call)
    },
    Function(
      "split",
      [
        .positional("task", "samples"), .positional("share", "of them for training"),
        .optional("seed", "which of them", otherwise: "1"),
      ],
      "A task's samples in two parts, .training and .test, drawn without replacement.",
      examples: [
        "split(spirals(), 0.8)", "split(spirals(), 0.8, seed: 2).test",
      ]
    ) { call throws(Failure) in
      let whole = try call.samples("task")
      let share = try call.double("share", in: 0...1)
      let seed = try call.seed()
      let width = Double(whole.inputWidth + whole.outputWidth)
      try call.spend(operations: Double(whole.count) * (2 * width + 40))
      let parts = try call.engine(at: "share") { try whole.split(share: share, seed: seed) }
      return .record(
        Record(
          "a task in two parts",
          [
            Record.Field("training", try task("a part", parts.first, &call), "to learn from"),
            Record.Field("test", try task("a part", parts.rest, &call), "to test with"),
          ]
        )
      )
    },
  ]

  /// A set of samples as a value, with its rows as matrices.
  static func task(
    _ name: String,
    _ set: TrainingSet,
    _ call: inout Call
  ) throws(Failure) -> Value {
    let room = 8 * Double(set.inputs.count + set.targets.count)
    try call.spend(operations: room, bytes: 2 * room)
    func rows(_ values: [Double], _ width: Int) throws(NetworkError) -> Value {
      .matrix(.dense(try DenseMatrix(rows: set.count, columns: width, values: values)))
    }
    let fields = try call.engine {
      [
        Record.Field("inputs", try rows(set.inputs, set.inputWidth), "a row for each sample"),
        Record.Field("targets", try rows(set.targets, set.outputWidth), "a row for each sample"),
      ]
    }
    return .record(
      Record(
        "a task of \(NumberText.grouped(set.count)) \(set.count == 1 ? "sample" : "samples")",
        detail: name,
        fields,
        content: .samples(set),
        bytes: room
      )
    )
  }
}

extension Call {
  /// A matrix's entries as doubles, which training computes in.
  fileprivate func doubles(_ matrix: Matrix, _ parameter: String) throws(Failure) -> [Double] {
    let values = (0..<matrix.rows).flatMap { row in
      (0..<matrix.columns).map { matrix[row, $0].double }
    }
    guard values.allSatisfy(\.isFinite) else {
      throw wrong(parameter, expected: "finite numbers below 1e308")
    }
    return values
  }

  mutating func spend(entries: Double) throws(Failure) {
    do throws(Problem) { try meter.spend(entries: entries) } catch { throw failure(error) }
  }

  func samples(_ parameter: String) throws(Failure) -> TrainingSet {
    let given = value(parameter)
    if given.nameOfBuiltIn == "xor" { return .xor }
    if case .record(let record) = given, case .samples(let set) = record.content { return set }
    throw wrong(parameter, expected: "a task, such as xor() or spirals()")
  }

  /// Samples of a network's shapes; `xor` may be given as the function's name.
  func samples(_ parameter: String, for network: Network) throws(Failure) -> TrainingSet {
    let set = try samples(parameter)
    guard set.inputWidth == network.inputWidth, set.outputWidth == network.outputWidth else {
      throw failure(
        .value(
          .taskShape(
            inputs: set.inputWidth,
            outputs: set.outputWidth,
            network: "\(network.inputWidth) and \(network.outputWidth)",
            activation: network.activationArguments
          )
        ),
        at: parameter
      )
    }
    return set
  }
}

extension Network {
  /// Its activations as arguments of `network(…)`, behind others.
  fileprivate var activationArguments: String {
    // Of another depth they would be others.
    if hasMixedActivations { return "" }
    var text = ""
    if activation.name != "linear" { text += ", activation: \(activation.name)" }
    if lastActivation.name != activation.name {
      text += ", last_activation: \(lastActivation.name)"
    }
    return text
  }
}
