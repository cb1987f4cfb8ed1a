import TerminalText

extension Prose {
  /// The prose in lines of at most `columns`, with the values of its placeholders.
  ///
  /// A name without a value stands as it is written; with `isASCII` the words are spelt so before they are
  /// wrapped. No newline at the end.
  package func rendered(
    columns: Int,
    isASCII: Bool = false,
    value: (String) -> StyledText?
  ) -> StyledText {
    var layout = ProseLayout(columns: max(1, columns), isASCII: isASCII)
    for element in elements { layout.add(element, value) }
    return StyledText(lines: layout.lines).neutralised
  }

  /// The words on one line, without styles; placeholders as they are written.
  package var plain: String {
    elements.flatMap { element -> [String] in
      switch element.content {
      case .heading(_, let spans), .paragraph(let spans), .item(_, let spans): [spans.plain]
      case .table(let table): ([table.header] + table.rows).joined().map(\.plain)
      case .code(let code, _): code.split(separator: "\n").map(String.init)
      case .rule: []
      }
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Lines of prose while its elements are set.
private struct ProseLayout {
  let columns: Int
  let isASCII: Bool
  private(set) var lines: [StyledText] = []
  /// Where the text of the open item at each depth of lists begins.
  private var indents: [Int] = []

  init(columns: Int, isASCII: Bool) {
    self.columns = columns
    self.isASCII = isASCII
  }

  private func spelt(_ text: StyledText) -> StyledText {
    isASCII ? text.neutralised.spelledInASCII : text
  }

  mutating func add(_ element: ProseElement, _ value: (String) -> StyledText?) {
    indents.removeLast(max(0, indents.count - element.listDepth))
    var quote = StyledText(String(repeating: "> ", count: element.quoteDepth), .faint)
    var start = StyledText(spaces(room(indents.last ?? 0)))
    if case .item(let marker, _) = element.content {
      // An item replaces the open one of its depth.
      indents.removeLast(max(0, indents.count - element.listDepth + 1))
      start = StyledText(spaces(room(indents.last ?? 0)) + text(of: marker))
      indents.append(start.width)
    }
    // Where there is hardly room, the words come before their marks.
    if quote.width + start.width + 2 > columns { (quote, start) = (StyledText(), StyledText()) }
    let rest = StyledText(spaces(start.width))
    let body = body(of: element, columns - quote.width - start.width, value)
    if !element.isTight, !lines.isEmpty { lines.append(StyledText()) }
    for (index, line) in body.enumerated() {
      lines.append(line.isEmpty && index > 0 ? line : quote + (index == 0 ? start : rest) + line)
    }
  }

  private func body(
    of element: ProseElement,
    _ columns: Int,
    _ value: (String) -> StyledText?
  ) -> [StyledText] {
    let columns = max(1, columns)
    switch element.content {
    case .heading(_, let spans):
      let text = spelt(spans.styled(value))
      return StyledText(text.plain, .heading).wrapped(columns: columns).lines
    case .paragraph(let spans), .item(_, let spans):
      return spelt(spans.styled(value)).wrapped(columns: columns).lines
    case .table(let table):
      return table.text { spelt($0.styled(value)) }.rendered(columns: columns).lines
    case .code(let code, _):
      let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.dropLast(lines.last == "" ? 1 : 0).flatMap { line in
        spelt(StyledText("  " + line, .code)).wrapped(columns: columns, hanging: 4).lines
      }
    case .rule: return [StyledText(String(repeating: "-", count: columns), .faint)]
    }
  }

  private func text(of marker: ProseElement.Marker) -> String {
    switch marker {
    case .bullet: "- "
    case .number(let number): "\(number). "
    }
  }

  /// Half of a narrow line stays for the text.
  private func room(_ indent: Int) -> Int { min(indent, columns / 2) }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension [Span] {
  /// The words with their styles and the values of their placeholders, on the lines that they have.
  package func styled(_ value: (String) -> StyledText?) -> StyledText {
    var text = StyledText()
    for span in self {
      switch span {
      case .text(let words, let emphasis): text.append(words, emphasis.style)
      case .code(let code): text.append(code, .code)
      case .placeholder(let placeholder, let emphasis):
        text.append(
          value(placeholder.name) ?? StyledText("{\(placeholder.name)}", emphasis.style)
        )
      case .lineBreak: text.append("\n")
      }
    }
    return text
  }
}

extension Span.Emphasis {
  fileprivate var style: Style {
    switch self {
    case .none: .plain
    case .emphasis: .emphasis
    case .strong: .strong
    }
  }
}

extension ProseTable {
  /// The table with its cells as they are to be read.
  package func text(_ styled: ([Span]) -> StyledText) -> TextTable {
    TextTable(
      header: header.map(styled),
      rows: rows.map { $0.map(styled) },
      alignments: alignments.map { alignment in
        switch alignment {
        case .none: .automatic
        case .left, .centre: .left
        case .right: .right
        }
      }
    )
  }
}
