/// One line per series.
struct LineForm: SeriesForm, PlotForm {
  var around: Surroundings
  var series: [Series]

  var content: LineContent {
    LineContent(around: around, pointings: pointings, series: series)
  }

  func sentences(shared: Domain?) -> [String] {
    Description(around, pointings: pointings, series: series, form: .line, shared: reach(shared))
      .sentences
  }

  var comparison: String? { content.comparison }

  private func reach(_ shared: Domain?) -> Domain { content.domain.sharing(shared) }
}

extension FigureHelp {
  static let plot = FigureHelp(
    summary: "lines over layers, over entries or over a parameter.",
    lines: [
      "plot A [, B …] [over NAME in VALUES] [at LAYERS] [in FORMAT] [on AXIS]",
      "  [against LEVELS] [titled TEXT] [beside another figure]",
      "A list by layer over a list of values gives a line per value; a number needs over.",
      "Over more whole numbers than lines can be told apart, as many seeds, it is a band:",
      "the median, and around it what lies between 10 % and 90 % of the values.",
    ],
    examples: [
      "plot rms(a)", "plot rms(a) over s in [1.5, 0.5] on log", "plot rms(y) over s in 0.5...1.5",
      "plot singular_values(sample(gaussian(), 8, 8, seed: n)) over n in 1...20",
    ]
  )
}
