import TerminalText

/// The figure that is a table: a row per x, a column per series.
struct ValueTable: SeriesForm {
  var around: Surroundings
  var series: [Series]

  var isPicture: Bool { false }

  /// The table in lines of at most the frame's columns and as many as it needs; when numbers of six digits do
  /// not fit, of three.
  func text(in frame: Frame) -> StyledText {
    let columns = frame.columns
    let full = rows
    let fits = full.rendered(columns: Int.max).width <= columns
    var lines: [StyledText] = []
    if !around.title.isEmpty {
      lines += StyledText(neutralised(around.title), .strong).wrapped(columns: columns).lines
    }
    lines += (fits ? full : table(digits: 3)).rendered(columns: columns).lines
    lines += notes.flatMap { $0.wrapped(columns: columns, hanging: 2).lines }
    return StyledText(lines: lines)
  }

  func draw(on page: inout Page) { page.draw(self) }

  func sentences(shared: Domain?) -> [String] {
    Description(around, pointings: pointings, series: series, form: .table).sentences
  }

  /// It has no axis of values.
  var domain: Domain? { nil }

  /// The rows with numbers of six digits.
  var rows: TextTable { table(digits: 6) }

  private func table(digits: Int) -> TextTable {
    let words = AxisWords(around)
    let names = series.enumerated().map { index, one in
      StyledText(one.name.isEmpty ? "value" : neutralised(one.name), .series(index))
    }
    let hasMarks = series.map { $0.y.contains(where: \.isSubnormal) }
    let rows = ValueRows(series).rows.map { row in
      [StyledText(words.number(row.x))]
        + zip(row.samples, hasMarks).map { sample, hasMarks in
          sample.map { cell($0, digits: digits, hasMarks: hasMarks) } ?? StyledText()
        }
    }
    return TextTable(header: [StyledText(words.label)] + names, rows: rows)
  }

  /// A number; in a column with marked ones the others have a blank for the mark, so that digits stay aligned.
  private func cell(_ sample: Sample, digits: Int, hasMarks: Bool) -> StyledText {
    if let word = sample.word { return StyledText(neutralised(word)) }
    let mark = sample.isSubnormal ? "*" : hasMarks ? " " : ""
    return StyledText(sample.text(digits: digits), sample.isFinite ? .plain : .offScale)
      + StyledText(mark)
  }

  /// What is said beneath the rows.
  var notes: [StyledText] {
    var notes = pointings.map { StyledText($0) }
    if ValueRows(series).rows.isEmpty { notes.append(StyledText("no values", .faint)) }
    if series.contains(where: { $0.y.contains(where: \.isSubnormal) }) {
      notes.append(StyledText("* subnormal: too small for the format's full precision", .faint))
    }
    for guess in around.guesses {
      let place = AxisWords(around).at(guess.x)
      notes.append(StyledText("? \(guess.name) at \(place): \(guess.y.text())", .faint))
    }
    return notes
  }
}

extension FigureHelp {
  static let table = FigureHelp(
    summary: "the same as plot, in numbers.",
    lines: ["A long table shows its ends and where a float format gives out; at chooses rows."],
    examples: ["table rms(a) at 1...4, 18...20", "table rms(a) in float16, float32"]
  )
}
