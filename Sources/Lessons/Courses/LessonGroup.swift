/// Lessons of a course that stand under one title.
package struct LessonGroup: Sendable, Hashable {
  package let title: String
  /// Their ids, in order.
  let lessons: [Located<String>]

  /// The ids of its lessons, in order.
  package var ids: [String] { lessons.map(\.value) }
}
