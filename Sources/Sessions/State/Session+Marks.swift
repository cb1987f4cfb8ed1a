import Lessons

// What the answers are worth.
extension Session {
  /// The mark that a question has now: the best of the attempts that count, or the first.
  package func verdict(_ question: Question) -> Verdict? {
    if question.kind.answerable.outcome == .kept { return nil }
    let marker = Marker(question, frozen: frozen(question))
    let maximum = marker.maximum
    if marker.isFaulty { return Verdict(.lessonFault, of: maximum) }
    let record = answers[question.id.value]
    let counted = record?.attempts.filter(\.counts) ?? []
    guard !counted.isEmpty else {
      let isInvalid = record.map { $0.refusals > 0 && $0.attempts.isEmpty } ?? false
      return Verdict(isInvalid ? .invalid : .unanswered, of: maximum)
    }
    var best = Verdict(.incorrect, of: maximum)
    for attempt in marker.distinct(counted) {
      guard let result = marker.result(of: attempt.answer, notebook: attempt.notebook) else {
        return nil
      }
      let verdict = result.verdict
      if verdict.mark == .correct || verdict.mark == .lessonFault { return verdict }
      if verdict.earned > best.earned || best.mark == .incorrect { best = verdict }
    }
    return best
  }

  /// What a question brings and could bring; nil where it doesn't count.
  package func worth(_ question: Question) -> Score.Worth? {
    guard case .counted(let points, _) = question.credit else { return nil }
    if let verdict = verdict(question) { return .marked(verdict) }
    // A machine gives nothing for what a person reads; a key that is withheld takes nothing away.
    let most = question.kind.answerable.outcome == .kept ? 0 : points.hundredths
    return answers.isAnswered(question.id.value) ? .kept(of: most) : .open(of: most)
  }

  /// The points so far.
  package var score: Score { Score(lesson.questions.compactMap { worth($0) }) }

  /// What was answered in words, for the instructor to read; the last attempt last.
  package func words(_ question: Question) -> [String] {
    answers.attempts(question.id.value).compactMap { attempt in
      if case .words(let text) = attempt.answer { return text }
      return nil
    }
  }

  /// Ids of the questions whose answers are the learner's own words: no copy for others has them.
  package var privateQuestions: [String] {
    lesson.questions.filter { $0.kind.answerable.outcome == .kept }.map(\.id.value)
  }
}
