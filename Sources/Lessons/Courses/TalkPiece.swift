/// A step of a lesson, as a talk shows it.
package struct TalkPiece: Sendable, Hashable {
  /// The lesson's id.
  let lesson: Located<String>
  /// The step's id.
  let step: Located<String>
  /// The question before which the talk leaves the step; nil where it shows it to its end.
  let before: Located<String>?
  /// Questions that are left out.
  let without: [Located<String>]

  /// The id that the step has in the talk: two lessons may have a step of the same name.
  var id: String { "\(lesson.value)-\(step.value)" }
}
