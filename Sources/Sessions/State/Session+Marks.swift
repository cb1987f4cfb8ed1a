import Lessons

// What the answers are worth.
extension Session {
  /// The mark that a question has now: the best of the attempts that count, or in a graded lesson
  /// the last; nil where this copy has no key.
  package func verdict(_ question: Question) -> Verdict? {
    let marker = Marker(question, frozen: frozen(question), tells: false)
    return verdict(question, marker, isFaulty: marker.isFaulty) {
      marker.result(of: $0.answer, notebook: $0.notebook)
    }
  }

  /// The same, with what works out an attempt.
  func verdict(
    _ question: Question,
    _ marker: Marker,
    isFaulty: Bool,
    _ worked: (AnswerRecord.Attempt) -> Marker.Result?
  ) -> Verdict? {
    let maximum = marker.maximum
    if isFaulty { return Verdict(.lessonFault, of: maximum) }
    let record = answers[question.id.value]
    let counted = record?.attempts.filter(\.counts) ?? []
    guard !counted.isEmpty else {
      let isInvalid = record.map { $0.refusals > 0 && $0.attempts.isEmpty } ?? false
      return Verdict(isInvalid ? .invalid : .unanswered, of: maximum)
    }
    var best = Verdict(.incorrect, of: maximum)
    for attempt in question.isGraded ? last(of: counted, worked) : marker.distinct(counted) {
      guard let result = worked(attempt) else { return nil }
      let verdict = result.verdict
      switch verdict.mark {
      case .correct, .guessed, .toBeRead, .lessonFault: return verdict
      case .partial, .incorrect, .unanswered, .invalid, .overBudget: break
      }
      if verdict.earned > best.earned || best.mark == .incorrect { best = verdict }
    }
    return best
  }

  /// The last attempt that counts: in practice the first right one had its explanation behind it.
  private func last(
    of attempts: [AnswerRecord.Attempt],
    _ worked: (AnswerRecord.Attempt) -> Marker.Result?
  ) -> [AnswerRecord.Attempt] {
    let right =
      played == [.practice] ? attempts.first { worked($0)?.verdict.mark == .correct } : nil
    return right.map { [$0] } ?? Array(attempts.suffix(1))
  }

  /// What a question brings and could bring, as far as its learner may know; nil where it doesn't
  /// count.
  package func worth(_ question: Question) -> Score.Worth? {
    guard case .counted(let points, _) = question.credit else { return nil }
    if !isConcealed(question), let verdict = verdict(question) { return .marked(verdict) }
    let isCounted = answers.isCounted(question.id.value)
    return isCounted ? .kept(of: points.hundredths) : .open(of: points.hundredths)
  }

  /// The same, worked out once for each state of the question's answers.
  mutating func rememberedWorth(_ question: Question) -> Score.Worth? {
    let id = question.id.value
    let changes = answers.changes(id)
    if let known = worths[id], known.changes == changes { return known.worth }
    let worth = worth(question)
    worths[id] = (changes, worth)
    return worth
  }

  /// Whether its learner may not know yet what an answer is worth.
  func isConcealed(_ question: Question) -> Bool {
    question.isGraded && question.kind.answerable.outcome == .verdict
      && !answers.isHandedIn(question.id.value)
  }

  /// Whether nothing tells what an answer is worth where it was played, before it is handed in.
  func isWithheld(_ question: Question) -> Bool {
    guard case .counted = question.credit, !played.contains(.practice) else { return false }
    return question.kind.answerable.outcome == .verdict && !answers.isHandedIn(question.id.value)
  }

  /// The points so far.
  package var score: Score { Score(questions.compactMap { worth($0) }) }

  /// Ids of the questions whose answers are the learner's own words: no copy for others has them.
  package var privateQuestions: [String] {
    questions.filter { $0.kind.answerable.outcome == .kept }.map(\.id.value)
  }
}
