import TerminalText

/// Of several runs the median as a line, and around it what four fifths of the runs lie in.
struct BandForm: PlotForm {
  var around: Surroundings
  var bands: [Band]

  private var quantiles: [Quantiles] { bands.map { Quantiles($0) } }

  var content: LineContent {
    let quantiles = quantiles
    return LineContent(
      around: around,
      pointings: pointings,
      series: quantiles.map(\.median),
      bands: quantiles
    )
  }

  func sentences(shared: Domain?) -> [String] {
    BandDescription(content: content, shared: shared).sentences
  }

  var comparison: String? { content.comparison }

  var data: String {
    (bands.flatMap(\.quantiles) + content.ghosts).data(AxisWords(around))
  }

  func covers(_ mark: Mark) -> Bool {
    SeriesPointing(words: AxisWords(around), series: quantiles.map(\.median)).covers(mark)
  }

  func sentence(at mark: Mark) -> String {
    SeriesPointing(words: AxisWords(around), series: quantiles.map(\.median.asMedian))
      .sentence(at: mark)
  }

  mutating func spell() {
    for index in bands.indices {
      bands[index].name = TerminalText.spelledInASCII(bands[index].name)
      bands[index].parameter = TerminalText.spelledInASCII(bands[index].parameter)
    }
  }
}

extension Series {
  /// The same, named as the median that it is.
  fileprivate var asMedian: Series {
    Series(name: name.isEmpty ? "the median" : "the median of \(name)", x: x, y: y)
  }
}
