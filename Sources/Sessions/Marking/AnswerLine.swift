import Lessons

/// What a line at a question's prompt is.
enum AnswerLine: Sendable, Hashable {
  case answer(Answer)
  /// A definition, a figure, or what follows a `?`: it runs in the notebook and costs nothing.
  case trial(String)
  /// No answer, and why; costs no attempt.
  case refused(AnswerRefusal)
}

extension AnswerLine {
  /// Reads a line at the prompt of a question.
  ///
  /// Nothing here knows a key: a copy without keys reads every line in the same way.
  init(_ line: String, for question: Question, frozen: Frozen) {
    let text = line.trimmingBlanks
    if text.hasPrefix("?") {
      self = .trial(String(text.dropFirst()).trimmingBlanks)
      return
    }
    self = question.kind.answerable.read(text, frozen)
  }
}
