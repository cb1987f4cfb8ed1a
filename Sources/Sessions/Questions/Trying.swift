/// What one can go on trying after a wrong answer.
enum Trying: Sendable, Hashable {
  case freeLine
  case changingTheNotebook
}
