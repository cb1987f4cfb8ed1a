import TerminalText

/// The points of each series, not joined.
struct ScatterForm: SeriesForm {
  var around: Surroundings
  var series: [Series]

  private var content: LineContent {
    LineContent(around: around, pointings: pointings, series: series, isJoined: false)
  }

  func text(in frame: Frame) -> StyledText { LineFigure(content, frame: frame).rendered() }

  func draw(on page: inout Page) { page.draw(content) }

  func sentences(shared: Domain?) -> [String] {
    ScatterDescription(content, shared: shared).sentences
  }
}

extension FigureHelp {
  static let scatter = FigureHelp(
    summary: "points without lines between them; otherwise as plot.",
    examples: ["scatter rms(y) over s in 0.5...1.5 by 0.1", "scatter normal(40)"]
  )
}
