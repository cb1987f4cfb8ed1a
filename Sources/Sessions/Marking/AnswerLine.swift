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
    let line = question.kind.answerable.read(text, frozen)
    if case .refused(.notebookName(let name, let parameters)) = line {
      let told = parameters.filter { !question.hides($0) }
      self = .refused(.notebookName(name, parameters: told))
    } else {
      self = line
    }
  }
}

extension Question {
  /// Whether a parameter is drawn and only its value stands in the question: nobody knows its name.
  func hides(_ parameter: String) -> Bool {
    guard vary.contains(where: { $0.name.value == parameter }) else { return false }
    let words = ask.plain.split { !($0.isLetter || $0.isNumber || "_{}".contains($0)) }
    return !words.contains { $0 == parameter }
  }
}
