import DeepNetworks

// Calls of elsewhere, as they are written here.
extension ForeignWords {
  /// Ours for a function of elsewhere where that is arithmetic on numbers, "ln or log10" for `log`; nil for
  /// others.
  package static func arithmetic(_ name: String) -> String? {
    switch name {
    case "log", "power", "pow": return function(name)
    default:
      guard let formula = formula(name), !formula.contains("'"), formula != "$" else { return nil }
      let words = formula.split { !$0.isLetter && !$0.isNumber }
      let calls = words.filter { $0.first?.isLetter == true }.map(String.init)
      let numbers = BuiltIns.numberFunctions.map(\.name)
      return calls.allSatisfy(numbers.contains) ? function(name) : nil
    }
  }

  /// Ours for a call of elsewhere, with what it was given; nil where it cannot be put so.
  static func call(_ name: String, of arguments: [String]) -> Hint? {
    if let numbers = numbers(name, arguments) { return numbers }
    if BuiltIns.formatNames.contains(name) { return rounding(to: name, arguments) }
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

  /// `rounded(0.1, to: float16)` for `float16(0.1)`.
  static func rounding(to format: String, _ arguments: [String]) -> Hint? {
    guard arguments.count == 1, let value = arguments.first else { return nil }
    return Hint(
      "",
      .instead("rounded(\(value), to: \(format))"),
      otherwise: "rounded(1.1, to: \(format))"
    )
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
    case ("pow", 2), ("power", 2):
      func operand(_ text: String) -> String {
        text.isPlainName || text.allSatisfy { $0.isNumber || $0 == "." } ? text : "(\(text))"
      }
      let power = "\(operand(arguments[0]))^\(operand(arguments[1]))"
      return Hint("", .instead(power), otherwise: function(name) ?? "")
    case ("linspace", 2):
      return Hint(
        "",
        .instead("\(arguments[0])...\(arguments[1]) by (\(arguments[1]) - (\(arguments[0])))/49"),
        otherwise: function(name) ?? ""
      )
    case ("arange", _), ("range", _):
      return range(name, arguments).map { Hint("", .instead($0), otherwise: function(name) ?? "") }
    default: return nil
    }
  }

  /// A range as others write one: `range(5)`, `1:5`, `0 to 3`; nil for what is none.
  static func range(_ text: String) -> String? {
    if let call = text.firstIndex(of: "("), text.hasSuffix(")") {
      let name = text[..<call].split(separator: ".").last.map(String.init) ?? ""
      let inner = text[text.index(after: call)...].dropLast()
      let arguments = inner.split(separator: ",").map { String($0.drop { $0 == " " }) }
      return range(name, arguments)
    }
    let parts = text.split(separator: ":").map(String.init)
    guard (2...3).contains(parts.count) else { return nil }
    return parts.count == 2
      ? "\(parts[0])...\(parts[1])" : "\(parts[0])...\(parts[2]) by \(parts[1])"
  }

  /// `range(1, 5)` and `arange(0, 1, 0.1)`, which stop before their end, in our ranges, which do not.
  private static func range(_ name: String, _ arguments: [String]) -> String? {
    guard name == "range" || name == "arange", (1...3).contains(arguments.count) else { return nil }
    let first = arguments.count > 1 ? arguments[0] : "0"
    let end = arguments.count > 1 ? arguments[1] : arguments[0]
    let step = arguments.count > 2 ? arguments[2] : nil
    guard let from = Double(first), let to = Double(end), let by = Double(step ?? "1"), by != 0
    else { return step == nil ? "\(first)...\(end)-1" : nil }
    let count = ((to - from) / by - 1e-9).rounded(.up)
    guard count >= 1, count < 1e6 else { return nil }
    let last = Rendering.number(Extended(from + (count - 1) * by), digits: 12)
    let isByOne = by == 1 && [first, last].allSatisfy { Int($0) != nil }
    return "\(first)...\(last)" + (isByOne ? "" : " by \(step ?? "1")")
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
