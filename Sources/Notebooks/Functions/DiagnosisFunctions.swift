import DeepNetworks

/// Why a network does or does not train.
extension BuiltIns {
  private static let deep = "network(gaussian(gain: 1.5), width: 16, depth: 50, activation: tanh)"

  static let diagnosisFunctions: [Function] = [
    Function(
      "diagnose",
      [
        .positional("net", "a network"),
        Parameter(
          name: "x",
          isPositional: true,
          need: .optional("normal numbers, seed 1"),
          meaning: "its input, a vector"
        ),
      ],
      "Why a network does or does not train: what its signals, gradients, number formats and rates "
        + "do, measured, and which changes would repair it, each tried.",
      examples: [
        "diagnose(\(deep))", "diagnose(network(0.5*identity(2), depth: 150), [1, 1])",
      ],
      body: diagnose
    )
  ]

  @Sendable private static func diagnose(_ call: inout Call) throws(Failure) -> Value {
    let network = try call.network("net")
    guard network.mistake == nil else {
      throw call.wrong(
        "net",
        expected: "a network whose gradients are right, and gradient_check(net, x) finds a mistake",
        got: "one with a mistake in its backward pass"
      )
    }
    guard !network.hasMixedActivations else {
      throw call.wrong(
        "net",
        expected: "a network whose hidden layers have one activation",
        got: "one whose hidden layers have several"
      )
    }
    let x =
      call.has("x")
      ? try call.input("x", for: network) : Vector.normal(network.inputWidth, seed: 1)
    guard x.isFinite, !x.isZero else {
      throw call.wrong(
        "x",
        expected: "a vector of finite numbers that is not 0",
        got: x.isZero ? "0" : nil
      )
    }
    try call.spend(Diagnosis.cost(of: network))
    let checkpoint = call.meter.checkpoint
    let diagnosis = try call.engine {
      try Diagnosis.run(network, at: x, checkpoint: checkpoint)
    }
    let input = call.has("x") ? "the given x" : "x = normal(\(x.count), seed: 1)"
    return .document(DiagnosisText(diagnosis, of: network, input: input).text)
  }
}
