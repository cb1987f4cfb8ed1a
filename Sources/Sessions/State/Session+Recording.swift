import Lessons

// How a line is kept.
extension Session {
  /// A line as it is to be recorded: a choice by its id, whatever letter was typed.
  ///
  /// A letter means a place in the author's order, which a later version of the lesson may change.
  package func recorded(_ line: String) -> String {
    let text = prompt.withoutPastedPrompt(line.trimmingBlanks)
    guard case .answer(let id) = prompt, let question = question(id), !question.choices.isEmpty,
      !text.hasPrefix(":"), question.hasChoice(text) || bareCommand(text) == nil,
      let ids = chosen(text, question)
    else { return line }
    let written = ids.isEmpty ? "none" : ids.joined(separator: ", ")
    // An id that is the letter of another choice would be read as that one.
    return chosen(written, question) == ids ? written : line
  }

  private func chosen(_ text: String, _ question: Question) -> [String]? {
    guard
      case .answer(.choices(let ids)) = AnswerLine(text, for: question, frozen: frozen(question))
    else { return nil }
    return ids
  }
}
