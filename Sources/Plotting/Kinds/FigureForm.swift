import TerminalText

/// What a kind of figure can do; one type conforms for each kind.
protocol FigureForm: Sendable {
  var around: Surroundings { get set }
  /// Whether it is a picture, which needs room for a frame; else rows of text, as many as there are.
  var isPicture: Bool { get }
  /// The lines that show it in a frame large enough for a picture.
  func text(in frame: Frame) -> StyledText
  func draw(on page: inout Page)
  /// Two to five sentences that are true of the values, on an axis that may be shared with other figures.
  func sentences(shared: Domain?) -> [String]
  /// How it compares with what it showed before a change; nil where nothing is comparable.
  var comparison: String? { get }
  /// The values, tab-separated: a header line, then a line per row; every line ends in "\n".
  var data: String { get }
  /// The numbers that it writes beside what it draws, for people to read.
  var numbers: [String] { get }
  /// What the axis of values must reach over; nil for a figure without one.
  var domain: Domain? { get }
  /// Whether a mark lies within the figure, so that there is something to show.
  func covers(_ mark: Mark) -> Bool
  /// What stands at a mark.
  func sentence(at mark: Mark) -> String
  /// Spells its words, those around it left out, in ASCII.
  mutating func spell()
  /// Where its axes stand in a frame; nil for a figure without an x axis.
  func level(in frame: Frame) -> Level?
  /// What it has around its plot on a page; nil for a figure without an x axis.
  func edges(on page: Page) -> PlotEdges?
  /// The rows that it should have where other figures have `rows`.
  func height(columns: Int, rows: Int) -> Int
}

extension FigureForm {
  var isPicture: Bool { true }

  var comparison: String? { nil }

  var numbers: [String] { [] }

  func level(in frame: Frame) -> Level? { nil }

  func edges(on page: Page) -> PlotEdges? { nil }

  func height(columns: Int, rows: Int) -> Int { rows }

  /// What stands at each mark, a sentence per mark.
  var pointings: [String] { around.marks.map { sentence(at: $0) } }

  /// The same with those of some marks that lie within it.
  func marked(_ marks: [Mark]) -> Self {
    var marked = self
    marked.around.marks += marks.filter { covers($0) }
    return marked
  }

  /// The same with all its words spelt in ASCII.
  var spelledInASCII: Self {
    var spelt = self
    spelt.around = around.spelledInASCII
    spelt.spell()
    return spelt
  }

  /// The lines that show it in a frame of any size; of a picture that has no room a sentence says so.
  func rendered(in frame: Frame) -> StyledText {
    guard frame.columns > 0, frame.rows > 0 else { return StyledText() }
    let isTooSmall = frame.columns < Allotment.leastColumns || frame.rows < Allotment.leastRows
    guard isPicture, isTooSmall else { return text(in: frame) }
    let words = "A figure needs \(Allotment.leastColumns) columns and \(Allotment.leastRows) rows."
    let lines = StyledText(words, .faint).wrapped(columns: frame.columns).lines
    return StyledText(lines: Array(lines.prefix(frame.rows)))
  }
}
