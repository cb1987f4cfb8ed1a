import Lessons

extension Session {
  /// What was answered in words, for the instructor to read; the last attempt last.
  package func words(_ question: Question) -> [String] {
    (answers[question.id.value]?.attempts ?? []).compactMap { attempt in
      if case .words(let text) = attempt.answer { return text }
      return nil
    }
  }

  /// Questions whose answers are words for a person to read.
  package var privateQuestions: [String] {
    lesson.questions.filter { $0.kind.answerable.outcome == .kept }.map(\.id.value)
  }
}
