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

  /// What was before a change.
  static let ghost = Look(color: "#888888", width: "1.5", dashes: [1.5, 4])

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
