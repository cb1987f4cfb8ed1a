import Lessons
import Notebooks

// Going through the lesson: what Enter, `:back` and `:go` reveal.
extension Session {
  /// Reveals the next unit, enters the next step, or comes to the end.
  mutating func advance() -> [Request] {
    switch place {
    case .before: return enterStep(0)
    case .step(let index, let revealed):
      let units = self.units[index]
      if revealed < units.count { return reveal(units[revealed], in: index, as: revealed) }
      if index + 1 < lesson.steps.count { return enterStep(index + 1) }
      return finish()
    case .after: return [.say(.atTheEnd)]
    }
  }

  /// Begins a step: its first unit, with the title above it.
  mutating func enterStep(_ index: Int) -> [Request] {
    prompt = .notebook
    guard lesson.steps.indices.contains(index) else { return finish() }
    place = .step(index, revealed: 0)
    watches = []
    beginning = Beginning(
      notebook: notebook,
      lessonNotebook: lessonNotebook,
      replaced: replaced
    )
    let opening = index == 0 ? openingRequests() : []
    let units = self.units[index]
    guard let first = units.first else { return opening + [.heading(step: index)] }
    return opening + [.heading(step: index)] + reveal(first, in: index, as: 0)
  }

  private mutating func openingRequests() -> [Request] {
    lesson.opening.flatMap { block in show(block, guess: nil) }
  }

  private mutating func reveal(
    _ unit: Unit,
    in step: Int,
    as index: Int,
    guess: Guessed? = nil
  )
    -> [Request]
  {
    place = .step(step, revealed: index + 1)
    switch unit.content {
    case .blocks(let blocks):
      let missed = blocks.contains(where: \.isCell) ? closeGuesses(before: index, in: step) : []
      return missed + blocks.flatMap { show($0, guess: guess) }
    case .question(let question, let introduction):
      let before = introduction.flatMap { show($0, guess: nil) }
      answers[question.id.value, default: AnswerRecord()].isAsked = true
      if let record = answers[question.id.value], !record.isOpen {
        let isAnswered = !record.attempts.isEmpty
        return before + [.question(question), .say(isAnswered ? .alreadyAnswered : .alreadyClosed)]
      }
      prompt = .answer(question.id.value)
      return before + [.question(question)]
    }
  }

  /// A guess that was not made before its cell runs would know the answer.
  private mutating func closeGuesses(before index: Int, in step: Int) -> [Request] {
    var missed: [Request] = []
    for question in units[step].prefix(index).compactMap(\.question) {
      guard case .predict = question.kind, answers[question.id.value]?.isOpen ?? true else {
        continue
      }
      answers[question.id.value, default: AnswerRecord()].isClosed = true
      missed.append(.say(.guessMissed(question.id.value)))
    }
    return missed
  }

  /// Reveals the unit behind a prediction, with the guess drawn into its figure.
  mutating func revealAfterGuess(_ guess: Guessed?) -> [Request] {
    guard case .step(let index, let revealed) = place else { return [] }
    let units = self.units[index]
    guard revealed < units.count else { return [] }
    return reveal(units[revealed], in: index, as: revealed, guess: guess)
  }

  mutating func show(_ block: Block, guess: Guessed?) -> [Request] {
    switch block {
    case .prose(let prose): return [.prose(prose)]
    case .parameters(let parameters): return take(parameters)
    case .cell(let cell): return run(cell, guess: guess)
    case .question, .speaker: return []
    }
  }

  // MARK: - What the lesson defines

  private mutating func take(_ parameters: [Lessons.Parameter]) -> [Request] {
    var displaced: [String] = []
    for parameter in parameters {
      let text = "\(parameter.name.value) = \(parameter.value.text)"
      for case .success(let statement) in Parser.statements(of: text) {
        displaced += define(statement)
      }
    }
    return [.parameters(parameters)] + displacedRequest(displaced)
  }

  private mutating func run(_ cell: Cell, guess: Guessed?) -> [Request] {
    var requests: [Request] = [.cell(cell.source)]
    var displaced: [String] = []
    var pendingGuess = guess
    for result in CellStatements(cell).results {
      switch result {
      case .failure(let failure): requests.append(.failure(failure))
      case .success(let statement):
        if cell.fails {
          requests.append(.expectFailure(Evaluation(statement: statement, notebook: notebook)))
        } else if statement.definedName != nil {
          displaced += define(statement)
        } else {
          watch(statement)
          requests.append(
            .evaluate(Evaluation(statement: statement, notebook: notebook, guess: pendingGuess))
          )
          pendingGuess = nil
        }
      }
    }
    return requests + displacedRequest(displaced)
  }

  /// Takes a definition of the lesson.
  /// - Returns: the names of the learner's definitions that it displaced.
  private mutating func define(_ statement: Statement) -> [String] {
    guard let name = statement.definedName else { return [] }
    let before = notebook.definitions[name]?.statement
    let isLearners = before != nil && before != lessonNotebook.definitions[name]?.statement
    // The linter has run every cell, so the lesson alone closes no circle.
    do { try lessonNotebook.define(statement) } catch { return [] }
    var displaced: [String] = []
    do throws(Failure) {
      try notebook.define(statement)
    } catch {
      // Something of the learner's reads this name already, and the lesson's definition reads that.
      displaced = giveWay(to: error, defining: name)
      do { try notebook.define(statement) } catch { return displaced }
    }
    undoable.removeAll { $0.name == name }
    guard isLearners, let before, before.text != statement.text else { return displaced }
    replaced[name] = before
    return [name] + displaced
  }

  /// Sets the learner's members of every circle with a name back to the lesson's, or takes them
  /// away.
  private mutating func giveWay(to failure: Failure, defining name: String) -> [String] {
    guard case .name(.cycle) = failure.problem else { return [] }
    let readers = notebook.definitions.dependents(of: [name])
    let given = notebook.definitions.order.filter { member in
      member != name && readers.contains(member)
        && notebook.definitions[member]?.statement != lessonNotebook.definitions[member]?.statement
    }
    for member in given {
      replaced[member] = notebook.definitions[member]?.statement
      undoable.removeAll { $0.name == member }
      notebook.remove(member)
    }
    for member in given {
      guard let lessons = lessonNotebook.definitions[member]?.statement else { continue }
      do { try notebook.define(lessons) } catch { continue }
    }
    return given
  }

  private func displacedRequest(_ names: [String]) -> [Request] {
    names.isEmpty ? [] : [.say(.displaced(names))]
  }

  mutating func watch(_ statement: Statement) {
    guard let index = stepIndex else { return }
    switch statement.kind {
    case .figure: lastFigure = statement
    case .expression: break
    case .definition, .function, .help: return
    }
    // One per source text: what is asked for again moves to its new place.
    let known = watches.first { $0.statement.text == statement.text }
    watches.removeAll { $0.statement.text == statement.text }
    let id = known?.id ?? "\(index + 1).\(nextWatchNumber)"
    watches.append(Watch(id: id, statement: statement))
  }

  private var nextWatchNumber: Int {
    let numbers = watches.compactMap { watch in
      watch.id.split(separator: ".").last.flatMap { Int($0) }
    }
    return (numbers.max() ?? 0) + 1
  }

  private mutating func finish() -> [Request] {
    prompt = .notebook
    place = .after
    return [.say(.lessonDone)] + lesson.header.takeaways.map { .say(.takeaway($0)) } + [.score]
  }
}

extension Block {
  var isCell: Bool {
    switch self {
    case .cell: true
    case .prose, .parameters, .question, .speaker: false
    }
  }
}

extension Lessons.Parameter.Value {
  /// The value as a text of the cell language.
  package var text: String {
    switch self {
    case .number(let number, _): number.text
    case .expression(let expression): expression.value
    }
  }
}
