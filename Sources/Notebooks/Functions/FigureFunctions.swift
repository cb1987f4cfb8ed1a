import DeepNetworks
import Plotting

/// Figures that stand within a line of text.
extension BuiltIns {
  private static let widest = 60

  static let figureFunctions: [Function] = [
    Function(
      "sparkline",
      [
        .positional("v", "a list of numbers by layer, a vector or a range"),
        .optional("width", "characters at most, 1 to \(widest)", otherwise: "32"),
      ],
      "The course of numbers in a few characters, from _ (least) to # (greatest), to stand in a "
        + "sentence; on a log axis where they span three decades. 0 is zero there, < negative; "
        + "^ is inf, v -inf, n nan.",
      examples: [
        "shape = sparkline(rms(activations(network(2*identity(2), depth: 20), [1, 1])))",
        "sparkline([3, 2, 1, 2, 3])",
        "sparkline(normal(100), width: 50)",
      ],
      body: sparkline
    )
  ]

  @Sendable private static func sparkline(_ call: inout Call) throws(Failure) -> Value {
    let width = try call.integer("width", in: 1...widest, otherwise: 32)
    let numbers: [Extended]
    switch call.value("v").operand {
    case .number(let number): numbers = [number]
    case .vector(let vector): numbers = vector.elements
    case .layers(let list) where list.numbers.count == list.elements.count: numbers = list.numbers
    case .matrix, .layers, .never, .other:
      throw call.wrong("v", expected: "numbers: a list such as rms(a), a vector or a range")
    }
    guard !numbers.isEmpty else {
      throw call.wrong("v", expected: "numbers", got: "an empty vector")
    }
    try call.spend(operations: 2300 * Double(numbers.count), bytes: 100 * Double(numbers.count))
    return .text(Figure.levels(of: numbers.map { Sample($0) }, columns: width))
  }
}
