import Lessons
import Sessions

extension Transcript {
  /// A session that has seen nothing yet: of the lesson, or where it is nil a notebook.
  package func session(_ lesson: Lesson?) -> Session {
    guard let lesson else {
      let subject = Session.Subject.notebook(header.subject.name)
      return Session(subject, learner: Learner(name: header.learner), settings: header.settings)
    }
    return session(LessonPlan(lesson))
  }

  /// The same of a lesson that was read before.
  ///
  /// Variants are drawn with the seed of the header's class, which is a claim, unless another one is given.
  package func session(_ plan: LessonPlan, classSeed: String? = nil) -> Session {
    let lesson = plan.lesson
    var session = Session(
      plan,
      learner: Learner(name: header.learner, classSeed: classSeed ?? header.classSeed ?? ""),
      settings: header.settings,
      played: modes(on: lesson)
    )
    session.isTalk = header.isTalk
    session.awaited = Set(header.awaited)
    if !isOnText(of: lesson) { session.awaited.formUnion(guessesInTime(session)) }
    return session
  }

  /// Whether the inputs were typed at this text of the lesson, as far as the header says.
  func isOnText(of lesson: Lesson) -> Bool {
    let digest = header.lesson?.digest
    return digest == nil || digest == lesson.digest
  }

  /// The modes in which the inputs may have been typed: what their learner had been shown.
  ///
  /// On another text of the lesson its header says that, and a header is a claim: one that says nothing of marks
  /// makes no graded lesson one for practice, so that an answer counts where it counts in either.
  package func modes(on lesson: Lesson) -> Set<Mode> {
    if isOnText(of: lesson) { return [lesson.header.mode] }
    if header.mode == .graded { return [.graded] }
    return lesson.header.mode == .graded ? [.practice, .graded] : [.practice]
  }

  /// Guesses that were made before the learner went on from their question.
  private func guessesInTime(_ session: Session) -> Set<String> {
    var session = session
    // Answers to other questions need not be read.
    var open = Set(session.guesses)
    open.forEach { session.prepare($0) }
    var asked: Set<String> = []
    var inTime: Set<String> = []
    for exchange in exchanges {
      if case .answer(let id) = exchange.prompt, open.contains(id) {
        let text = exchange.input.lines.joined(separator: "\n")
        if session.reads(text, asAnswerTo: id) {
          open.remove(id)
          asked.remove(id)
          inTime.insert(id)
        } else {
          asked.insert(id)
        }
      }
      // Going on from a question without a guess leaves it behind.
      if !asked.isEmpty, session.command(in: exchange.input.lines[0]) == "next" {
        open.subtract(asked)
        asked = []
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
