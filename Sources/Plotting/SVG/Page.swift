import TerminalText

/// A figure on its way to SVG: what is drawn, and how much room is left.
struct Page {
  let width: Double
  var height: Double
  let shared: Domain?
  var drawing = Drawing()
  /// Where the next thing below the title begins.
  private(set) var top: Double
  /// What is kept free around a plot, when other figures stand beside.
  var edges: PlotEdges?

  /// Of one character of the monospaced font, with which room is reckoned.
  static let character = 7.8
  static let line = 18.0
  static let margin = 14.0

  init(title: String, width: Double, height: Double, shared: Domain?) {
    self.width = width
    self.height = height
    self.shared = shared
    top = Page.margin
    guard !title.isEmpty else { return }
    let most = Int((width - 2 * Page.margin) / Page.character)
    let title = StyledText(neutralised(title)).truncated(to: most).plain
    drawing.words(title, width / 2, top + 12, .middle, isStrong: true)
    top += 28
  }

  /// As many characters as the page would hold; for what is laid out in rows of text.
  var frame: Frame {
    Frame(
      columns: max(Allotment.leastColumns, Int((width - 2 * Page.margin) / Page.character)),
      rows: max(Allotment.leastRows, Int((height - 2 * Page.margin) / Page.line)),
      shared: shared
    )
  }

  /// Small print from a height on, wrapped; gives where it ends.
  mutating func add(notes: [String], at y: Double) -> Double {
    var y = y
    let columns = Int((width - 2 * Page.margin) / Page.character)
    for note in notes {
      for line in StyledText(note).wrapped(columns: columns, hanging: 2).lines {
        let blanks = line.plain.prefix { $0 == " " }.count
        let x = Page.margin + Double(blanks) * Page.character
        drawing.words(String(line.plain.dropFirst(blanks)), x, y, color: Look.faint)
        y += Page.line
      }
    }
    return y
  }

  /// How high these notes will be.
  func height(of notes: [String]) -> Double {
    let columns = Int((width - 2 * Page.margin) / Page.character)
    let lines = notes.reduce(0) {
      $0 + StyledText($1).wrapped(columns: columns, hanging: 2).lines.count
    }
    return Double(lines) * Page.line
  }
}
