import Lessons
import Notebooks

/// What the lesson defines, step by step: read once, so that no step reads those before it again.
struct StepDefinitions: Sendable {
  private var statements: [Statement] = []
  /// For each step where its definitions begin; the opening's stand before the first.
  private var starts: [Int] = []
  /// For each name where it is defined, in order.
  private var places: [String: [Int]] = [:]

  /// Of no lesson.
  init() {}

  init(_ lesson: Lesson, _ cells: LessonCells) {
    add(lesson.opening, cells)
    for step in lesson.steps {
      starts.append(statements.count)
      add(step.blocks, cells)
    }
  }

  private mutating func add(_ blocks: [Block], _ cells: LessonCells) {
    for statement in blocks.flatMap({ Session.definitions($0, cells) }) {
      guard let name = statement.definedName else { continue }
      places[name, default: []].append(statements.count)
      statements.append(statement)
    }
  }

  /// What may not be as the lesson has it before a step, where the learner comes from another: the
  /// last definition of each name, in the lesson's order.
  ///
  /// Cost: as of sorting what the steps between define.
  func due(before step: Int, comingFrom last: Int?) -> [Statement] {
    let end = starts[step]
    let passed: Range<Int>
    switch last {
    case let last? where last >= step:
      passed = end..<(last + 1 < starts.count ? starts[last + 1] : statements.count)
    case let last? where last > 0: passed = starts[last]..<end
    case _: passed = 0..<end
    }
    let names = Set(statements[passed].compactMap(\.definedName))
    return names.compactMap { name in places[name]?.last { $0 < end } }.sorted()
      .map { statements[$0] }
  }
}
