import Notebooks

/// What a learner has done with a question.
struct AnswerRecord: Sendable {
  struct Attempt: Sendable {
    var answer: Answer
    /// Made before the explanation, a skip or a reveal: only such attempts score.
    var counts: Bool
    var notebook: TaskNotebook
  }

  var attempts: [Attempt] = []
  /// Lines at the prompt that were no answers.
  var refusals = 0
  var hints = 0
  /// The explanation was seen, the question was given up, or what it asks was shown.
  var isClosed = false

  /// Whether it was shown; a later step's question can't be answered before.
  var isAsked = false

  /// Whether it still waits for a first answer.
  var isOpen: Bool { attempts.isEmpty && !isClosed }
}
