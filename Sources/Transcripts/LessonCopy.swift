/// Which text of a lesson a session was played on, as its header says.
package enum LessonCopy: String, Sendable, Hashable {
  /// With the keys, so that answers were marked at once.
  case full
  /// The learners' copy.
  case released
}
