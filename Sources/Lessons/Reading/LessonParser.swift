/// Walks the top-level nodes of a file and gathers the parts of its lesson.
struct LessonParser {
  let source: LessonSource
  let markup: Markup
  var problems: [Located<Problem>] = []
  var header: Header?
  var headerLine: Int?
  var title: Located<String>?
  var opening: [Block] = []
  var steps: [StepDraft] = []
  var edits: [Edit] = []
  private var prose: ProseReducer

  init(_ source: LessonSource, _ markup: Markup) {
    self.source = source
    self.markup = markup
    prose = ProseReducer(markup, source: source)
  }

  mutating func lesson(path: String) -> Lesson? {
    problems += LineRules.tabs(in: source, markup)
    checkFences()
    let nodes = markup.children(of: 0)
    for (index, node) in nodes.enumerated() {
      add(node, after: index > 0 ? markup.nodes[nodes[index - 1]] : nil)
    }
    endProse()
    checkWhole()
    guard let header, problems.allSatisfy({ $0.value.severity == .warning }) else { return nil }
    let lines = Edit.apply(edits, to: source)
    return Lesson(
      path: path,
      header: header,
      opening: opening,
      steps: steps.compactMap { $0.step },
      source: source,
      releasedLines: lines
    )
  }

  private mutating func add(_ index: Int, after previous: Markup.Node?) {
    let node = markup.nodes[index]
    let place = source.position(line: node.startLine, byteColumn: node.startColumn)
    switch node.kind {
    case .fence: addFence(node, index, at: place)
    case .heading where (node.number ?? 3) <= 2:
      endProse()
      addHeading(index, node, at: place)
    case .html:
      endProse()
      addComment(node, at: place, after: previous)
    case .document, .quote, .list, .item, .indentedCode, .paragraph, .heading, .rule, .table,
      .row, .cell, .text, .softBreak, .lineBreak, .code, .inlineHTML, .emphasis, .strong, .link,
      .image, .other:
      prose.add(index)
    }
  }

  private mutating func addFence(_ node: Markup.Node, _ index: Int, at place: Position) {
    let kind = FenceKind(node)
    if case .code = kind { return prose.add(index) }
    endProse()
    guard LineRules.isClosed(node, in: source), LineRules.fenceWithin(node, source) == nil else {
      // Reported by `checkFences`; what it holds may be prose.
      if kind == .lesson { headerLine = headerLine ?? node.startLine }
      return
    }
    if place.column > 1 { return report(.misplacedFence(node.info), at: place) }
    read(kind, node, at: place)
  }

  /// Ends a run of prose: it becomes one block.
  mutating func endProse() {
    problems += prose.problems
    if !prose.elements.isEmpty { append(.prose(Prose(elements: prose.elements))) }
    prose = ProseReducer(markup, source: source)
  }

  mutating func append(_ block: Block) {
    if steps.isEmpty { opening.append(block) } else { steps[steps.count - 1].blocks.append(block) }
  }

  mutating func report(_ problem: Problem, at position: Position) {
    problems.append(Located(problem, at: position))
  }

  private mutating func checkFences() {
    for node in markup.nodes where node.kind == .fence {
      let place = source.position(line: node.startLine, byteColumn: node.startColumn)
      if !LineRules.isClosed(node, in: source) {
        report(.unclosedFence(node.info), at: place)
      } else if let line = LineRules.fenceWithin(node, source) {
        report(.fenceInFence(opened: node.startLine), at: Position(line: line, column: 1))
      }
    }
  }
}
