import Notebooks

/// Why a line is no answer.
enum AnswerRefusal: Sendable, Hashable {
  case notebookName(String, parameters: [String])
  case unreadable(Failure)
  case notANumber(String)
  case severalLines
  case noSuchChoice(String, letters: [String])
  case oneChoice
  case count(expected: Int, got: Int)
  case handIn
  case tooLong
}
