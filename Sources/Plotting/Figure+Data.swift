import TerminalText

extension Figure {
  /// The values, tab-separated: a header line, then a line per x in rising order; every line ends in "\n".
  ///
  /// Numbers have 15 digits; where a series has no value for an x its field is empty.
  package var data: String {
    let series =
      switch kind {
      case .line(let series), .table(let series): series
      }
    let words = AxisWords(self)
    let header =
      [words.label]
      + series.enumerated().map { index, one in
        one.name.isEmpty ? "value \(index + 1)" : neutralised(one.name)
      }
    let rows = ValueRows(series).rows.map { row in
      [words.number(row.x)] + row.samples.map { $0?.text(digits: 15) ?? "" }
    }
    return ([header] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()
  }
}
