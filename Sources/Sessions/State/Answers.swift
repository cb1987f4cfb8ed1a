import Lessons

/// What a learner has done with the questions that were shown; of no other there is a record.
struct Answers: Sendable {
  private var records: [String: AnswerRecord] = [:]

  subscript(id: String) -> AnswerRecord? { records[id] }

  /// Whether a question was shown; a later step's can't be answered before.
  func isShown(_ id: String) -> Bool { records[id] != nil }

  /// Whether a question was shown and still waits for a first answer.
  func isWaiting(_ id: String) -> Bool { records[id]?.isWaiting == true }

  /// Whether no attempt can score any more.
  func isClosed(_ id: String) -> Bool { records[id].map { $0.state != .open } ?? false }

  func isHandedIn(_ id: String) -> Bool { records[id]?.state == .handedIn }

  func isAnswered(_ id: String) -> Bool { records[id]?.attempts.isEmpty == false }

  /// Whether there is an answer that may score; one that came late may not.
  func isCounted(_ id: String) -> Bool { records[id]?.isCounted == true }

  func attempts(_ id: String) -> [AnswerRecord.Attempt] { records[id]?.attempts ?? [] }

  /// How many answers were given while the question was open.
  func tries(_ id: String) -> Int { records[id]?.tries ?? 0 }

  /// How often what is known of a question has changed; 0 before it is shown.
  func changes(_ id: String) -> Int { records[id]?.changes ?? 0 }

  /// How many hints were given.
  func hints(_ id: String) -> Int { records[id]?.hints ?? 0 }

  /// How many hints were given while the question was open.
  func countedHints(_ id: String) -> Int { records[id]?.countedHints ?? 0 }

  // MARK: - Changes

  /// A question is shown; what was done with it before stays.
  mutating func show(_ id: String) { change(id) { _ in } }

  /// From here on no attempt scores.
  mutating func close(_ id: String) {
    change(id) { if $0.state == .open { $0.state = .closed } }
  }

  /// The session is handed in with what is answered; what is not answered, or came late, stays as it is.
  mutating func handIn(_ id: String) {
    if isCounted(id) { change(id) { $0.state = .handedIn } }
  }

  /// A line at the prompt was no answer.
  mutating func refuse(_ id: String) { change(id) { $0.refusals += 1 } }

  mutating func giveHint(_ id: String) {
    change(id) { record in
      record.hints += 1
      if record.state == .open { record.countedHints += 1 }
    }
  }

  /// Keeps an answer; the question closes behind the last one that it takes.
  mutating func take(
    _ answer: Answer,
    to question: Question,
    on notebook: TaskNotebook
  ) -> AnswerRecord.Attempt {
    let id = question.id.value
    let counts = !isClosed(id) && (!isAnswered(id) || question.countsLaterAttempts)
    let attempt = AnswerRecord.Attempt(
      answer: answer,
      counts: counts,
      isLate: isClosed(id),
      notebook: notebook
    )
    change(id) { record in
      record.add(attempt)
      if let most = question.attempts, record.attempts.count >= most, record.state == .open {
        record.state = .closed
      }
    }
    return attempt
  }

  /// Has the last attempt be about another notebook than the one on which it was made.
  mutating func moveLast(_ id: String, to notebook: TaskNotebook) -> AnswerRecord.Attempt? {
    change(id) { $0.setLast(notebook: notebook) }
    return records[id]?.attempts.last
  }

  private mutating func change(_ id: String, _ body: (inout AnswerRecord) -> Void) {
    body(&records[id, default: AnswerRecord()])
    records[id]?.changes += 1
  }
}
