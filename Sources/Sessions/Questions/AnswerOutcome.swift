/// What comes of an answer.
enum AnswerOutcome: Sendable, Hashable {
  /// It is marked as right or wrong.
  case verdict
  /// It is a guess, credited for being made, once, before the cell below answers it.
  case guess
  /// It is kept for a person to read.
  case kept
}
