import DeepNetworks
import Lessons
import Notebooks
import TerminalText

/// Runs a lesson from step to step as its author, and finds what cannot be so.
///
/// Data in, findings out: every cell, key, accept, reject and misconception is worked out, for many
/// draws of a question's parameters.
package struct Audit {
  private let lesson: Lesson
  /// The lesson's definitions so far.
  private var notebook = Notebook()
  private var findings: [AuditFinding] = []
  /// What a learners' copy shows in words.
  private let quantities: LessonQuantities
  /// The numbers that the lesson has shown so far.
  private var printed: [Printed] = []
  /// The step that runs; `nil` before the first.
  private var step: Int?

  /// What is wrong with a lesson, in the order of the file.
  package static func findings(_ lesson: Lesson) -> [AuditFinding] {
    var audit = Audit(lesson)
    audit.run()
    return audit.findings.enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element)
  }

  /// Where a learners' copy would show a key; where there is something, none is written.
  package static func traces(_ lesson: Lesson) -> [AuditFinding] {
    findings(lesson).filter(\.isTrace)
  }

  private init(_ lesson: Lesson) {
    self.lesson = lesson
    quantities = LessonQuantities(LessonTexts.all(in: lesson))
  }

  private mutating func note(_ problem: AuditFinding.Problem, _ position: Position) {
    let finding = AuditFinding(path: lesson.path, position: position, problem: problem)
    if !findings.contains(finding) { findings.append(finding) }
  }

  private mutating func run() {
    for trace in lesson.traces {
      note(.keyShows(part: trace.part, of: trace.question), trace.position)
    }
    run(lesson.opening)
    checkPlaceholders(of: lesson.opening)
    for (index, step) in lesson.steps.enumerated() {
      self.step = index
      lock(step.questions)
      /// Questions whose answer the next cells show.
      var waiting: [Question] = []
      for unit in Unit.units(of: step) {
        switch unit.content {
        case .question(let question, let introduction):
          run(introduction)
          checkPlaceholders(of: introduction)
          if question.kind.answerable.outcome == .guess { waiting.append(question) }
          check(question)
          lock(Array(step.questions.drop { $0 != question }.dropFirst()))
        case .blocks(let blocks):
          run(blocks)
          checkPlaceholders(of: blocks)
          for question in waiting { checkShown(question) }
          waiting = []
        }
      }
    }
  }

  // MARK: - Locks

  /// Has locked what these questions lock; they are still to come.
  private mutating func lock(_ questions: [Question]) {
    var locks: [String: String] = [:]
    for question in questions {
      for function in question.locked {
        if BuiltIns.function(function.value) == nil {
          let nearest = Spelling.nearest(to: function.value, among: BuiltIns.functions.map(\.name))
          note(.lockUnknown(function.value, nearest: nearest), function.position)
        } else if locks[function.value] == nil {
          locks[function.value] = question.id.value
        }
      }
    }
    notebook = notebook.locking(locks)
  }

  // MARK: - Cells

  private mutating func run(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .parameters(let parameters): parameters.forEach { define($0) }
      case .cell(let cell): run(cell)
      case .prose, .question, .speaker: break
      }
    }
    // A definition may wait for names of a later cell, but not beyond what is shown together.
    for case .cell(let cell) in blocks where !cell.fails {
      for statement in CellStatements(cell).statements where statement.definedName != nil {
        evaluate(statement, in: cell)
      }
    }
  }

  private mutating func define(_ parameter: Lessons.Parameter) {
    let text = "\(parameter.name.value) = \(parameter.value.text)"
    for result in Parser.statements(of: text) {
      do throws(Failure) {
        let statement = try result.get()
        try notebook.define(statement)
        _ = try notebook.output(of: statement)
      } catch {
        let reason = error.problem.message
        let name = parameter.name
        note(.parameterFails(name.value, reason: reason), name.position)
      }
    }
  }

  private mutating func run(_ cell: Cell) {
    var failed = false
    for result in CellStatements(cell).results {
      switch result {
      case .failure(let failure):
        failed = true
        if !cell.fails { note(.cellUnreadable(failure.problem.message), place(failure, cell)) }
      case .success(let statement):
        if cell.fails {
          failed = fails(statement) || failed
        } else if statement.definedName != nil {
          do throws(Failure) { try notebook.define(statement) } catch { note(error, in: cell) }
        } else {
          evaluate(statement, in: cell)
        }
      }
    }
    if cell.fails, !failed { note(.cellSucceeds, cell.position) }
  }

  private func fails(_ statement: Statement) -> Bool {
    var copy = notebook
    do throws(Failure) {
      try copy.define(statement)
      _ = try copy.output(of: statement)
      return false
    } catch {
      return true
    }
  }

  private mutating func evaluate(_ statement: Statement, in cell: Cell) {
    do throws(Failure) {
      let output = try notebook.output(of: statement)
      // A definition is not shown.
      guard statement.definedName == nil else { return }
      printed += Printed.quantities(in: output).map {
        Printed(
          quantity: $0,
          source: .cell,
          step: step,
          position: place(of: statement, cell)
        )
      }
    } catch {
      note(error, in: cell)
    }
  }

  private mutating func note(_ failure: Failure, in cell: Cell) {
    if case .bound(.locked(let function, let question)) = failure.problem {
      return note(.cellCallsLocked(function, question: question), place(failure, cell))
    }
    note(.cellFails(failure.problem.message), place(failure, cell))
  }

  private func place(_ failure: Failure, _ cell: Cell) -> Position {
    // What fails inside another definition is said of the cell as a whole.
    guard failure.source == Source(cell.source) else { return cell.position }
    let place = failure.position
    return Position(line: cell.position.line + place.line - 1, column: place.column)
  }

  private func place(of statement: Statement, _ cell: Cell) -> Position {
    let start = statement.range.lower
    return Position(
      line: cell.position.line + statement.source.line(at: start) - 1,
      column: statement.source.column(at: start)
    )
  }

  // MARK: - Prose

  private mutating func checkPlaceholders(of blocks: [Block]) {
    for case .prose(let prose) in blocks {
      check(prose.placeholders, beside: [])
      for placeholder in prose.placeholders {
        guard
          case .success(let value) = notebook.worked(
            placeholder.name,
            Meter(limits: TaskMarker.limits)
          )
        else { continue }
        printed += Printed.quantities(in: .value(value, name: nil)).map {
          Printed(quantity: $0, source: .cell, step: step, position: placeholder.position)
        }
      }
    }
  }

  private mutating func check(_ placeholders: [Placeholder], beside names: [String]) {
    for placeholder in placeholders
    where !names.contains(placeholder.name) && notebook.definitions[placeholder.name] == nil {
      note(.placeholderUnknown(placeholder.name), placeholder.position)
    }
  }

  // MARK: - Questions

  private mutating func check(_ question: Question) {
    let notebook = notebook.locking([:])
    let names = question.given.map(\.name.value) + question.vary.map(\.name.value)
    check(question.ask.placeholders, beside: names)
    let audit = QuestionAudit(question, lesson: lesson.header.id.value, notebook: notebook)
    for (problem, position) in audit.problems { note(problem, position) }
    let search = KeySearch(
      question,
      audit.draws,
      in: lesson,
      step: step ?? 0,
      quantities,
      notebook
    )
    for (problem, position) in search.found { note(problem, position) }
    if let (problem, position) = search.printed(printed) { note(problem, position) }
  }

  private mutating func checkShown(_ question: Question) {
    let audit = QuestionAudit(question, lesson: lesson.header.id.value, notebook: notebook)
    for (problem, position) in audit.problemsOnceShown { note(problem, position) }
    let notebook = TaskNotebook(lesson: notebook, whole: notebook)
    guard let told = question.kind.answerable.told(notebook) else { return }
    printed += told.numbers.flatMap { Quantity.all(in: Feedback.told($0), names: []) }.map {
      Printed(
        quantity: $0,
        source: .guess(question.id.value),
        step: step,
        position: told.position
      )
    }
  }
}
