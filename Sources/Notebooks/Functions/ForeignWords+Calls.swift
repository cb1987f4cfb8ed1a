// Calls of elsewhere, as they are written here.
extension ForeignWords {
  /// Ours for a call of elsewhere, with what it was given; nil where it cannot be put so.
  static func call(_ name: String, of arguments: [String]) -> Hint? {
    let built = BuiltIns.function(name).map { "\($0.name)(\(arguments.joined(separator: ", ")))" }
    guard let words = function(name) else {
      return built.map { Hint("", .meant($0), otherwise: "\(name)(…)") }
    }
    if let formula = formula(name), arguments.count == 1 {
      let isOperand =
        arguments[0].isPlainName || arguments[0].allSatisfy { $0.isNumber || $0 == "." }
      let isBracketed = !formula.contains("$)") || formula.contains("-$")
      let argument = isOperand || !isBracketed ? arguments[0] : "(\(arguments[0]))"
      let ours = formula.replacing("$", with: argument)
      // A sum or a quotient stays one value wherever the call stood.
      let isWhole = !formula.contains(" - ") && !formula.contains { "/^".contains($0) }
      let over = overSeeds(name).map { ", and over seeds \($0)(f, 1...9)" } ?? ""
      return Hint("", .meant(isWhole ? ours : "(\(ours))"), end: over, otherwise: words)
    }
    return built.map { Hint("", .meant($0), otherwise: words) } ?? Hint(stringLiteral: words)
  }

  /// The function over seeds that may be meant as well.
  private static func overSeeds(_ name: String) -> String? {
    switch name {
    case "std", "stdev", "stddev": "deviation_over"
    case "avg", "average": "mean_over"
    default: nil
    }
  }
}
