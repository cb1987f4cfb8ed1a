import Lessons
import Sessions

extension Transcript {
  /// A session that has seen nothing yet: of the lesson, or where it is nil a notebook.
  package func session(_ lesson: Lesson?) -> Session {
    let subject = lesson.map { Session.Subject.lesson($0) } ?? .notebook(header.subject.name)
    return Session(subject, learner: Learner(name: header.learner), settings: header.settings)
  }
}

extension RecordedInput.Cancellation? {
  /// How many statements of the block were run; nil for all.
  package var limit: Int? {
    if case .statements(let count) = self { count } else { nil }
  }
}
