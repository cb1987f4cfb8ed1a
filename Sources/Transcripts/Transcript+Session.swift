import Lessons
import Sessions

extension Transcript {
  /// A session that has seen nothing yet: of the lesson, or where it is nil a notebook.
  package func session(_ lesson: Lesson?) -> Session {
    guard let lesson else {
      let subject = Session.Subject.notebook(header.subject.name)
      return Session(subject, learner: Learner(name: header.learner), settings: header.settings)
    }
    var session = Session(
      .lesson(lesson),
      learner: Learner(name: header.learner),
      settings: header.settings,
      played: modes(on: lesson)
    )
    if !isOnText(of: lesson) { session.awaited = guessesInTime(session) }
    return session
  }

  /// Whether the inputs were typed at this text of the lesson, as far as the header says.
  func isOnText(of lesson: Lesson) -> Bool {
    let digest = header.lesson?.digest
    return digest == nil || digest == lesson.digest
  }

  /// The modes in which the inputs may have been typed: what their learner had been shown.
  ///
  /// Older files don't say it. Then a graded lesson takes the stricter reading of either; a lesson
  /// for practice takes them for practice, as all of them were for which there was no other.
  package func modes(on lesson: Lesson) -> Set<Mode> {
    if isOnText(of: lesson) { return [lesson.header.mode] }
    if let mode = header.mode { return [mode] }
    return lesson.header.mode == .graded ? [.practice, .graded] : [.practice]
  }

  /// Guesses that were made before the learner went on from their question.
  private func guessesInTime(_ session: Session) -> Set<String> {
    var asked: Set<String> = []
    var late: Set<String> = []
    var inTime: Set<String> = []
    for exchange in exchanges {
      if case .answer(let id) = exchange.prompt {
        asked.insert(id)
        let text = exchange.input.lines.joined(separator: "\n")
        if !late.contains(id), session.reads(text, asAnswerTo: id) { inTime.insert(id) }
      }
      if session.command(in: exchange.input.lines[0]) == "next" {
        late.formUnion(asked.subtracting(inTime))
      }
    }
    return inTime
  }
}

extension RecordedInput.Cancellation? {
  /// How many statements of the block were run; nil for all.
  package var limit: Int? {
    if case .statements(let count) = self { count } else { nil }
  }
}
