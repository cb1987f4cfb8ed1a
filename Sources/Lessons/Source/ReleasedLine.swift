/// A line of the learners' copy and the line of the lesson that it comes from.
struct ReleasedLine: Sendable, Hashable {
  let text: String
  let sourceLine: Int
}
