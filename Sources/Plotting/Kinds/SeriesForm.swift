/// A kind of figure that shows series, each value at its x.
protocol SeriesForm: FigureForm {
  var series: [Series] { get set }
}

extension SeriesForm {
  var data: String {
    (series + (around.before?.changedSeries ?? [])).data(AxisWords(around))
  }

  func covers(_ mark: Mark) -> Bool { pointing.covers(mark) }

  func sentence(at mark: Mark) -> String { pointing.sentence(at: mark) }

  mutating func spell() { series = series.map(\.spelledInASCII) }

  private var pointing: SeriesPointing {
    SeriesPointing(words: AxisWords(around), series: series)
  }
}
