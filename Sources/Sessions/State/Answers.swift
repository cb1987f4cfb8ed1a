/// What a learner has done with the questions that were shown; of no other there is a record.
struct Answers: Sendable {
  private var records: [String: AnswerRecord] = [:]

  subscript(id: String) -> AnswerRecord? { records[id] }

  /// Whether a question was shown; a later step's can't be answered before.
  func isShown(_ id: String) -> Bool { records[id] != nil }

  /// Whether a question was shown and still waits for a first answer.
  func isWaiting(_ id: String) -> Bool { records[id]?.isWaiting == true }

  func isClosed(_ id: String) -> Bool { records[id]?.state == .closed }

  func isAnswered(_ id: String) -> Bool { records[id]?.attempts.isEmpty == false }

  func attempts(_ id: String) -> [AnswerRecord.Attempt] { records[id]?.attempts ?? [] }

  func hints(_ id: String) -> Int { records[id]?.hints ?? 0 }

  // MARK: - Changes

  /// A question is shown; what was done with it before stays.
  mutating func show(_ id: String) { change(id) { _ in } }

  /// From here on no attempt scores.
  mutating func close(_ id: String) { change(id) { $0.state = .closed } }

  /// A line at the prompt was no answer.
  mutating func refuse(_ id: String) { change(id) { $0.refusals += 1 } }

  mutating func giveHint(_ id: String) { change(id) { $0.hints += 1 } }

  /// Keeps an answer; `laterCount` says whether an attempt after the first one can still score.
  mutating func take(
    _ answer: Answer,
    to id: String,
    laterCount: Bool,
    on notebook: TaskNotebook
  ) -> AnswerRecord.Attempt {
    let counts = !isClosed(id) && (!isAnswered(id) || laterCount)
    let attempt = AnswerRecord.Attempt(answer: answer, counts: counts, notebook: notebook)
    change(id) { $0.attempts.append(attempt) }
    return attempt
  }

  /// Has the last attempt be about another notebook than the one on which it was made.
  mutating func moveLast(_ id: String, to notebook: TaskNotebook) -> AnswerRecord.Attempt? {
    change(id) { record in
      guard let last = record.attempts.indices.last else { return }
      record.attempts[last].notebook = notebook
    }
    return records[id]?.attempts.last
  }

  private mutating func change(_ id: String, _ body: (inout AnswerRecord) -> Void) {
    body(&records[id, default: AnswerRecord()])
  }
}
