import TerminalText

extension Figure {
  /// The figure in at most `columns` × `rows` cells; a table takes the rows that it needs.
  ///
  /// Lines are joined by "\n", without one at the end. A picture of at least 20 × 5 has lines of exactly
  /// `columns` columns; a smaller one is a sentence that says so. With `isASCII` its words are spelt before they
  /// are laid out, and every byte is ASCII in that charset.
  package func rendered(
    columns: Int,
    rows: Int,
    charset: Charset = .ascii,
    isASCII: Bool = false
  ) -> StyledText {
    let frame = Frame(columns: columns, rows: rows, charset: charset, isASCII: isASCII)
    let form = form
    return (isASCII ? form.spelledInASCII : form).rendered(in: frame)
  }

  /// The rows that it should have where other figures have `rows`.
  package func height(columns: Int, rows: Int) -> Int { form.height(columns: columns, rows: rows) }

  /// Whether it is a picture, which those who don't look have in sentences; else rows of text.
  package var isPicture: Bool { form.isPicture }

  /// Two to five true sentences computed from the values, for who cannot see the figure.
  ///
  /// Of one that shows too what was before a change, the last one compares the two.
  package var description: [String] {
    let form = form
    let sentences = form.sentences(shared: nil)
    return form.comparison.map { sentences.prefix(4) + [$0] } ?? sentences
  }

  /// The values, tab-separated: a header line, then a line per x in rising order; every line ends in "\n".
  ///
  /// Numbers have 15 digits; where a series has no value for an x its field is empty. Bars have a line each, a
  /// histogram a line per interval and per kind of what lies in none, a heatmap a line per cell, bands their
  /// quantiles; figures beside each other follow one another after an empty line.
  package var data: String { form.data }

  /// The numbers that it writes beside what it draws, as those of bars; what stands at an axis is none.
  package var numbers: [String] { form.numbers }

  /// What stands at each mark, a sentence per mark.
  package var pointings: [String] { form.pointings }

  /// Whether a mark lies within the figure, so that there is something to show.
  package func covers(_ mark: Mark) -> Bool { form.covers(mark) }

  /// The figure as an SVG file of `width` × `height` pixels, or higher where its rows need it.
  ///
  /// Words stay words, the description stands in `desc` for screen readers, no font or file is asked for, and
  /// the same figure is the same bytes.
  package func svg(width: Int = 720, height: Int = 440) -> String {
    let width = min(max(width, 240), 10_000)
    let height = min(max(height, 160), 10_000)
    var page = Page(
      title: form.around.title,
      width: Double(width),
      height: Double(height),
      shared: nil
    )
    form.draw(on: &page)
    let size = "\(width) \(Int(page.height + 0.5))"
    let sides = size.split(separator: " ")
    let sentences = description
    let name = self.title.isEmpty ? sentences[0] : self.title
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(sides[0])" height="\(sides[1])" \
      viewBox="0 0 \(size)" role="img" font-family="monospace" font-size="13" xml:space="preserve">
      <title>\(Drawing.escaped(name))</title>
      <desc>\(Drawing.escaped(sentences.joined(separator: " ")))</desc>
      <rect width="\(sides[0])" height="\(sides[1])" fill="\(Look.paper)"/>
      \(page.drawing.text)</svg>

      """
  }
}
