import TerminalText

/// The names that a question may show are its own: its values never come from the notebook.
enum PlaceholderCheck {
  static func problems(of question: Question) -> [Located<Problem>] {
    guard let names = names(of: question) else { return [] }
    return texts(of: question).flatMap(\.placeholders)
      .filter { !names.contains($0.name) }
      .map { placeholder in
        let nearest = Spelling.nearest(to: placeholder.name, among: names)
        return Located(
          .unknownPlaceholder(placeholder.name, nearest: nearest, allowed: names),
          at: placeholder.position
        )
      }
  }

  /// `nil` when any name of the notebook may stand.
  private static func names(of question: Question) -> [String]? {
    let own = question.given.map(\.name.value) + question.vary.map(\.name.value)
    return switch question.kind.form.shownNames {
    case .own(let others): own + others
    case .notebook: nil
    }
  }

  private static func texts(of question: Question) -> [Prose] {
    [question.ask] + question.hints + (question.explain.map { [$0] } ?? [])
      + question.choices.map(\.text) + question.misconceptions.map(\.meaning)
  }
}
