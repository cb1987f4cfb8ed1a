import TerminalText

/// Of several runs the median as a line, and around it what four fifths of the runs lie in.
struct BandForm: FigureForm {
  var around: Surroundings
  var bands: [Band]

  private var quantiles: [Quantiles] { bands.map { Quantiles($0) } }

  private var content: LineContent {
    let quantiles = quantiles
    return LineContent(
      around: around,
      pointings: pointings,
      series: quantiles.map(\.median),
      bands: quantiles
    )
  }

  func text(in frame: Frame) -> StyledText { LineFigure(content, frame: frame).rendered() }

  func draw(on page: inout Page) { page.draw(content) }

  func sentences(shared: Domain?) -> [String] {
    BandDescription(content: content, shared: shared).sentences
  }

  var data: String { bands.flatMap(\.quantiles).data(AxisWords(around)) }

  var domain: Domain? { Domain(quantiles.flatMap { [$0.low, $0.high] }) }

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
