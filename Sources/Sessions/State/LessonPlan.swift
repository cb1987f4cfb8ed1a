import Lessons

/// What sessions of a lesson read of it again and again, cut and read once.
package struct LessonPlan: Sendable {
  package let lesson: Lesson
  /// What each step reveals bit by bit.
  let units: [[Unit]]
  let cells: LessonCells
  let taskPlaces: TaskPlaces
  let stepDefinitions: StepDefinitions
  let questionsByID: [String: Question]
  let locks: Locks
  /// What reading an answer needs, of the questions that are the same for everybody; made where many sessions come.
  private(set) var prepared: [String: Frozen] = [:]

  package init(_ lesson: Lesson) {
    self.lesson = lesson
    let cells = LessonCells(lesson)
    self.cells = cells
    units = lesson.steps.map { Unit.units(of: $0, cells) }
    taskPlaces = TaskPlaces(lesson, units, cells)
    stepDefinitions = StepDefinitions(lesson, cells)
    locks = Locks(lesson)
    questionsByID = Dictionary(lesson.questions.map { ($0.id.value, $0) }) { first, _ in first }
  }
  /// The same for many sessions: what is the same for everybody is made now, once.
  package var forMany: LessonPlan {
    var plan = self
    for question in lesson.questions where question.vary.isEmpty {
      let frozen = Frozen(question, lesson: lesson.header.id.value, learner: Learner())
      plan.prepared[question.id.value] = question.kind.answerable.prepared(frozen)
    }
    return plan
  }
}
