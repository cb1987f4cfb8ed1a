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
      case "\u{FFFE}", "\u{FFFF}": escaped += "?"
      default: escaped.unicodeScalars.append(scalar)
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
    if isOutlined { text += " stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\"" }
    text += " fill=\"\(color)\">\(Drawing.escaped(words))</text>\n"
  }

  private static func joined(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0.key)=\"\($0.value)\"" }.joined()
  }
}

/// How a line is drawn.
struct Look: Sendable, Hashable {
  var color: String
  var width = "1"
  /// Dashes and gaps in pixels; none for an unbroken line.
  var dashes: [Double] = []

  static let ink = "#222222"
  static let faint = "#666666"
  static let axis = Look(color: ink)
  static let grid = Look(color: "#dddddd")
  static let threshold = Look(color: "#9c4f78", dashes: [6, 4])
  static let mark = Look(color: ink, width: "1.5", dashes: [2, 3])

  /// The colours of the terminal's series, dark enough for white paper.
  private static let colors = ["#1e88e5", "#d55e00", "#00875f", "#b0568a", "#8a6800"]

  static func series(_ index: Int) -> Look {
    Look(
      color: colors[index % colors.count],
      width: "2",
      dashes: Dash.lengths(series: index).map { Double($0) * 2 }
    )
  }

  /// From dark blue to yellow, lighter with every step (cividis).
  static let heat = [
    "#002051", "#0d346b", "#33476c", "#505a6e", "#696e71", "#808277", "#9a9778", "#b8af71",
    "#dac85f", "#fdea45",
  ]

  var stroked: String {
    var text = " stroke=\"\(color)\" stroke-width=\"\(width)\""
    if !dashes.isEmpty {
      let lengths = dashes.map { Drawing.number($0) }.joined(separator: " ")
      text += " stroke-dasharray=\"\(lengths)\""
    }
    return text
  }
}
