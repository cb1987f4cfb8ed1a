/// What the first fence says of a lesson.
package struct Header: Sendable, Hashable {
  /// The lesson's name in other lessons and transcripts.
  package let id: Located<String>
  /// As in the `#` heading.
  package let title: Located<String>
  /// Three numbers with points, as in `1.0.0`.
  package let version: Located<String>
  /// One sentence on what it is about.
  package let summary: Prose
  /// What the learner can do afterwards, at least one.
  package let objectives: [Prose]
  /// What to remember, at least one.
  package let takeaways: [Prose]
  /// Ids of the lessons to have done before.
  package let requires: [Located<String>]
  /// How long it takes, about.
  package let minutes: Int
  /// Which lecture and beats the lesson mirrors, in the author's words; may be absent.
  package let lecture: String?
  /// The language of its prose; `en` unless written.
  package let lang: String
  /// What its answers are for; practice unless written.
  package let mode: Mode
  /// What makes the variants of one class others than those of the next; empty unless written.
  ///
  /// A copy has it from `release`; it is no part of the digest.
  package let classSeed: String
  /// Whose copy it is, as a roster names them; nil for a copy that anybody may play.
  ///
  /// A copy has it from `release`; it is no part of the digest.
  package let learner: String?
  /// The format that it is written in.
  let format: Int
  /// Whether it heads a learners' copy.
  package let isReleased: Bool
  /// Where its fence begins.
  package let position: Position
}
