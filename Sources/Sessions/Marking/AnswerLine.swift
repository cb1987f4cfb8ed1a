import DeepNetworks
import Lessons
import Notebooks

/// What a line at a question's prompt is.
enum AnswerLine: Sendable, Hashable {
  case answer(Answer)
  /// A definition, a figure, or what follows a `?`: it runs in the notebook and costs nothing.
  case trial(String)
  /// No answer, and why; costs no attempt.
  case refused(AnswerRefusal)
}

/// An answer that was read.
package enum Answer: Sendable, Hashable {
  /// An expression of the question's parameters, with its value.
  case number(Extended, text: String)
  /// An expression of parameters that run; its value is worked out at many points.
  case formula(String)
  case state(NamedState)
  /// Ids of choices, sorted.
  case choices([String])
  case points([Extended])
  /// The notebook as it is.
  case handedIn
  case words(String)
}

/// What a number can turn into.
package enum NamedState: String, Sendable, Hashable, CaseIterable {
  case inf, underflow, nan

  /// The state that a line names, as people write it.
  init?(typed text: String) {
    switch text.lowercased() {
    case "inf", "infinity", "∞": self = .inf
    case "underflow": self = .underflow
    case "nan": self = .nan
    default: return nil
    }
  }
}

/// Why a line is no answer.
package enum AnswerRefusal: Sendable, Hashable {
  case notebookName(String, parameters: [String])
  case unreadable(Failure)
  case notANumber(String)
  case severalLines
  case noSuchChoice(String, letters: [String])
  case oneChoice
  case count(expected: Int, got: Int)
  case handIn
  case tooLong
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
    switch question.kind {
    case .number: self = Self.number(text, frozen)
    case .expression(let over, _, _): self = Self.formula(text, frozen, over.map(\.name.value))
    case .choice(let choices, _): self = Self.choices(text, choices, several: false)
    case .choices(let choices, _): self = Self.choices(text, choices, several: true)
    case .predict(let prediction): self = Self.prediction(text, prediction, frozen)
    case .task: self = Self.handIn(text)
    case .text: self = .answer(.words(text))
    }
  }
}
