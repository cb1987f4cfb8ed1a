import Lessons
import TerminalText

extension HTMLText {
  /// Prose with the values of its placeholders; a name without a value stands as it is written.
  mutating func prose(_ prose: Prose, _ values: [String: StyledText] = [:]) {
    blocks(prose.elements[...], quotes: 0, values)
  }

  /// Prose of one paragraph without the paragraph around it, else as `prose`.
  mutating func inline(_ prose: Prose, _ values: [String: StyledText] = [:]) {
    if prose.elements.count == 1, case .paragraph(let spans) = prose.elements[0].content {
      self.spans(spans, values)
    } else {
      self.prose(prose, values)
    }
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
        element("blockquote") { $0.blocks(quoted, quotes: quotes + 1, values) }
        rest = rest.dropFirst(quoted.count)
      } else if case .item = first.content {
        let depth = first.listDepth
        let items = rest.prefix { $0.listDepth >= depth && $0.quoteDepth == quotes }
        let kind = first.isNumbered
        // A list ends where another kind of list of its depth begins.
        let own = items.prefix { $0.listDepth > depth || ($0.isNumbered ?? kind) == kind }
        list(own, depth, quotes, values)
        rest = rest.dropFirst(own.count)
      } else {
        block(first, values)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func list(
    _ elements: ArraySlice<ProseElement>,
    _ depth: Int,
    _ quotes: Int,
    _ values: [String: StyledText]
  ) {
    var starts: [Int] = []
    for index in elements.indices {
      if case .item = elements[index].content, elements[index].listDepth == depth {
        starts.append(index)
      }
    }
    func items(_ html: inout HTMLText) {
      for (number, start) in starts.enumerated() {
        let end = number + 1 < starts.count ? starts[number + 1] : elements.endIndex
        html.element("li") { html in
          if case .item(_, let spans) = elements[start].content { html.spans(spans, values) }
          html.blocks(elements[(start + 1)..<end], quotes: quotes, values)
        }
      }
    }
    guard case .item(.number(let first), _) = elements.first?.content else {
      return element("ul", [:], items)
    }
    element("ol", first == 1 ? [:] : ["start": "\(first)"], items)
  }

  private mutating func block(_ block: ProseElement, _ values: [String: StyledText]) {
    switch block.content {
    case .heading(let level, let spans):
      element("h\(min(max(level, 3), 6))") { $0.spans(spans, values) }
    case .paragraph(let spans), .item(_, let spans): element("p") { $0.spans(spans, values) }
    case .table(let table): self.table(table.text { $0.styled { values[$0] } })
    case .code(let code, _): self.code(code)
    case .rule: void("hr")
    }
  }

  /// Lines in the cell language, or of another program, to be copied.
  mutating func code(_ code: String) {
    element("div", ["class": "code"]) { html in
      html.element("pre") { html in html.element("code") { $0.lines(of: code) } }
    }
  }

  /// The lines of a text, each as it is.
  mutating func lines(of text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.count > 1, lines.last == "" { lines.removeLast() }
    for (index, line) in lines.enumerated() {
      if index > 0 { newline() }
      words(String(line))
    }
  }

  private mutating func spans(_ spans: [Span], _ values: [String: StyledText]) {
    styled(spans.styled { values[$0] })
  }
}

extension ProseElement {
  /// Of an item, whether its list is numbered.
  fileprivate var isNumbered: Bool? {
    switch content {
    case .item(.number, _): true
    case .item(.bullet, _): false
    case .heading, .paragraph, .table, .code, .rule: nil
    }
  }
}
