import DeepNetworks

// Calls of elsewhere, as they are written here.
extension ForeignWords {
  /// Ours for a call of elsewhere, with what it was given; nil where it cannot be put so.
  static func call(_ name: String, of arguments: [String]) -> Hint? {
    if let numbers = numbers(name, arguments) { return numbers }
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

  /// `ones(2)*ones(3)'` for `ones(2, 3)`, behind some words.
  static func filled(_ words: String, _ name: String, _ sizes: [String]) -> Hint? {
    guard name == "ones" || name == "zeros", sizes.count == 2 else { return nil }
    let ours = "\(name)(\(sizes[0]))*ones(\(sizes[1]))'"
    return Hint(
      words,
      .instead(ours),
      otherwise: "\(words)\(name)(m)*ones(n)'"
    )
  }

  /// Drawn and evenly spaced numbers, with what was given; nil for others.
  private static func numbers(_ name: String, _ arguments: [String]) -> Hint? {
    switch (name, arguments.count) {
    case ("randn", 1): return Hint("", .instead("normal(\(arguments[0]), seed: 1)"))
    case ("rand", 1), ("random", 1):
      return Hint(
        "",
        .instead("normal(\(arguments[0]), seed: 1)"),
        end: ", normal numbers and not uniform ones",
        otherwise: function(name) ?? ""
      )
    case ("linspace", 3):
      guard let first = Double(arguments[0]), let last = Double(arguments[1]),
        let count = Int(arguments[2]), count > 1, first != last
      else { return nil }
      let step = (last - first) / Double(count - 1)
      let text = Rendering.number(Extended(step), digits: 6)
      let isExact = Double(text).map { abs($0 - step) <= 1e-14 * abs(step) } ?? false
      let written = isExact ? text : "(\(arguments[1]) - (\(arguments[0])))/\(count - 1)"
      return Hint("", .instead("\(arguments[0])...\(arguments[1]) by \(written)"))
    default: return nil
    }
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
