import Lessons
import Notebooks

// Going through the lesson: what Enter, `:back` and `:go` reveal.
extension Session {
  /// Reveals the next unit, enters the next step, or comes to the end.
  mutating func advance() -> [Request] {
    switch place {
    case .before: return enterStep(0)
    case .step(let index, let revealed):
      let units = Unit.units(of: lesson.steps[index])
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
    beginning = Beginning(notebook: notebook)
    let opening = index == 0 ? openingRequests() : []
    let units = Unit.units(of: lesson.steps[index])
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
    case .blocks(let blocks): return blocks.flatMap { show($0, guess: guess) }
    case .question(let question):
      if !(answers[question.id.value]?.isOpen ?? true) {
        return [.question(question), .say(.alreadyAnswered)]
      }
      prompt = .answer(question.id.value)
      return [.question(question)]
    }
  }

  /// Reveals the unit behind a prediction, with the guess drawn into its figure.
  mutating func revealAfterGuess(_ guess: Guessed?) -> [Request] {
    guard case .step(let index, let revealed) = place else { return [] }
    let units = Unit.units(of: lesson.steps[index])
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
      for case .success(let statement) in Parser.statements(of: text) where define(statement) {
        displaced.append(parameter.name.value)
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
        } else if let name = statement.definedName {
          if define(statement) { displaced.append(name) }
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

  /// Takes a definition of the lesson; true where it displaced one of the learner's.
  private mutating func define(_ statement: Statement) -> Bool {
    guard let name = statement.definedName else { return false }
    let before = notebook.definitions[name]?.statement
    let isLearners = before != nil && before != lessonNotebook.definitions[name]?.statement
    // The linter has run every cell; a circle here can only come from the learner's definitions,
    // and then the learner's stay.
    do { try notebook.define(statement) } catch { return false }
    do { try lessonNotebook.define(statement) } catch { return false }
    undoable.removeAll { $0.name == name }
    guard isLearners, let before, before.text != statement.text else { return false }
    replaced[name] = before
    return true
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

extension Lessons.Parameter.Value {
  /// The value as a text of the cell language.
  package var text: String {
    switch self {
    case .number(let number, _): number.text
    case .expression(let expression): expression.value
    }
  }
}
