import Lessons

// How a line is kept.
extension Session {
  /// A line as it is to be recorded: a choice by its id, whatever letter or words of it were typed.
  ///
  /// A letter means a place in the author's order, and words its text, which a later version of the lesson may change.
  package func recorded(_ line: String) -> String {
    if handsIn(line) { return "done" }
    guard let (question, text) = choosing(line),
      let ids = chosen(text, question) ?? said(text, question)
    else { return line }
    let written = ids.isEmpty ? "none" : ids.joined(separator: ", ")
    // An id that is the letter of another choice would be read as that one.
    return chosen(written, question) == ids ? written : line
  }

  /// The letters of the choices that a line names in words, of which one may be an id that nobody sees; nil where it
  /// names none, or by letters.
  package func lettersSaid(in line: String) -> String? {
    guard let (question, text) = choosing(line),
      !text.split(whereSeparator: { " ,;)".contains($0) }).allSatisfy({ $0.count == 1 }),
      let ids = chosen(recorded(line), question), !ids.isEmpty
    else { return nil }
    return AnswerLine.letters(of: ids, question.choices)
  }

  /// Whether a line at a task's prompt is `done` with marks around it, as in "done!".
  private func handsIn(_ line: String) -> Bool {
    guard case .answer(let id) = prompt, let question = question(id),
      question.kind.answerable.isHandedIn
    else { return false }
    let text = prompt.withoutPastedPrompt(line.trimmingBlanks).lowercased()
    return text != "done" && text.split(whereSeparator: { ".!\"'`".contains($0) }) == ["done"]
  }

  /// The question with choices at whose prompt a line is typed, and the line without a pasted prompt.
  private func choosing(_ line: String) -> (Question, String)? {
    let text = prompt.withoutPastedPrompt(line.trimmingBlanks)
    guard case .answer(let id) = prompt, let question = question(id), !question.choices.isEmpty,
      !text.isEmpty, !text.hasPrefix(":"), question.hasChoice(text) || bareCommand(text) == nil
    else { return nil }
    return (question, text)
  }

  private func chosen(_ text: String, _ question: Question) -> [String]? {
    guard
      case .answer(.choices(let ids)) = AnswerLine(text, for: question, frozen: frozen(question))
    else { return nil }
    return ids
  }

  /// What a line says in words: what means something else too says a choice only by its whole text.
  private func said(_ text: String, _ question: Question) -> [String]? {
    guard case .refused(let refusal) = AnswerLine(text, for: question, frozen: frozen(question))
    else { return nil }
    switch refusal {
    case .noSuchChoice, .letterInWords: break
    case .notebookName, .unreadable, .factorsApart, .notANumber, .severalLines, .severalChoices,
      .oneChoice, .count, .handIn, .waits, .noValue, .otherKind, .tooLong:
      return nil
    }
    return AnswerLine.said(
      text,
      question.choices,
      several: question.takesSeveralChoices,
      wholly: commandWithoutColon(text) != nil || meaningful(text) != nil
        || text.lowercased() == "done"
    )
  }
}

extension Question {
  fileprivate var takesSeveralChoices: Bool {
    switch kind {
    case .choices: true
    case .number, .choice, .expression, .predict, .task, .text: false
    }
  }
}
