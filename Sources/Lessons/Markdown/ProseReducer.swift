/// Reduces block nodes to flat elements.
struct ProseReducer {
  let markup: Markup
  let source: LessonSource
  /// What to add to a line of the markup for its line in the file.
  let lineOffset: Int
  private(set) var elements: [ProseElement] = []
  private(set) var problems: [Located<Problem>] = []

  private static let depthLimit = 6

  /// How the node stands: in which lists and quotes, and whether close to what is before it.
  private struct Context {
    var listDepth = 0
    var quoteDepth = 0
    var isTight = false
    /// Set for the first block of an item.
    var marker: ProseElement.Marker?
  }

  init(_ markup: Markup, source: LessonSource, lineOffset: Int = 0) {
    self.markup = markup
    self.source = source
    self.lineOffset = lineOffset
  }

  /// Adds the elements of a top-level node.
  mutating func add(_ node: Int) { add(node, Context()) }

  private mutating func add(_ index: Int, _ context: Context) {
    let node = markup.nodes[index]
    let position = position(of: node)
    guard context.listDepth + context.quoteDepth <= Self.depthLimit else {
      return report(.nestedTooDeep, at: position)
    }
    switch node.kind {
    case .quote:
      openItem(context, position)
      for child in markup.children(of: index) {
        var inner = context
        inner.quoteDepth += 1
        inner.marker = nil
        inner.isTight = false
        add(child, inner)
      }
    case .list:
      openItem(context, position)
      addItems(of: index, context)
    case .paragraph:
      checkParagraph(node)
      let spans = spans(of: index)
      append(context.marker.map { .item($0, spans) } ?? .paragraph(spans), context, position)
    case .heading:
      openItem(context, position)
      checkHeading(node, isNested: context.listDepth + context.quoteDepth > 0)
      append(.heading(level: node.number ?? 3, spans(of: index)), context, position)
    case .table:
      openItem(context, position)
      append(.table(table(index, node)), context, position)
    case .fence:
      openItem(context, position)
      checkFence(node, position)
      append(.code(node.text, language: node.info), context, position)
    case .rule:
      openItem(context, position)
      append(.rule, context, position)
    case .html:
      let text = node.text.split(separator: "\n").first.map(String.init) ?? ""
      report(text.hasPrefix("<!--") ? .misplacedComment(text) : .html(text), at: position)
    case .indentedCode: report(.indentedCode, at: position)
    case .document, .item, .row, .cell, .text, .softBreak, .lineBreak, .code, .inlineHTML,
      .emphasis, .strong, .link, .image, .other:
      break
    }
  }

  private mutating func addItems(of list: Int, _ context: Context) {
    let node = markup.nodes[list]
    for (offset, item) in markup.children(of: list).enumerated() {
      var inner = context
      inner.listDepth += 1
      inner.isTight = node.isTight && (offset > 0 || context.listDepth > 0)
      inner.marker = node.number.map { .number($0 &+ offset) } ?? .bullet
      let children = markup.children(of: item)
      if children.isEmpty { openItem(inner, position(of: markup.nodes[item])) }
      for child in children {
        add(child, inner)
        inner.marker = nil
        inner.isTight = node.isTight
      }
    }
  }

  /// An item that begins with something else than a paragraph still shows its marker.
  private mutating func openItem(_ context: Context, _ position: Position) {
    if let marker = context.marker { append(.item(marker, []), context, position) }
  }

  private mutating func append(
    _ content: ProseElement.Content,
    _ context: Context,
    _ position: Position
  ) {
    elements.append(
      ProseElement(
        content: content,
        listDepth: context.listDepth,
        quoteDepth: context.quoteDepth,
        isTight: context.isTight,
        position: position
      )
    )
  }

  private mutating func table(_ index: Int, _ node: Markup.Node) -> ProseTable {
    let rows = markup.children(of: index).map { row in
      markup.children(of: row).map { spans(of: $0) }
    }
    return ProseTable(
      header: rows.first ?? [],
      rows: Array(rows.dropFirst()),
      alignments: node.alignments
    )
  }

  private mutating func spans(of index: Int) -> [Span] {
    let node = markup.nodes[index]
    let start = position(of: node)
    var inline = InlineReducer(
      markup,
      scan: PlaceholderScan(source, from: start, through: node.endLine + lineOffset),
      position: start
    )
    let spans = inline.reduce(childrenOf: index)
    problems += inline.problems
    return spans
  }

  private mutating func checkParagraph(_ node: Markup.Node) {
    let first = source.line(node.startLine + lineOffset).drop { " >".contains($0) }
    let hashes = first.prefix { $0 == "#" }.count
    if (1...6).contains(hashes), first.dropFirst(hashes).first?.isLetter == true {
      report(.headingWithoutSpace(level: hashes), at: position(of: node))
    }
    for line in stride(from: node.startLine, to: node.endLine, by: 1) {
      let text = source.line(line + lineOffset)
      if text.hasSuffix("  ") {
        let end = text.unicodeScalars.count - 1
        report(.trailingSpaces, at: Position(line: line + lineOffset, column: end))
      }
    }
  }

  private mutating func checkHeading(_ node: Markup.Node, isNested: Bool) {
    let line = source.line(node.startLine + lineOffset)
    let level = node.number ?? 3
    if isNested, level <= 2 {
      report(.nestedHeading, at: position(of: node))
    } else if !line.drop(while: { " >-+*0123456789.)".contains($0) }).hasPrefix("#") {
      report(.underlinedHeading(level: level), at: position(of: node))
    }
  }

  /// Only a fence at the left edge, outside lists and quotes, has a meaning.
  private mutating func checkFence(_ node: Markup.Node, _ position: Position) {
    switch FenceKind(node) {
    case .code: break
    case .hidden: report(.hiddenQuestion(node.info), at: position)
    case .mistaken(let nearest): report(.mistakenFence(node.info, nearest: nearest), at: position)
    case .lesson, .parameters, .question, .cell: report(.misplacedFence(node.info), at: position)
    }
  }

  private func position(of node: Markup.Node) -> Position {
    source.position(line: node.startLine + lineOffset, byteColumn: node.startColumn)
  }

  private mutating func report(_ problem: Problem, at position: Position) {
    problems.append(Located(problem, at: position))
  }
}
