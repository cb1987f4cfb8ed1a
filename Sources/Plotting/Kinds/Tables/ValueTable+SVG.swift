import TerminalText

extension Page {
  /// A table in the rows and columns that it has as text.
  mutating func draw(_ table: ValueTable) {
    var untitled = table
    untitled.around.title = ""
    var y = top + 12
    for line in untitled.text(in: frame).lines {
      drawing.words(line.encoded(as: .plain), Page.margin, y)
      y += Page.line
    }
    height = y
  }
}
