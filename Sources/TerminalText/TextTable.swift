/// A header and rows of cells, aligned in columns; numbers stand to the right.
package struct TextTable: Sendable, Hashable {
  /// Where a column's cells stand.
  package enum Alignment: Sendable, Hashable {
    /// To the right when each cell under the header is a number, else to the left.
    case automatic
    case left
    case right
  }

  package var header: [StyledText]
  package var rows: [[StyledText]]
  package var alignments: [Alignment]

  /// A table; missing alignments are automatic, missing cells empty, an empty header is not shown.
  package init(
    header: [StyledText] = [],
    rows: [[StyledText]],
    alignments: [Alignment] = []
  ) {
    self.header = header
    self.rows = rows
    self.alignments = alignments
  }

  /// The table in lines of at most `columns`.
  ///
  /// What is given up when it is too wide, in this order: one of two blanks between columns; the width
  /// of texts and of headers, which wrap, the widest first; whole columns from the right, named in a last
  /// line; the width of what is left.
  package func rendered(columns: Int) -> StyledText {
    let columns = max(1, columns)
    let measured = measured
    guard !measured.isEmpty else { return StyledText() }
    let plan = Plan(measured, columns: columns)
    var lines: [StyledText] = []
    if !header.isEmpty {
      let strong = header.map { $0.runs.allSatisfy { $0.style == .plain } ? $0.strong : $0 }
      lines += row(strong, plan)
      let rules = plan.widths.map { String(repeating: "-", count: $0) }
      lines.append(
        StyledText(rules.joined(separator: String(repeating: " ", count: plan.gap)), .faint)
      )
    }
    for cells in rows { lines += row(cells, plan) }
    if plan.widths.count < measured.count {
      let names = (plan.widths.count..<measured.count).map { index in
        header.indices.contains(index) ? header[index].plain : "column \(index + 1)"
      }
      let sentence = "Left out for want of room: " + names.joined(separator: ", ") + "."
      lines += StyledText(sentence, .faint).wrapped(columns: columns).lines
    }
    return StyledText(lines: lines)
  }

  /// For each column, whether its cells stand to the right.
  package var standsRight: [Bool] { measured.map { $0.alignment == .right } }

  /// How wide each column is and may become.
  private var measured: [Plan.Column] {
    let count = rows.map(\.count).reduce(header.count, max)
    return (0..<count).map { index in
      let cells = rows.map { $0.indices.contains(index) ? $0[index] : StyledText() }
      let title = header.indices.contains(index) ? header[index].width : 0
      let body = cells.map(\.width).max() ?? 0
      let wanted = alignments.indices.contains(index) ? alignments[index] : .automatic
      let isNumeric = cells.contains { !$0.isEmpty } && cells.allSatisfy(\.isNumeric)
      let toTheRight = wanted == .right || wanted == .automatic && isNumeric
      let natural = max(1, title, body)
      // A number must not break; a text of less than eight columns is not worth reading.
      let least = isNumeric ? max(1, body, min(title, 4)) : min(natural, 8)
      return Plan.Column(
        natural: natural,
        least: least,
        alignment: toTheRight ? .right : .left
      )
    }
  }

  /// One row, which takes as many lines as its longest cell.
  private func row(_ cells: [StyledText], _ plan: Plan) -> [StyledText] {
    let wrapped = plan.widths.indices.map { index in
      let cell = cells.indices.contains(index) ? cells[index] : StyledText()
      // Blanks at the end of a cell that fits are meant.
      return cell.width <= plan.widths[index]
        ? cell.lines : cell.wrapped(columns: plan.widths[index]).lines
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = StyledText()
      for (index, parts) in wrapped.enumerated() {
        if index > 0 { text.append(String(repeating: " ", count: plan.gap)) }
        let part = parts.indices.contains(line) ? parts[line] : StyledText()
        text.append(part.padded(to: plan.widths[index], plan.alignments[index]))
      }
      return text
    }
  }
}

/// The widths that a table's columns get.
private struct Plan {
  struct Column {
    let natural: Int
    let least: Int
    let alignment: TextTable.Alignment
  }

  var gap = 2
  var widths: [Int]
  let alignments: [TextTable.Alignment]

  init(_ measured: [Column], columns: Int) {
    widths = measured.map(\.natural)
    alignments = measured.map(\.alignment)
    if total > columns { gap = 1 }
    let least = measured.map(\.least)
    while total > columns {
      let shrinkable = widths.indices.filter { widths[$0] > least[$0] }
      if let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) {
        widths[widest] -= 1
      } else if widths.count > 1 {
        widths.removeLast()
        // The columns that stay may have their width back.
        for index in widths.indices { widths[index] = measured[index].natural }
      } else {
        widths[0] = columns
      }
    }
  }

  private var total: Int { widths.reduce(0, +) + gap * (widths.count - 1) }
}

extension StyledText {
  /// Whether the text is a number, as number text writes it, or nothing; marks and percent may follow.
  fileprivate var isNumeric: Bool {
    var text = plain
    while text.last == " " { text.removeLast() }
    if ["", "inf", "-inf", "nan"].contains(text) { return true }
    return text.contains { $0.isASCII && $0.isNumber }
      && text.allSatisfy { "0123456789.+-−e*%".contains($0) }
  }

  fileprivate var strong: StyledText { StyledText(plain, .strong) }
}
