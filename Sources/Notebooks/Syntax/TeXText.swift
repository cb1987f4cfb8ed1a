/// Formulas with the signs of TeX, in the signs of this language.
struct TeXText {
  private let scalars: [Character]
  private var index = 0

  private init(_ text: String) { scalars = Array(text) }

  /// The formula in our signs; nil for a text without signs of TeX, or whose braces do not close.
  static func translated(_ text: String) -> String? {
    // One dollar is no formula; two stand around one.
    guard text.contains(where: { "{\\$".contains($0) }),
      text.count(where: { $0 == "$" }).isMultiple(of: 2)
    else { return nil }
    var reader = TeXText(text)
    guard let ours = reader.read(until: nil), ours != text, !ours.isEmpty else { return nil }
    return ours
  }

  /// Everything up to a closing brace, or to the end.
  private mutating func read(until end: Character?) -> String? {
    var text = ""
    while index < scalars.count {
      let character = scalars[index]
      if character == end { return text }
      index += 1
      switch character {
      case "$": continue
      case "}": return nil
      case "{":
        guard let inner = group() else { return nil }
        text += inner.contains(",") ? "[\(inner)]" : "(\(inner))"
      case "^", "_":
        guard let script = script(character) else { return nil }
        text += script
      case "\\":
        guard let command = command() else { return nil }
        text += command
      default: text.append(character)
      }
    }
    return end == nil ? text : nil
  }

  /// What stands between braces of which the first is read.
  private mutating func group() -> String? {
    guard let inner = read(until: "}"), index < scalars.count else { return nil }
    index += 1
    return inner
  }

  private mutating func braced() -> String? {
    while index < scalars.count, scalars[index] == " " { index += 1 }
    guard index < scalars.count, scalars[index] == "{" else { return nil }
    index += 1
    return group()
  }

  /// `^{L-1}`, `^{[3]}`, `^\top` and `_{3}`.
  private mutating func script(_ sign: Character) -> String? {
    if sign == "^", scalars[index...].starts(with: "\\top") {
      index += 4
      return "'"
    }
    guard index < scalars.count, scalars[index] == "{" else { return String(sign) }
    guard let inner = braced() else { return nil }
    if inner == "top" || inner == "T" { return "'" }
    if inner.hasPrefix("[") { return inner }
    if sign == "_" { return "[\(inner)]" }
    return inner.allSatisfy { $0.isLetter || $0.isNumber } ? "^\(inner)" : "^(\(inner))"
  }

  /// What stands behind a backslash.
  private mutating func command() -> String? {
    let start = index
    while index < scalars.count, scalars[index].isLetter { index += 1 }
    switch String(scalars[start..<index]) {
    case "":
      guard index < scalars.count, ",;:! ".contains(scalars[index]) else { return nil }
      index += 1
      return " "
    case "frac", "dfrac", "tfrac":
      guard let above = braced(), let below = braced() else { return nil }
      return "\(Self.operand(above))/\(Self.operand(below))"
    case "sqrt": return braced().map { "sqrt(\($0))" }
    case "left", "right", "big", "Big", "quad", "displaystyle": return ""
    case "cdot", "times": return "*"
    case "le", "leq": return "<="
    case "ge", "geq": return ">="
    case "ne", "neq": return "!="
    case "approx", "equiv": return "=="
    case "ldots", "dots", "cdots": return "..."
    case "hat", "vec", "mathbf", "mathrm", "boldsymbol", "text", "bar", "tilde", "operatorname":
      return braced()
    case let name: return name
    }
  }

  private static func operand(_ text: String) -> String {
    text.allSatisfy { $0.isLetter || $0.isNumber } ? text : "(\(text))"
  }
}
