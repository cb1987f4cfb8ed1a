import Lessons
import TerminalText

extension MarkdownText {
  /// Prose with the values of its placeholders; a name without a value stands as it is written.
  mutating func prose(_ prose: Prose, _ values: [String: StyledText] = [:]) {
    blocks(prose.elements[...], quotes: 0, values)
  }

  private mutating func blocks(
    _ elements: ArraySlice<ProseElement>,
    quotes: Int,
    _ values: [String: StyledText]
  ) {
    var rest = elements
    while let first = rest.first {
      if first.quoteDepth > quotes {
        let quoted = rest.prefix { $0.quoteDepth > quotes }
        marked("> ", "> ") { $0.blocks(quoted, quotes: quotes + 1, values) }
        rest = rest.dropFirst(quoted.count)
      } else if case .item(let marker, let spans) = first.content {
        let depth = first.listDepth
        let inner = rest.dropFirst().prefix { element in
          if case .item = element.content { return element.listDepth > depth }
          return element.listDepth >= depth
        }
        let mark = marker.text
        marked(mark, String(repeating: " ", count: mark.count)) { markdown in
          markdown.paragraph { $0.styled(spans.styled { values[$0] }) }
          markdown.blocks(inner, quotes: quotes, values)
        }
        rest = rest.dropFirst(inner.count + 1)
      } else {
        block(first, values)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func block(_ block: ProseElement, _ values: [String: StyledText]) {
    switch block.content {
    case .heading(let level, let spans):
      heading(min(max(level, 3), 6), spans.styled { values[$0] }.plain)
    case .paragraph(let spans), .item(_, let spans):
      paragraph { $0.styled(spans.styled { values[$0] }) }
    case .table(let table): self.table(table.text { $0.styled { values[$0] } })
    case .code(let code, _): fenced(code.droppingLineEnd, "")
    case .rule: rule()
    }
  }
}

extension ProseElement.Marker {
  fileprivate var text: String {
    switch self {
    case .bullet: "- "
    case .number(let number): "\(number). "
    }
  }
}

extension String {
  /// The text without the line end behind its last line.
  var droppingLineEnd: String { last == "\n" ? String(dropLast()) : self }
}
