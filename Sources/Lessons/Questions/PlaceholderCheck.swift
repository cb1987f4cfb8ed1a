/// The names that a question may show are its own: its values never come from the notebook.
enum PlaceholderCheck {
  static func problems(of question: Question) -> [Located<Problem>] {
    guard let names = names(of: question) else { return [] }
    return texts(of: question).flatMap(\.placeholders)
      .filter { !names.contains($0.name) }
      .map { placeholder in
        let nearest = nearest(to: placeholder.name, among: names)
        return Located(
          .unknownPlaceholder(placeholder.name, nearest: nearest, allowed: names),
          at: placeholder.position
        )
      }
  }

  /// `nil` when any name of the notebook may stand.
  private static func names(of question: Question) -> [String]? {
    let own = question.given.map(\.name.value) + question.vary.map(\.name.value)
    switch question.kind {
    case .number, .choice, .choices, .expression, .text: return own
    case .task(let task): return own + task.given.map(\.value)
    case .predict: return nil
    }
  }

  private static func texts(of question: Question) -> [Prose] {
    [question.ask] + question.hints + (question.explain.map { [$0] } ?? [])
      + question.choices.map(\.text) + question.misconceptions.map(\.meaning)
  }
}

extension Question {
  /// The choices of a question that has some.
  package var choices: [Choice] {
    switch kind {
    case .choice(let choices, _), .choices(let choices, _): choices
    case .predict(let prediction):
      if case .choice(let choices, _) = prediction.form { choices } else { [] }
    case .number, .expression, .task, .text: []
    }
  }

  /// The misconceptions of a question that has its key.
  package var misconceptions: [Misconception] {
    switch kind {
    case .number(_, .key(let key)), .expression(_, _, .key(let key)): key.misconceptions
    case .choice(_, .key(let key)): key.misconceptions
    case .choices(_, .key(let key)): key.misconceptions
    case .predict(let prediction):
      if case .key(let misconceptions) = prediction.misconceptions { misconceptions } else { [] }
    case .number(_, .withheld), .expression(_, _, .withheld), .choice(_, .withheld),
      .choices(_, .withheld), .task, .text:
      []
    }
  }
}
