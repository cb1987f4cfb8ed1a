/// What one can go on trying after a wrong answer.
enum Trying: Sendable, Hashable {
  /// A line that begins with `?`.
  case freeLine
  case changingTheNotebook
}
