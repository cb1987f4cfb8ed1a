/// Reduces the inline nodes of one paragraph, heading or cell to spans.
struct InlineReducer {
  let markup: Markup
  /// Where a problem is reported.
  let position: Position
  private var scan: PlaceholderScan
  private(set) var problems: [Located<Problem>] = []
  private var spans: [Span] = []
  private var pending = ""
  private var emphasis = Span.Emphasis.none

  private static let depthLimit = 40

  init(_ markup: Markup, scan: PlaceholderScan, position: Position) {
    self.markup = markup
    self.scan = scan
    self.position = position
  }

  mutating func reduce(childrenOf parent: Int) -> [Span] {
    walk(parent, depth: 0)
    flush()
    defer { spans = [] }
    return spans
  }

  private mutating func walk(_ parent: Int, depth: Int) {
    guard depth <= Self.depthLimit else { return report(.nestedTooDeep) }
    for child in markup.children(of: parent) {
      let node = markup.nodes[child]
      switch node.kind {
      case .text: pending += node.text
      case .softBreak: pending += " "
      case .lineBreak:
        flush()
        spans.append(.lineBreak)
      case .code:
        flush()
        skipPlaceholders(node.text)
        spans.append(.code(node.text))
      case .emphasis: styled(emphasis == .strong ? .strong : .emphasis, child, depth)
      case .strong: styled(.strong, child, depth)
      case .link:
        let before = plainText(child)
        walk(child, depth: depth + 1)
        if before != node.text { pending += " (\(node.text))" }
      case .image: report(.image)
      case .inlineHTML:
        report(node.text.hasPrefix("<!--") ? .misplacedComment(node.text) : .html(node.text))
      case .document, .quote, .list, .item, .fence, .indentedCode, .html, .paragraph, .heading,
        .rule, .table, .row, .cell, .other:
        walk(child, depth: depth + 1)
      }
    }
  }

  private mutating func styled(_ style: Span.Emphasis, _ child: Int, _ depth: Int) {
    let outer = emphasis
    flush()
    emphasis = style
    walk(child, depth: depth + 1)
    flush()
    emphasis = outer
  }

  /// Ends the run of text, splitting it at its placeholders.
  private mutating func flush() {
    guard pending.utf8.contains(UInt8(ascii: "{")) else {
      if !pending.isEmpty { spans.append(.text(pending, emphasis)) }
      pending = ""
      return
    }
    let scalars = Array(pending.unicodeScalars)
    pending = ""
    var run = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if let name = nameInBraces(scalars[index...]), let position = scan.next(name) {
        if !run.isEmpty { spans.append(.text(String(run), emphasis)) }
        run.removeAll()
        spans.append(.placeholder(Placeholder(name: name, position: position), emphasis))
        index += name.unicodeScalars.count + 2
      } else {
        run.append(scalars[index])
        index += 1
      }
    }
    if !run.isEmpty { spans.append(.text(String(run), emphasis)) }
  }

  private mutating func skipPlaceholders(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return }
    let scalars = Array(text.unicodeScalars)
    for index in scalars.indices {
      if let name = nameInBraces(scalars[index...]) { _ = scan.next(name) }
    }
  }

  private func plainText(_ parent: Int) -> String {
    markup.children(of: parent).map { markup.nodes[$0].text }.joined()
  }

  private mutating func report(_ problem: Problem) {
    problems.append(Located(problem, at: position))
  }
}
