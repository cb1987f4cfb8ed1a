import Lessons
import Sessions

extension Transcript {
  /// A session that has seen nothing yet.
  package func session(_ lesson: Lesson) -> Session {
    Session(lesson, learner: Learner(name: header.learner), settings: header.settings)
  }
}

extension RecordedInput.Cancellation? {
  /// How many statements of the block were run; nil for all.
  package var limit: Int? {
    if case .statements(let count) = self { count } else { nil }
  }
}
