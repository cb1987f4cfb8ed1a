/// A line of the learners' copy and the line of the lesson that it comes from.
struct ReleasedLine: Sendable, Hashable {
  let text: String
  let sourceLine: Int
  var part = Part.text

  /// What a line belongs to that not every copy has.
  enum Part: Sendable, Hashable { case text, hint, classSeed, learner }
}
