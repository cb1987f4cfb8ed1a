import TerminalText

/// Shapes and words in the SVG format; the same calls give the same bytes.
struct Drawing: Sendable, Hashable {
  private(set) var text = ""

  /// A position or length in pixels, to a hundredth.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((value < 0 ? -value : value) * 100 + 0.5)
    let sign = value < 0 && hundredths > 0 ? "-" : ""
    let rest = hundredths % 100
    if rest == 0 { return "\(sign)\(hundredths / 100)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(sign)\(hundredths / 100).\(digits)"
  }

  /// Words as XML writes them.
  static func escaped(_ words: String) -> String {
    var escaped = ""
    for scalar in neutralised(words).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default:
        // XML and HTML have no characters for these.
        let isNone =
          scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
        escaped.unicodeScalars.append(isNone ? "?" : scalar)
      }
    }
    return escaped
  }

  /// An element without content; attributes in the given order.
  mutating func add(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    text += "<\(name)\(Drawing.joined(attributes))/>\n"
  }

  mutating func add(_ drawing: String) { text += drawing }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ look: Look) {
    text += "<line x1=\"\(Drawing.number(x1))\" y1=\"\(Drawing.number(y1))\""
    text += " x2=\"\(Drawing.number(x2))\" y2=\"\(Drawing.number(y2))\"\(look.stroked)/>\n"
  }

  mutating func rectangle(
    _ x: Double,
    _ y: Double,
    _ width: Double,
    _ height: Double,
    _ fill: String
  ) {
    add(
      "rect",
      [
        "x": Drawing.number(x), "y": Drawing.number(y), "width": Drawing.number(width),
        "height": Drawing.number(height), "fill": fill, "shape-rendering": "crispEdges",
      ]
    )
  }

  mutating func path(_ d: String, _ look: Look) {
    guard !d.isEmpty else { return }
    text += "<path d=\"\(d)\" fill=\"none\"\(look.stroked)/>\n"
  }

  mutating func area(_ d: String, _ color: String, opacity: String = "0.2") {
    guard !d.isEmpty else { return }
    text += "<path d=\"\(d)\" fill=\"\(color)\" fill-opacity=\"\(opacity)\"/>\n"
  }

  /// Where a word stands beside its position.
  enum Anchor: String, Sendable, Hashable {
    case start, middle, end
  }

  mutating func words(
    _ words: String,
    _ x: Double,
    _ y: Double,
    _ anchor: Anchor = .start,
    color: String = Look.ink,
    isStrong: Bool = false,
    isOutlined: Bool = false
  ) {
    guard !words.isEmpty else { return }
    text += "<text x=\"\(Drawing.number(x))\" y=\"\(Drawing.number(y))\""
    if anchor != .start { text += " text-anchor=\"\(anchor.rawValue)\"" }
    if isStrong { text += " font-weight=\"bold\"" }
    if isOutlined { text += " stroke=\"\(Look.paper)\" stroke-width=\"4\" paint-order=\"stroke\"" }
    text += " fill=\"\(color)\">\(Drawing.escaped(words))</text>\n"
  }

  private static func joined(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0.key)=\"\($0.value)\"" }.joined()
  }
}
