import TerminalText

/// The figure that is a table: a row per x, a column per series.
struct ValueTable {
  let figure: Figure
  let series: [Series]

  init(_ figure: Figure, series: [Series]) {
    self.figure = figure
    self.series = series
  }

  /// The table in lines of at most `columns`; when numbers of six digits do not fit, of three.
  func rendered(columns: Int) -> StyledText {
    let full = table(digits: 6)
    let fits = full.rendered(columns: Int.max).width <= columns
    var lines: [StyledText] = []
    if !figure.title.isEmpty {
      lines += StyledText(neutralised(figure.title), .strong).wrapped(columns: columns).lines
    }
    lines += (fits ? full : table(digits: 3)).rendered(columns: columns).lines
    lines += notes.flatMap { $0.wrapped(columns: columns, hanging: 2).lines }
    return StyledText(lines: lines)
  }

  private func table(digits: Int) -> TextTable {
    let words = AxisWords(figure)
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
    let mark = sample.isSubnormal ? "*" : hasMarks ? " " : ""
    return StyledText(sample.text(digits: digits), sample.isFinite ? .plain : .offScale)
      + StyledText(mark)
  }

  private var notes: [StyledText] {
    var notes = figure.pointings.map { StyledText($0) }
    if ValueRows(series).rows.isEmpty { notes.append(StyledText("no values", .faint)) }
    if series.contains(where: { $0.y.contains(where: \.isSubnormal) }) {
      notes.append(StyledText("* subnormal: too small for the format's full precision", .faint))
    }
    for guess in figure.guesses {
      let place = AxisWords(figure).at(guess.x)
      notes.append(StyledText("? your guess at \(place): \(guess.y.text())", .faint))
    }
    return notes
  }
}
