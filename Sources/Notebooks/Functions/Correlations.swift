import DeepNetworks

/// Two inputs on their way through one network.
extension BuiltIns {
  private static let example =
    "network(gaussian(gain: 1.5), width: 32, depth: 20, activation: tanh, bias_deviation: 0.3)"

  static let correlationFunctions: [Function] = [
    Function(
      "correlation",
      [
        .positional("net", "a network"), .positional("x", "its input, a vector"),
        .positional("y", "another input"),
        .optional("of", "\"z\", or \"a\" for what the layers pass on", otherwise: "\"z\""),
      ],
      "The cosine of the angle between the signals of two inputs: of z[1] … z[L], as correlation_map "
        + "says it for wide layers, or of a[0] … a[L]. 1 where a network makes both alike, less where "
        + "it tells them apart.",
      examples: [
        "correlation(\(example), normal(32, seed: 1), normal(32, seed: 2))",
        "plot correlation(\(example), normal(32), normal(32) + 0.1*normal(32, seed: 2), of: \"a\")",
      ],
      body: correlation
    )
  ]

  /// The signals whose angle is meant.
  private enum Signal: String, CaseIterable {
    case preactivations = "z"
    case activations = "a"
  }

  @Sendable private static func correlation(_ call: inout Call) throws(Failure) -> Value {
    let network = try call.network("net")
    let (x, y) = (try call.input("x", for: network), try call.input("y", for: network))
    let signal = try call.oneOf("of", Signal.allCases, otherwise: .preactivations, \.rawValue)
    let (one, other) = (try call.forward(network, x), try call.forward(network, y))
    let units = (0...network.depth).reduce(0.0) { $0 + Double(network.width(of: $1)) }
    try call.spend(
      operations: 3 * Meter.perEntry * units + 500 * Double(network.depth),
      bytes: Extent.perValue * Double(network.depth)
    )
    let isOfZ = signal == .preactivations
    let pairs = isOfZ ? zip(one.z, other.z) : zip(one.a, other.a)
    let first = isOfZ ? 1 : 0
    var cosines: [Value] = []
    for (v, w) in pairs {
      let size = v.norm() * w.norm()
      // In a float format a signal may vanish, and what stands for it is nan.
      guard call.format != nil || !size.isZero else {
        throw call.failure(
          .value(
            .noAngle(
              name: "\(signal.rawValue)[\(first + cosines.count)]",
              input: v.isZero ? "x" : "y"
            )
          ),
          at: v.isZero ? "x" : "y"
        )
      }
      let cosine = try call.engine { try v.dot(w) } / size
      cosines.append(.number(cosine.isNaN ? cosine : max(-.one, min(.one, cosine))))
    }
    return .layers(PerLayer(symbol: "c", first: first, elements: cosines))
  }
}
