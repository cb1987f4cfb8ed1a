/// Where a line of a talk is from.
struct TalkOrigin: Sendable, Hashable {
  let path: String
  let line: Int
  /// Where the course names the step; nil for the talk's own header.
  let piece: Position?
}
