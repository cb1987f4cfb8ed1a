import DeepNetworks
import Lessons
import Notebooks

extension Prediction: Answerable {
  var outcome: AnswerOutcome { .guess }

  var terms: String {
    switch form {
    case .number: "a guess; you are credited for making it"
    case .choice: "a guess, one letter; you are credited for making it"
    case .points(_, let at, _):
      "\(at.count) guesses, separated by commas; you are credited for making them"
    }
  }

  func read(_ text: String, _ frozen: Frozen) -> AnswerLine {
    switch form {
    case .number: .number(text, frozen)
    case .choice(let choices, _): .choices(text, choices, several: false)
    case .points(_, let at, _): .points(text, at.count, frozen)
    }
  }

  func isMeant(by line: String, in notebook: Notebook) -> Bool {
    switch form {
    case .number: Double(line) != nil
    case .choice(let choices, _): AnswerLine.isMeant(line, choices, in: notebook)
    case .points: false
    }
  }

  func guess(_ answer: Answer) -> Guessed? {
    switch (form, answer) {
    case (.number(_, let at?, _), .number(let value, _)):
      Guessed(points: [Guessed.Point(at: at, value: value)])
    case (.points(_, let at, _), .points(let values)):
      Guessed(points: zip(at, values).map { Guessed.Point(at: $0, value: $1) })
    case (.number, _), (.points, _), (.choice, _): nil
    }
  }

  func rightAnswer(_ frozen: Frozen) -> String? {
    guard case .choice(let choices, .key(let key)) = form else { return nil }
    return AnswerLine.letters(of: [key.value], choices)
  }

  /// A guess is credited for being made.
  func result(of answer: Answer, _ marker: Marker, _ notebook: TaskNotebook) -> Marker.Result? {
    let misconceptions = meanings.kept ?? []
    var made = marker.result(.guessed)
    switch (form, answer) {
    case (.number(_, _, let tolerance), .number(let given, _)):
      guard let shown = told(notebook)?.numbers.first else { break }
      made.shown = [shown]
      made.isNear = tolerance.accepts(given, key: shown)
      if !made.isNear {
        // A guess next to a known wrong value was reached by that thought.
        made.meaning = marker.meaning(of: misconceptions, nearest: given) {
          (given - $0).abs() <= $0.abs() * Marker.nearMisconception
        }
      }
    case (.points(_, _, let tolerance), .points(let given)):
      guard let shown = told(notebook) else { break }
      made.shown = shown.numbers
      made.isNear =
        made.shown.count == given.count
        && zip(given, made.shown).allSatisfy { tolerance.accepts($0, key: $1) }
    case (.choice(_, .key(let key)), .choices(let ids)):
      made.isNear = ids.first == key.value
      if !made.isNear { made.meaning = misconceptions.meaning(of: ids.first) }
    case (.number, _), (.points, _), (.choice, _): break
    }
    return made
  }

  /// All definitions that what it shows reads, the lesson's too: the number beside the guess follows from them.
  func own(_ notebook: TaskNotebook) -> [String] {
    switch form {
    case .number(let shows, _, _), .points(let shows, _, _): notebook.read(by: shows.value)
    case .choice: []
    }
  }

  func told(_ notebook: TaskNotebook) -> (numbers: [Extended], position: Position)? {
    switch form {
    case .number(let shows, _, _):
      guard case .success(.number(let shown)) = notebook.shown(shows.value) else { return nil }
      return ([shown], shows.position)
    case .points(let shows, let at, _):
      guard case .success(let value) = notebook.shown(shows.value) else { return nil }
      return (at.compactMap { value.number(at: $0) }, shows.position)
    case .choice: return nil
    }
  }

  // MARK: - Audit

  func problems(_ audit: QuestionAudit) -> [QuestionAudit.Found] {
    switch form {
    case .choice(let choices, _): QuestionAudit.letters(choices)
    case .number, .points: []
    }
  }

  func problemsOnceShown(_ audit: QuestionAudit) -> [QuestionAudit.Found] {
    switch form {
    case .choice: []
    case .number(let shows, _, let tolerance):
      audit.shown(shows) { value in if case .number = value { true } else { false } }
        + known(audit, shows, tolerance)
    case .points(let shows, let at, _):
      audit.shown(shows) { value in at.allSatisfy { value.number(at: $0) != nil } }
    }
  }

  /// Known wrong guesses that are good ones, or the same as another.
  private func known(
    _ audit: QuestionAudit,
    _ shows: Located<String>,
    _ tolerance: Tolerance
  ) -> [QuestionAudit.Found] {
    let misconceptions = meanings.kept ?? []
    let frozen = Frozen([])
    let notebook = TaskNotebook(lesson: audit.notebook, whole: audit.notebook)
    guard let shown = told(notebook)?.numbers.first else { return [] }
    let near = misconceptions.filter { misconception in
      frozen.number(misconception.answer.value).map {
        tolerance.acceptsDoubled($0, key: shown)
      } ?? false
    }
    return audit.overlaps(misconceptions, frozen) { first, second in
      guard let one = frozen.number(first.answer.value) else { return false }
      return one == frozen.number(second.answer.value)
    } + near.map { (.misconceptionTooNear($0.answer.value, draw: ""), $0.answer.position) }
  }
}
