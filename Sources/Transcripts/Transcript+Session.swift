import Lessons
import Sessions

extension Transcript {
  /// A session that has seen nothing yet.
  package func session(_ lesson: Lesson) -> Session {
    Session(lesson, learner: Learner(name: header.learner), settings: header.settings)
  }
}
