import Lessons
import Notebooks

/// The lesson's own definitions where each task stands: what a task is marked on, whatever step the
/// learner is in.
struct TaskPlaces: Sendable {
  private var notebooks: [String: Notebook] = [:]
  /// The same behind what answers each guess.
  private var behind: [String: Notebook] = [:]

  /// Of no lesson.
  init() {}

  init(_ lesson: Lesson, _ units: [[Unit]], _ cells: LessonCells) {
    var notebook = Notebook()
    func run(_ blocks: [Block]) {
      for statement in blocks.flatMap({ Session.definitions($0, cells) }) {
        // The linter has run every cell, so the lesson alone closes no circle.
        do { try notebook.define(statement) } catch { continue }
      }
    }
    run(lesson.opening)
    var guessed: String?
    for unit in units.joined() {
      switch unit.content {
      case .blocks(let blocks):
        run(blocks)
        if let guessed { behind[guessed] = notebook }
        guessed = nil
      case .question(let question, let introduction):
        run(introduction)
        if question.kind.answerable.isHandedIn { notebooks[question.id.value] = notebook }
        if question.kind.answerable.outcome == .guess { guessed = question.id.value }
      }
    }
  }

  /// The lesson's definitions behind what answers a guess, for one that comes later; nil for a
  /// question that nothing answers.
  func behind(_ question: Question) -> TaskNotebook? {
    behind[question.id.value].map { TaskNotebook(lesson: $0, whole: $0) }
  }

  /// The notebooks with which to mark an answer: for a task the lesson's at its own place.
  func notebook(for question: Question, _ now: LayeredNotebook) -> TaskNotebook {
    let lesson = notebooks[question.id.value] ?? now.lesson
    return TaskNotebook(lesson: lesson, whole: now.whole)
  }
}
