import Lessons
import Notebooks

// Going through the lesson: what Enter, `:back` and `:go` reveal.
extension Session {
  /// Reveals the next unit, enters the next step, or comes to the end.
  mutating func advance() -> [Request] {
    switch place {
    case .before: return isNotebook ? [] : enterStep(0)
    case .step(let index, let revealed):
      let units = self.units[index]
      if revealed < units.count {
        let guess = classGuess(before: revealed, in: index)
        return reveal(units[revealed], in: index, as: revealed, guess: guess)
      }
      if index + 1 < steps.count { return enterStep(index + 1) }
      return finish()
    case .after: return nextOfEnd.map { showEnd($0) } ?? [.say(.atTheEnd)]
    }
  }

  /// Begins a step: its first unit, with the title above it.
  mutating func enterStep(_ index: Int) -> [Request] {
    guard steps.indices.contains(index) else { return finish() }
    let last = position.lastStep
    position.enter(step: index)
    watches.clear(in: notebook)
    lastChange = nil
    let displaced = catchUp(to: index, from: last)
    notebooks.markBeginning()
    let opening = index == 0 ? openingRequests() : []
    let units = self.units[index]
    let heading = opening + [.heading(step: index)] + displacedRequest(displaced)
    guard let first = units.first else { return heading }
    return heading + reveal(first, in: index, as: 0)
  }

  /// Sets what the lesson has defined before a step to what it would be there, for who comes by
  /// another way than from the end of the step before.
  /// - Returns: the names of the learner's definitions that this displaced.
  private mutating func catchUp(to index: Int, from last: Int?) -> [String] {
    // The opening belongs to the first step.
    guard index > 0 else { return [] }
    var displaced: [String] = []
    for statement in stepDefinitions.due(before: index, comingFrom: last) {
      guard let name = statement.definedName,
        notebooks.lesson.definitions[name]?.statement != statement
      else { continue }
      displaced += notebooks.defineLessons(statement)
    }
    return displaced
  }

  static func definitions(_ block: Block, _ cells: LessonCells) -> [Statement] {
    switch block {
    case .parameters(let parameters):
      parameters.flatMap { statements($0) }
    case .cell(let cell):
      cell.fails ? [] : cells[cell].statements.filter { $0.definedName != nil }
    case .prose, .question, .speaker: []
    }
  }

  private static func statements(_ parameter: Lessons.Parameter) -> [Statement] {
    Parser.statements(of: "\(parameter.name.value) = \(parameter.value.text)").compactMap {
      result in
      switch result {
      case .success(let statement): statement
      case .failure: nil
      }
    }
  }

  private mutating func openingRequests() -> [Request] {
    opening.flatMap { block in show(block, guess: nil) }
  }

  private mutating func reveal(
    _ unit: Unit,
    in step: Int,
    as index: Int,
    guess: Guessed? = nil
  )
    -> [Request]
  {
    position.reveal(index + 1, ofStep: step)
    switch unit.content {
    case .blocks(let blocks):
      let missed = blocks.contains(where: \.isCell) ? closeGuesses(before: index, in: step) : []
      return missed + blocks.flatMap { show($0, guess: guess) }
    case .question(let question, let introduction):
      let before = introduction.flatMap { show($0, guess: nil) }
      let id = question.id.value
      answers.show(id)
      prepare(id)
      guard answers.isWaiting(id) else {
        guard answers.isCounted(id) else {
          return before + [.question(question), .say(.alreadyClosed)]
        }
        let isWrong = !question.isGraded && verdict(question)?.mark == .incorrect
        return before + [.question(question), .say(.alreadyAnswered(isWrong: isWrong))]
      }
      position.ask(id)
      return before + [.question(question)]
    }
  }

  /// A guess that was not made before its cell runs would know the answer.
  private mutating func closeGuesses(before index: Int, in step: Int) -> [Request] {
    if isTalk { return [] }
    var missed: [Request] = []
    for question in units[step].prefix(index).compactMap(\.question) {
      guard question.kind.answerable.outcome == .guess, answers.isWaiting(question.id.value)
      else { continue }
      if awaited.contains(question.id.value) {
        keptOpen.insert(question.id.value)
        continue
      }
      answers.close(question.id.value)
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
      for statement in Self.statements(parameter) {
        displaced += notebooks.defineLessons(statement)
      }
    }
    return [.parameters(parameters)] + displacedRequest(displaced)
  }

  private mutating func run(_ cell: Cell, guess: Guessed?) -> [Request] {
    var requests: [Request] = [.cell(cell.source)]
    var displaced: [String] = []
    var pendingGuess = guess
    for result in cells[cell].results {
      switch result {
      case .failure(let failure): requests.append(.failure(failure))
      case .success(let statement):
        if cell.fails {
          requests.append(.expectFailure(Evaluation(statement, on: notebooks)))
        } else if statement.definedName != nil {
          displaced += notebooks.defineLessons(statement)
        } else {
          watch(statement, isOwn: false, guess: pendingGuess)
          requests.append(
            .evaluate(
              Evaluation(statement, on: notebooks, guess: pendingGuess, isOfLesson: true)
            )
          )
          pendingGuess = nil
        }
      }
    }
    // What is set anew is said above what is worked out with it.
    return requests.prefix(1) + displacedRequest(displaced) + requests.dropFirst()
  }

  private func displacedRequest(_ names: [String]) -> [Request] {
    names.isEmpty ? [] : [.say(.displaced(names))]
  }

  mutating func watch(_ statement: Statement, isOwn: Bool, guess: Guessed? = nil) {
    lastChange?.drawnSince.insert(statement.text)
    // At the end the last step's figures are still on the screen.
    guard let step = isNotebook ? 0 : position.step ?? position.lastStep else { return }
    let draws = !isOwn || statement.names.allSatisfy { isKnown($0) }
    watches.add(statement, inStep: step, isOwn: isOwn, guess: guess, draws: draws)
  }

  /// Whether a name is defined or built in.
  func isKnown(_ name: String) -> Bool {
    notebook.definitions.contains(name) || BuiltIns.contains(name)
  }

  private mutating func finish() -> [Request] {
    position.finish()
    return showEnd(.sum)
  }

  private mutating func showEnd(_ screen: EndScreen) -> [Request] {
    position.showEnd()
    switch screen {
    case .sum: return [.show { [.message($0.sum().styled)] }]
    case .takeaways:
      let takeaways = (lesson?.header.takeaways ?? []).map { takeaway -> Request in
        .show { _ in [.prose(takeaway, values: [:])] }
      }
      return [.say(.takeAlong)] + takeaways
    case .marks: return [.show { [.table($0.scoreTable())] }]
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
