import Lessons

extension Session {
  /// What was answered in words, for the instructor to read; the last attempt last.
  package func words(_ question: Question) -> [String] {
    (answers[question.id.value]?.attempts ?? []).compactMap { attempt in
      if case .words(let text) = attempt.answer { return text }
      return nil
    }
  }
}
