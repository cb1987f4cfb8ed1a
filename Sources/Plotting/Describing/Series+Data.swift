import TerminalText

extension [Series] {
  /// A header, then a line per x in rising order with the value that each series has there.
  func data(_ words: AxisWords) -> String {
    let names = enumerated().map { index, one in
      one.name.isEmpty ? "value \(index + 1)" : neutralised(one.name)
    }
    let rows = ValueRows(self).rows.map { row in
      [words.number(row.x)] + row.samples.map { $0?.text(digits: 15) ?? "" }
    }
    return ([[words.label] + names] + rows).tabSeparated
  }
}

extension [[String]] {
  /// Rows of fields with tabs between them; every line ends in "\n".
  var tabSeparated: String { map { $0.joined(separator: "\t") + "\n" }.joined() }
}
