/// The lessons of a folder as a course: their order and groups, and the talks that are made of them.
package struct Syllabus: Sendable, Hashable {
  /// What the file is called, beside the lessons.
  package static let fileName = "course.toml"

  /// The file as its reader named it.
  package let path: String
  package let title: String
  /// The lessons in order, at least one group.
  package let groups: [LessonGroup]
  package let talks: [Talk]
  let prerequisites: [Prerequisite]
  /// Where the groups begin.
  let position: Position

  /// The ids of the lessons, in order.
  package var ids: [String] { groups.flatMap(\.ids) }

  /// The lessons in the order of the course; behind them those that it doesn't name.
  package func ordered(_ lessons: [Lesson]) -> [Lesson] {
    let places = Dictionary(
      ids.enumerated().map { ($0.element, $0.offset) }
    ) { first, _ in first }
    return lessons.enumerated().sorted { left, right in
      let last = places.count
      return (places[left.element.header.id.value] ?? last, left.offset)
        < (places[right.element.header.id.value] ?? last, right.offset)
    }.map(\.element)
  }

  /// The talk of an id.
  package func talk(_ id: String) -> Talk? { talks.first { $0.header.id.value == id } }
}
