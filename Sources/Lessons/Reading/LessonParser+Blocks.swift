/// Headings, comments and our own fences.
extension LessonParser {
  mutating func addHeading(_ index: Int, _ node: Markup.Node, at place: Position) {
    let line = source.line(node.startLine).drop { $0 == " " }
    let level = node.number ?? 2
    if !line.hasPrefix("#") { return report(.underlinedHeading(level: level), at: place) }
    let text = headingText(index, node, at: place)
    if text.isEmpty { report(.emptyHeading, at: place) }
    let title = Located(text, at: place)
    if level == 2 {
      steps.append(StepDraft(title: title))
    } else if let first = self.title {
      report(.secondTitle(first: first.position.line), at: place)
    } else {
      if !steps.isEmpty { report(.titleAfterStep, at: place) }
      self.title = title
    }
  }

  private mutating func headingText(_ index: Int, _ node: Markup.Node, at place: Position) -> String
  {
    let scan = PlaceholderScan(source, from: place, through: node.endLine)
    var inline = InlineReducer(markup, scan: scan, position: place)
    let spans = inline.reduce(childrenOf: index)
    problems += inline.problems
    for case .placeholder(let placeholder, _) in spans {
      report(.placeholderInTitle(placeholder.name), at: placeholder.position)
    }
    return spans.plain
  }

  mutating func addComment(_ node: Markup.Node, at place: Position, after previous: Markup.Node?) {
    switch Comment.read(node.text, at: place) {
    case .failure(let fault): report(fault.problem, at: fault.position)
    case .success(.note): edits.append(Edit(node.startLine...node.endLine, []))
    case .success(.id(let id)):
      guard let previous, previous.kind == .heading, previous.number == 2, !steps.isEmpty else {
        return report(.misplacedComment("<!-- id: \(id.value) -->"), at: place)
      }
      steps[steps.count - 1].id = id
      let line = ReleasedLine(text: "<!-- id: \(id.value) -->", sourceLine: node.startLine)
      edits.append(Edit(node.startLine...node.endLine, [line]))
    case .success(.speaker(let text)):
      edits.append(Edit(node.startLine...node.endLine, []))
      guard let markup = Markup(text.value) else { return report(.tooDense, at: place) }
      var reducer = ProseReducer(markup, source: source, lineOffset: text.position.line - 1)
      for child in markup.children(of: 0) { reducer.add(child) }
      problems += reducer.problems
      append(.speaker(SpeakerNote(prose: Prose(elements: reducer.elements), position: place)))
    }
  }

  mutating func read(_ kind: FenceKind, _ node: Markup.Node, at place: Position) {
    switch kind {
    case .code: break
    case .hidden: report(.hiddenQuestion(node.info), at: place)
    case .mistaken(let nearest):
      report(.mistakenFence(node.info, nearest: nearest), at: place)
      // A cell all the same, so that nothing more is said for want of one.
      if nearest.hasPrefix("fathom") { readCell(node, fails: false, at: place) }
    case .cell(let fails): readCell(node, fails: fails, at: place)
    case .lesson:
      if let first = headerLine { return report(.secondHeader(first: first), at: place) }
      if !opening.isEmpty || !steps.isEmpty { report(.headerNotFirst, at: place) }
      headerLine = node.startLine
      guard var reader = tableReader(node, owner: "lesson", at: place) else { return }
      header = HeaderReader.read(&reader)
      problems += reader.problems
      edits.append(Edit(node.startLine...node.endLine, TOMLWriter.header(reader.table)))
    case .parameters:
      guard var reader = tableReader(node, owner: "parameters", at: place) else { return }
      let parameters = ParameterReader.read(&reader)
      problems += reader.problems
      append(.parameters(parameters))
      edits.append(Edit(node.startLine...node.endLine, TOMLWriter.parameters(reader.table)))
    case .question: readQuestion(node, at: place)
    }
  }

  private mutating func readCell(_ node: Markup.Node, fails: Bool, at place: Position) {
    let start = Position(line: node.startLine + 1, column: 1)
    if steps.isEmpty { report(.beforeFirstStep("a cell"), at: place) }
    if node.text.allSatisfy(\.isWhitespace) { report(.emptyFence(node.info), at: place) }
    append(.cell(Cell(source: node.text, fails: fails, position: start)))
  }

  private mutating func readQuestion(_ node: Markup.Node, at place: Position) {
    if steps.isEmpty { report(.beforeFirstStep("a question"), at: place) }
    guard let reader = tableReader(node, owner: "question", at: place) else { return }
    var setting = QuestionReader.Setting()
    if let header {
      (setting.mode, setting.format, setting.isReleased) =
        (header.mode, header.format, header.isReleased)
    }
    var questions = QuestionReader(reader, in: setting)
    let question = questions.read()
    problems += questions.keys.problems
    if let question {
      append(.question(question))
      // A question for practice keeps its keys.
      let table =
        switch question.credit {
        case .practice: reader.table
        case .counted: reader.table.without(QuestionKey.secrets)
        }
      edits.append(Edit(node.startLine...node.endLine, TOMLWriter.question(table)))
    }
  }

  private mutating func tableReader(
    _ node: Markup.Node,
    owner: String,
    at place: Position
  ) -> TableReader? {
    switch TOMLTable.read(source, from: node.startLine + 1, to: node.endLine) {
    case .success(let table):
      return TableReader(
        table,
        owner: owner,
        position: place,
        source: source,
        lastLine: node.endLine
      )
    case .failure(let fault):
      report(fault.problem, at: fault.position)
      return nil
    }
  }
}
