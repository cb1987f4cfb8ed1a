import Notebooks
import TerminalText
import Testing

/// Every built-in function with every argument replaced by what nobody should give it.
@Suite("Hostile arguments")
struct HostileArgumentTests {
  static let setting = """
    n = network(gaussian(), widths: [2, 3, 2], activation: tanh)
    dead = network([[[-1, -1], [-1, -1]], [[1, 1], [1, 1]]], activation: relu)
    drops = network(2*identity(2), depth: 2, dropout: 0.5)
    high = rounded(1e9, to: float16)
    none = high - high
    sq(t) = t^2
    recur = recurrent([[0, 1], [1, 1]], steps: 3, input_weights: [[1], [2]])
    bad(t) = 1/(t - 2)
    """

  /// What makes sense, by parameter; by function and parameter where that says more.
  static let usual = [
    "correlation.y": "[2, 1]", "correlation.of": "\"a\"", "gradient_check.sides": "1",
    "mistaken.layer": "2", "mistaken.kind": "\"factor\"", "gaussian.deviation": "0.1",
    "z": "[0.5, 2]", "g": "tanh", "slope": "0.1", "v": "[1, 2]", "w": "[3, 4]", "n": "3",
    "seed": "2", "M": "[[2, 1], [1, 1]]", "a": "1", "b": "2", "weights": "[[2, 1], [1, 1]]",
    "depth": "3", "last": "identity(2)", "activation": "tanh", "last_activation": "linear",
    "bias": "[1, 2]", "width": "4", "widths": "[2, 3, 2]", "inputs": "2", "outputs": "2",
    "bias_deviation": "0.1", "residual": "0.5", "block": "3", "norm": "true", "dropout": "0.5",
    "net": "n", "x": "[1, 2]",
    "flush": "true", "loss": "sum", "loss_scale": "8", "target": "[1, 0]", "l": "1",
    "J": "[[2, 1], [1, 1]]", "largest": "1", "smallest": "1", "weight_deviation": "1.5", "q": "1",
    "c": "0.5", "bias_variance": "0.1", "variance": "1", "orthogonal": "true", "k": "2",
    "to": "2", "layers": "2", "strength": "3", "start": "0.001", "t": "5", "rate": "0.1",
    "samples": "5", "turns": "1", "noise": "0.1", "targets": "[[1], [2]]", "task": "xor",
    "steps": "3", "batch": "2", "momentum": "0.9", "adam": "true", "clip": "1", "biases": "true",
    "epsilon": "1e-5", "G": "[3, 4]", "f": "sq", "seeds": "1...4", "share": "0.5", "gain": "1",
    "fan": "\"in\"", "scale": "1", "shape": "\"normal\"", "distribution": "gaussian()",
    "rows": "3", "columns": "2", "format": "float16", "rounded.to": "float16",
    "gain.g": "leaky_relu", "network.activation": "tanh", "network.slope": "0.1",
    "activations.net": "drops", "preactivations.net": "drops",
    "samples.inputs": "[[1], [2]]", "train.loss": "squared_error",
    "largest_stable_rate.loss": "squared_error", "finite_width.g": "relu", "fan_in": "2",
    "slope.z": "1", "saxe_rate.start": "1",
    "recurrent.activation": "tanh", "recurrent.slope": "0.1", "input_weights": "[[1], [2]]",
    "gru.weights": "[2*identity(2), identity(2), 0*identity(2)]",
    "lstm.weights": "[2*identity(2), identity(2), 0*identity(2), identity(2)]",
    "gru.input_weights": "[[[1], [2]], [[1], [2]], [[2], [1]]]",
    "lstm.input_weights": "[[[1], [2]], [[1], [2]], [[2], [1]], [[1], [1]]]", "update": "1",
    "forget": "1",
    "states.net": "recur", "through_time.net": "recur", "states.x": "[[1], [2], [0]]",
    "through_time.x": "[[1], [2], [0]]", "states.start": "[1, 2]", "through_time.start": "[1, 2]",
    "states.of": "\"h\"", "truncate": "2", "train.truncate": "1", "output_weights": "[[1, 2]]",
    "recall.steps": "3", "adding.steps": "3",
    "decay": "0.1", "schedule": "cosine()", "test": "xor",
    "patience": "2", "sharpness": "2", "masters": "false", "every": "2", "factor": "0.5",
    "then": "cosine()", "end": "0.1",
  ]

  /// Together with these a parameter of `network` makes sense, or of a function that is named.
  static let company = [
    "train.epsilon": ["adam"], "train.patience": ["test"], "train.masters": ["format"],
    "train.scale": ["format"],
    "": ["depth"], "slope": ["depth"], "weights": ["depth"], "last": ["depth"],
    "activation": ["depth"], "last_activation": ["depth"],
    "bias": ["depth"], "residual": ["depth"], "norm": ["depth"],
    "block": ["depth", "residual"], "dropout": ["depth"],
    "width": ["depth", "weights"], "inputs": ["width", "depth", "weights"],
    "outputs": ["width", "depth", "weights"], "bias_deviation": ["width", "depth", "weights"],
    "seed": ["width", "depth", "weights"], "widths": ["weights"],
  ]

  /// What is trained through time.
  static let sequences = ["net": "recur", "task": "samples([[1, 0, 0]], [[1, 0]])"]

  static let nasty = [
    "0", "-1", "1", "2.5", "-0.001", "1e-400", "10^30", "1e400", "-1e400", "high", "-high",
    "none", "[]", "[0, 0]", "[1, 2, 3]", "high*[1, 1]", "none*[1, 1]", "[1e400, 1]",
    "0*identity(2)", "[[1, 2], [2, 4]]", "identity(100000)", "high*[[1, 1], [1, 1]]",
    "[[high, 1], [1, 1]]", "[[none, 1], [1, 1]]", "[1e300*identity(2), 1e-300*identity(2)]",
    "[[1, 2, 3]]", "n", "dead", "network(1e300*identity(2), depth: 9)", "true", "\"x\"", "\"\"",
    "tanh", "sq", "bad", "float8_e4m3", "gaussian()", "0...1", "1...100000",
    "squared_error([1, 0])", "cross_entropy([high, 1])", "xor",
    "jacobian(n, [1, 1])", "jacobian(dead, [1, 1])", "activations(n, [1, 1])",
    "activations(n, [high, 1])", "dJ_dW(dead, [1, 1])", "first l where [1, 2][l] > 5",
    "samples([[1, 1e300]], [[1, 1]])", "train(n, xor, rate: 1e6, steps: 9).net", "pi",
  ]

  private static let limits = Meter.Limits(operations: 3e6, bytes: 1e8)

  private func arguments(_ function: Function, with tried: Parameter?) -> [(Parameter, String)] {
    var company = Set(tried.flatMap { Self.company["\(function.name).\($0.name)"] } ?? [])
    if function.name == "lyapunov" { company = ["x"] }
    if function.name == "network" { company = Set(Self.company[tried?.name ?? ""] ?? []) }
    let makesWeights = function.parameters.contains { $0.name == "input_weights" }
    if makesWeights, ["width", "inputs", "outputs", "seed"].contains(tried?.name) {
      company = ["weights", "width"]
    }
    return function.parameters.compactMap { parameter in
      guard
        parameter.need == .required || parameter.name == tried?.name
          || company.contains(parameter.name)
      else { return nil }
      if parameter.name == "weights", company.contains("weights") {
        return (parameter, "gaussian()")
      }
      if function.name == "train", tried?.name == "truncate",
        let sequence = Self.sequences[parameter.name]
      {
        return (parameter, sequence)
      }
      let usual = Self.usual["\(function.name).\(parameter.name)"] ?? Self.usual[parameter.name]
      return (parameter, usual ?? "nothing_usual_for_\(parameter.name)")
    }
  }

  private func text(_ function: Function, _ arguments: [(Parameter, String)]) -> String {
    let parts = arguments.map { $0.isPositional ? $1 : "\($0.name): \($1)" }
    return "\(function.name)(\(parts.joined(separator: ", ")))"
  }

  @Test("what is usual works", arguments: BuiltIns.functions.map(\.name))
  func usual(_ name: String) throws {
    let function = try #require(BuiltIns.function(name))
    for parameter in [nil] + function.parameters.map(Optional.some) {
      let call = text(function, arguments(function, with: parameter))
      let failure = fault(call, after: Self.setting)
      #expect(failure == nil, "\(call): \(failure?.problem.message ?? "")")
    }
  }

  @Test(
    "what is not ends with a value or an error that says where",
    arguments: BuiltIns.functions.map(\.name)
  )
  func hostile(_ name: String) throws {
    let function = try #require(BuiltIns.function(name))
    let desk = Desk(after: Self.setting)
    for parameter in function.parameters {
      let usual = arguments(function, with: parameter)
      for nasty in Self.nasty {
        let call = text(function, usual.map { $0.name == parameter.name ? ($0, nasty) : ($0, $1) })
        var desk = desk
        desk.meter = Meter(limits: Self.limits)
        check(call, parameter, nasty, &desk)
      }
    }
  }

  private func check(_ call: String, _ parameter: Parameter, _ nasty: String, _ desk: inout Desk) {
    if let failure = desk.failure(call) {
      let report = failure.report(columns: 80).plain
      #expect(failure.range.upper <= failure.source.end && !failure.problem.message.isEmpty)
      #expect(report.count < 2000, "\(call)")
      return
    }
    let shown = desk.show(call)
    #expect(!shown.isEmpty, "\(call)")
    let isOfFormat =
      ["high", "none", "float", "1e300", "rate: 1e6"].contains { call.contains($0) }
      // A length that is infinite where χ is 1 is what the theory says.
      || call.hasPrefix("mean_field") || call.hasPrefix("trainable_depth")
    if !isOfFormat {
      #expect(!shown.contains("nan"), "\(call) is \(shown)")
      #expect(!shown.contains("inf"), "\(call) is \(shown)")
    }
  }
}
