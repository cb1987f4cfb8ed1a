import Lessons

// Where an input of another version of the lesson belongs.
extension Session {
  /// The input that brings the session one nearer to a question's prompt; nil where it is there, or
  /// the lesson has no such question.
  package func inputTowards(_ id: String) -> String? {
    guard prompt != .answer(id), let place = place(of: id) else { return nil }
    if answers.isShown(id) { return ":answer \(id)" }
    return isAhead(place) ? ":next" : ":go \(steps[place.step].id.value)"
  }

  /// Whether going on leads to a question that was not shown yet.
  package func leadsTo(_ id: String) -> Bool {
    guard !answers.isShown(id), let place = place(of: id) else { return false }
    return isAhead(place)
  }

  /// Whether a line at the prompt of a question would be an answer to it.
  package func reads(_ line: String, asAnswerTo id: String) -> Bool {
    let text = Prompt.answer(id).withoutPastedPrompt(line.trimmingBlanks)
    guard let question = question(id), !text.isEmpty, command(in: text) == nil,
      case .answer = AnswerLine(text, for: question, frozen: frozen(question))
    else { return false }
    return true
  }

  /// Ids of the questions that ask for a guess.
  package var guesses: [String] {
    questions.filter { $0.kind.answerable.outcome == .guess }.map(\.id.value)
  }

  /// Whether a question has no answer at all.
  package func isUnanswered(_ id: String) -> Bool { !answers.isAnswered(id) }

  /// The name of the command that a line is, with its colon or without.
  package func command(in line: String) -> String? {
    let text = line.trimmingBlanks
    if text.hasPrefix(":") {
      return String(text.dropFirst().prefix { !$0.isWhitespace })
    }
    guard bareCommand(text) != nil else { return nil }
    return Command.ofSession.first { $0.bareWords.contains(text) }?.name
  }

  private func isAhead(_ place: (step: Int, unit: Int)) -> Bool {
    switch self.place {
    case .before: true
    case .step(let step, let revealed):
      step < place.step || (step == place.step && revealed <= place.unit)
    case .after: false
    }
  }

  private func place(of id: String) -> (step: Int, unit: Int)? {
    for (step, units) in units.enumerated() {
      if let unit = units.firstIndex(where: { $0.question?.id.value == id }) {
        return (step, unit)
      }
    }
    return nil
  }
}
