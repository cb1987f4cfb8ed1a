import TerminalText

/// How sentences speak of x: "layer 127", "24 layers", "s = 0.5".
struct AxisWords: Sendable, Hashable {
  let label: String
  let isInteger: Bool
  /// Whether x stands on a logarithmic axis.
  let isLogarithmic: Bool

  init(_ around: Surroundings) {
    self.init(
      label: around.xLabel,
      isInteger: around.xIsInteger,
      isLogarithmic: around.xIsLogarithmic
    )
  }

  init(label: String, isInteger: Bool, isLogarithmic: Bool = false) {
    let label = neutralised(label)
    self.label = label.isEmpty ? "point" : label
    self.isInteger = isInteger
    self.isLogarithmic = isLogarithmic
  }

  /// Whether the label is a letter, as `L`, which has no plural and equals its value.
  private var isSymbol: Bool { label.count == 1 }

  /// "24 layers", "1 layer"; of what is not counted "24 points".
  func count(_ count: Int) -> String {
    let noun = isInteger ? isSymbol ? "value" : label : "point"
    return count == 1 ? "1 \(noun)" : "\(count) \(Self.plural(noun))"
  }

  /// "layers", "entries", "indices".
  private static func plural(_ noun: String) -> String {
    if noun.hasSuffix("index") { return noun.dropLast(2) + "ices" }
    let last = noun.suffix(2)
    if last.last == "y", let before = last.first, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    return ["s", "x", "ch", "sh"].contains(where: noun.hasSuffix) ? noun + "es" : noun + "s"
  }

  /// "layer 127" or "s = 0.5".
  func at(_ x: Double) -> String {
    isInteger && !isSymbol ? "\(label) \(number(x))" : "\(label) = \(number(x))"
  }

  /// "layers 0 to 19" or "s from 0.5 to 1.5"; one x alone as by `at`.
  func range(_ range: ClosedRange<Double>) -> String {
    guard range.lowerBound < range.upperBound else { return at(range.lowerBound) }
    let ends = "\(number(range.lowerBound)) to \(number(range.upperBound))"
    return isInteger && !isSymbol ? "\(Self.plural(label)) \(ends)" : "\(label) from \(ends)"
  }

  /// Integers in full as far as a Double counts, other numbers to six digits.
  func number(_ x: Double) -> String {
    if abs(x) < 0x1p53, x == Double(Int(x)) { return String(Int(x)) }
    return NumberText.short(x)
  }
}

extension AxisWords {
  /// The vertical axis of a heatmap.
  init(_ map: Heatmap) {
    self.init(label: map.yLabel, isInteger: map.yIsInteger)
  }
}
