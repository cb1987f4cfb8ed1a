import Lessons
import Notebooks
import TerminalText

/// A lesson in front of a class: pages, one for each step, whose pieces are revealed one by one and can be taken back.
///
/// Pure: it is given effects, hands out pieces, and says which input the session needs next. What was shown once stays
/// as it was shown; nothing is run anew to show it again.
package struct Presentation: Sendable {
  /// What a step has shown.
  package struct Page: Sendable {
    package let step: Int
    package fileprivate(set) var title: StyledText
    fileprivate(set) var pieces: [Shown] = []
    fileprivate(set) var revealed = 0
    /// Whether the session has gone on from it: nothing more will come.
    fileprivate(set) var isComplete = false

    /// What was revealed.
    package var stage: [Shown] { Array(pieces.prefix(revealed)) }
    /// What comes next, as far as it is known.
    package var next: Shown? { revealed < pieces.count ? pieces[revealed] : nil }
  }

  private var pages: [Page] = []
  private var current = 0
  /// The page that was left by a jump, to go back there.
  private var jumpedFrom: Int?

  package init() {}

  /// The page on the stage; nil before the first.
  package var page: Page? { pages.indices.contains(current) ? pages[current] : nil }
  package var title: StyledText { page?.title ?? StyledText() }
  package var stage: [Shown] { page?.stage ?? [] }

  /// The question on the stage that was revealed last, while nothing but votes stands below it.
  package var question: String? {
    for piece in stage.reversed() {
      switch piece {
      case .question(let text): return text.id
      case .output(.figure): continue
      case .heading, .prose, .cell, .output, .labelled, .failure, .message, .table, .parameters,
        .verbatim:
        return nil
      }
    }
    return nil
  }

  /// The cell on the stage that was revealed last.
  package var cell: String? {
    stage.lazy.reversed().compactMap { if case .cell(let source) = $0 { source } else { nil } }
      .first
  }

  // MARK: - Taking

  /// Takes what an input has shown, cut into what one key press reveals; titles begin pages.
  ///
  /// A step that is entered again keeps what was revealed of it.
  package mutating func take(_ effects: [Effect], of session: Session, behind input: String = "") {
    let before = pages.indices.contains(writing) ? pages[writing].step : nil
    if input == ":skip", let id = asked, let told = session.told(of: id) { add(told) }
    for case .show(let shown) in effects { take(shown, step: session.stepNow) }
    let now = session.stepNow
    guard !input.hasPrefix(":go"), let before,
      let index = pages.firstIndex(where: { $0.step == before })
    else { return }
    if now == nil || now == before + 1 { pages[index].isComplete = true }
  }

  /// The question that was asked last on the page to which the session adds.
  private var asked: String? {
    guard pages.indices.contains(writing) else { return nil }
    return pages[writing].pieces.lazy.reversed().compactMap {
      if case .question(let text) = $0 { text.id } else { nil }
    }.first
  }

  /// The page to which the session adds now.
  private var writing = 0

  private mutating func take(_ shown: Shown, step: Int?) {
    switch shown {
    case .heading(let title): begin(step ?? 0, title)
    case .prose(let prose, let values): prose.paragraphs.forEach { add(.prose($0, values: values)) }
    // What the session says to a learner is not for a class.
    case .message, .table: break
    case .cell, .output, .labelled, .failure, .question, .parameters, .verbatim: add(shown)
    }
  }

  private mutating func begin(_ step: Int, _ title: StyledText) {
    if let index = pages.firstIndex(where: { $0.step == step }) {
      (pages[index].pieces, pages[index].isComplete) = ([], false)
      pages[index].title = title
      writing = index
      return
    }
    let index = pages.firstIndex { $0.step > step } ?? pages.count
    var page = Page(step: step, title: title)
    // What stands before the first title belongs to its page.
    page.pieces = opening
    opening = []
    pages.insert(page, at: index)
    if current >= index, pages.count > 1 { current += 1 }
    writing = index
  }

  /// What stands above the first title.
  private var opening: [Shown] = []

  private mutating func add(_ piece: Shown) {
    if pages.isEmpty { opening.append(piece) } else { pages[writing].pieces.append(piece) }
  }

  /// Puts what an input has shown below what is revealed, and reveals it: a vote, a key.
  package mutating func insert(_ pieces: [Shown]) {
    guard page != nil else { return }
    pages[current].pieces.insert(contentsOf: pieces, at: pages[current].revealed)
    pages[current].revealed += pieces.count
  }

  // MARK: - Revealing

  /// Reveals the next piece of this page, or turns to the next page; nil where the session has to go on first.
  package mutating func reveal() -> Shown? {
    guard let page else { return nil }
    if page.revealed < page.pieces.count {
      pages[current].revealed += 1
      return page.pieces[page.revealed]
    }
    guard page.isComplete, pages.indices.contains(current + 1),
      pages[current + 1].step == page.step + 1
    else {
      return nil
    }
    current += 1
    return .heading(pages[current].title)
  }

  /// Takes the last piece back, as it stood before, or turns back to the page before; false at the beginning.
  package mutating func takeBack() -> Bool {
    guard let page else { return false }
    if page.revealed > 0 {
      pages[current].revealed -= 1
      return true
    }
    guard current > 0 else { return false }
    current -= 1
    return true
  }

  /// Turns to a step as it stood; false where it was not shown yet.
  package mutating func turn(to step: Int) -> Bool {
    guard let index = pages.firstIndex(where: { $0.step == step }) else { return false }
    if index != current, let page { jumpedFrom = page.step }
    current = index
    return true
  }

  /// Turns back to where the last jump began.
  package mutating func turnBack() -> Bool {
    guard let from = jumpedFrom else { return false }
    return turn(to: from)
  }

  /// Reveals all that the page of the session's step has.
  package mutating func revealAll(_ session: Session) {
    guard let step = session.stepNow, let index = pages.firstIndex(where: { $0.step == step })
    else { return }
    current = index
    pages[index].revealed = pages[index].pieces.count
  }

  /// What comes next: as it will be shown, or where the session has yet to show it, as the lesson has it.
  package func next(_ session: Session) -> Shown? {
    guard let page else { return nil }
    if let next = page.next { return next }
    if page.isComplete || page.step != session.stepNow { return nil }
    if case .answer = session.prompt, question != nil { return .message(StyledText("The answer.")) }
    return session.upcoming
  }

  // MARK: - What the session has to do

  /// The input that makes the session go on with this page, or to the next; nil at the end of the lesson.
  package func nextInput(_ session: Session) -> String? {
    guard let page else { return "" }
    if page.isComplete {
      let next = page.step + 1
      return next < session.steps.count ? ":go \(next + 1)" : nil
    }
    if page.step != session.stepNow { return ":go \(page.step + 1)" }
    guard case .answer(let id) = session.prompt,
      let question = session.questions.first(where: { $0.id.value == id })
    else { return "" }
    switch question.kind.answerable.outcome {
    case .guess, .kept: return ":next"
    case .verdict: return ":skip"
    }
  }

  /// How many pieces the page will have, as far as can be told before its cells run.
  package func total(_ session: Session) -> Int {
    guard let page else { return 0 }
    return page.pieces.count
      + (page.isComplete || page.step != session.stepNow ? 0 : session.piecesLeft)
  }
}

extension Session {
  /// The step where the session is; nil at its end.
  package var stepNow: Int? { position.step }

  /// The ids of the steps, in order.
  package var stepNames: [String] { steps.map(\.id.value) }

  /// The titles of the steps, in order.
  package var stepTitles: [String] { steps.map(\.title.value) }

  /// What the author says to the instructor about a step.
  package func speakerNotes(step: Int) -> [Prose] {
    guard steps.indices.contains(step) else { return [] }
    return (step == 0 ? opening : []).notes + steps[step].blocks.notes
  }

  /// The key of a question for a room: which is right, and what wrong ones mean; nil in a graded lesson.
  package func told(of id: String) -> Shown? {
    guard let question = question(id), !question.isGraded, let key = key(of: question) else {
      return nil
    }
    var lines = key.answer.map { [StyledText("Right: \(neutralised($0))", .success)] } ?? []
    lines += key.wrong.map { StyledText("\(neutralised($0.answer)): \($0.meaning.plain)") }
    return lines.isEmpty ? nil : .message(StyledText(lines: lines))
  }

  /// The first of what the step shows next, or the title of the next step.
  fileprivate var upcoming: Shown? {
    guard case .step(let index, let revealed) = place else { return nil }
    guard revealed < units[index].count else {
      return steps.indices.contains(index + 1)
        ? .message(StyledText(neutralised(steps[index + 1].title.value), .heading)) : nil
    }
    let blocks: [Block]
    switch units[index][revealed].content {
    case .blocks(let found): blocks = found
    case .question(let question, let introduction): blocks = introduction + [.question(question)]
    }
    switch blocks.first {
    case .prose(let prose): return prose.paragraphs.first.map { .prose($0, values: [:]) }
    case .cell(let cell): return .cell(cell.source)
    case .question(let question): return .prose(question.ask, values: [:])
    case .parameters, .speaker, nil: return nil
    }
  }

  /// How many pieces the step will show yet, where each statement that is no definition shows one.
  fileprivate var piecesLeft: Int {
    guard case .step(let index, let revealed) = place else { return 0 }
    return units[index].dropFirst(revealed).reduce(0) { count, unit in
      switch unit.content {
      case .blocks(let blocks): count + blocks.pieces
      case .question(_, let introduction): count + introduction.pieces + 2
      }
    }
  }
}

extension [Block] {
  fileprivate var notes: [Prose] {
    compactMap { block in if case .speaker(let note) = block { note.prose } else { nil } }
  }

  fileprivate var pieces: Int {
    reduce(0) { count, block in
      switch block {
      case .prose(let prose): count + prose.paragraphs.count
      case .cell(let cell):
        count + 1 + CellStatements(cell).statements.filter { $0.definedName == nil }.count
      case .parameters: count + 1
      case .question, .speaker: count
      }
    }
  }
}
