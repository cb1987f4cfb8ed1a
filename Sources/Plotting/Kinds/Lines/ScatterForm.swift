/// The points of each series, not joined.
struct ScatterForm: SeriesForm, PlotForm {
  var around: Surroundings
  var series: [Series]

  var content: LineContent {
    LineContent(around: around, pointings: pointings, series: series, isJoined: false)
  }

  func sentences(shared: Domain?) -> [String] {
    ScatterDescription(content, shared: shared).sentences
  }

  var comparison: String? { ScatterDescription(content, shared: nil).comparison }
}

extension FigureHelp {
  static let scatter = FigureHelp(
    summary: "points without lines between them; otherwise as plot.",
    lines: ["A task of two inputs is shown as its samples, the second input over the first."],
    examples: [
      "scatter rms(y) over s in 0.5...1.5 by 0.1", "scatter normal(40)", "scatter spirals(seed: 1)",
    ]
  )
}
