/// A state of the notebook to reach.
package struct TaskQuestion: Sendable, Hashable {
  /// The learner's names that the conditions may use.
  package let uses: [Located<String>]
  /// Names that are set back to the lesson's before marking.
  package let given: [Located<String>]
  /// What marks it.
  package let key: Keyed<TaskKey>
}

/// The key of a task.
///
/// Conditions are expressions; the others are statements of the cell language.
package struct TaskKey: Sendable, Hashable {
  /// Conditions that must all hold.
  package let require: [Located<String>]
  /// Statements that reach the state.
  package let accept: [Located<String>]
  /// Statements that don't.
  package let reject: [Located<String>]
  /// What it means that a condition fails, in the author's words.
  package let failing: [Misconception]
}

extension TaskQuestion: QuestionForm {
  static var keys: [QuestionKey] {
    [
      .secret("require"), "uses", "given", .secret("accept"), .secret("reject"),
      .secret("failing"), "vary",
    ]
  }

  static var givesValues: Bool { false }

  static func read(_ reader: inout QuestionReader) -> Question.Kind? {
    let uses = reader.names("uses", required: true)
    let given = reader.names("given", required: false)
    guard reader.isKeyed else {
      return .task(TaskQuestion(uses: uses, given: given, key: .withheld))
    }
    let key = TaskKey(
      require: reader.keys.strings("require"),
      accept: reader.keys.strings("accept"),
      reject: reader.keys.strings("reject", required: false),
      failing: reader.failing()
    )
    reader.check(key.failing, areIn: key.require)
    if key.reject.isEmpty { reader.keys.report(.nothingRejected("task")) }
    reader.checkContradictions(right: key.accept, wrong: key.reject)
    return .task(TaskQuestion(uses: uses, given: given, key: .key(key)))
  }

  var shownNames: ShownNames { .own(beside: given.map(\.value)) }

  /// Its conditions say what to reach, as `ask` does; a cell may well show them.
  var secretTexts: [(key: String, texts: [Located<String>])] {
    key.kept.map { [("accept", $0.accept)] } ?? []
  }
}
