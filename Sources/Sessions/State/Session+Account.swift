import Lessons
import Notebooks

extension Session {
  /// The same where nothing is known of others' answers.
  package func account(_ question: Question) -> Account? {
    var known = KnownMarks()
    return account(question, knowing: &known)
  }

  /// The mark of a question with all that led to it; nil where this copy has no key.
  ///
  /// Each answer is worked out once, and of many only those on which the mark rests or that are told; what is known
  /// of others' answers is not worked out again.
  package func account(_ question: Question, knowing known: inout KnownMarks) -> Account? {
    let (marker, isFaulty) = known.marker(of: question, in: self)
    var results: [Marker.Basis: Marker.Result] = [:]
    func worked(_ attempt: AnswerRecord.Attempt) -> Marker.Result? {
      let basis = marker.basis(of: attempt)
      if let result = results[basis] { return result }
      let result = known.result(of: attempt, basis, marker, in: self)
      if results.count >= Account.mostKept { results.removeAll(keepingCapacity: true) }
      results[basis] = result
      return result
    }
    guard let verdict = verdict(question, marker, isFaulty: isFaulty, worked) else { return nil }
    let id = question.id.value
    let attempts = answers.attempts(id)
    let told =
      attempts.count > Account.mostTold
      ? attempts.prefix(Account.mostTold - 1) + attempts.suffix(1) : attempts[...]
    let isGuess = question.kind.answerable.outcome == .guess
    let guess = isGuess ? attempts.first(where: \.counts) : nil
    return Account(
      verdict: verdict,
      effort: Effort(
        attempts: answers.tries(id),
        hints: answers.countedHints(id),
        wasGoodGuess: guess.flatMap { worked($0)?.isNear }
      ),
      tries: told.map { attempt in
        let result = worked(attempt)
        return Tried(
          text: text(of: attempt, question),
          mark: result?.verdict.mark,
          meaning: result?.meaning?.plain,
          counts: attempt.counts
        )
      }
    )
  }

  /// What was answered, in the learner's spelling.
  private func text(of attempt: AnswerRecord.Attempt, _ question: Question) -> String {
    switch attempt.answer {
    case .number(_, let text), .formula(let text), .words(let text): text
    case .state(let state): state.rawValue
    case .choices(let ids): ids.joined(separator: ", ")
    case .points(let values):
      values.map { Rendering.number($0, digits: 6) }.joined(separator: ", ")
    case .handedIn: question.kind.answerable.own(attempt.notebook).joined(separator: "; ")
    }
  }
}
