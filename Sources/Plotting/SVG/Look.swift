/// How a line is drawn.
struct Look: Sendable, Hashable {
  var color: String
  var width = "1"
  /// Dashes and gaps in pixels; none for an unbroken line.
  var dashes: [Double] = []

  static let paper = "#ffffff"
  /// What lies off an axis, or is no number.
  static let offScale = "#c62828"
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

  /// For each colour of a drawing between axes the one that takes its place on a dark ground.
  static let onDark: [(light: String, dark: String)] =
    zip(colors, ["#5aaef5", "#ff8a3d", "#34c495", "#d98bc0", "#d6a92e"]).map { ($0, $1) } + [
      (paper, "#16191d"), (ink, "#e6e8ea"), (faint, "#a3abb3"), (grid.color, "#3a4048"),
      (threshold.color, "#e58fbd"), (ghost.color, "#8b949e"), (offScale, "#ff8a80"),
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
