import Lessons

/// What sessions of a lesson read of it again and again, cut and read once.
package struct LessonPlan: Sendable {
  package let lesson: Lesson
  /// What each step reveals bit by bit.
  let units: [[Unit]]
  let taskPlaces: TaskPlaces
  let stepDefinitions: StepDefinitions
  let questionsByID: [String: Question]

  package init(_ lesson: Lesson) {
    self.lesson = lesson
    units = lesson.steps.map { Unit.units(of: $0) }
    taskPlaces = TaskPlaces(lesson, units)
    stepDefinitions = StepDefinitions(lesson)
    questionsByID = Dictionary(lesson.questions.map { ($0.id.value, $0) }) { first, _ in first }
  }
}
