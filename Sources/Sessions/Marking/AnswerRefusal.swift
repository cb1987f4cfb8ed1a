import Notebooks

/// Why a line is no answer.
enum AnswerRefusal: Sendable, Hashable {
  case notebookName(String, parameters: [String])
  case unreadable(Failure)
  /// Factors of a product with nothing between them, and the product.
  case factorsApart(product: String)
  case notANumber(String)
  case severalLines
  case noSuchChoice(String, letters: [String])
  /// Words that stand in several choices.
  case severalChoices(String, letters: [String])
  /// The letter of a choice among other words.
  case letterInWords(String)
  case oneChoice
  case count(expected: Int, got: Int)
  case handIn
  /// A definition that a task uses waits for a name that is not there.
  case waits(String, for: String)
  /// A definition that a task uses has no value.
  case noValue(String, Failure)
  /// A definition that a task uses is of another kind than what the lesson has there.
  case otherKind(String, String, lesson: String)
  case tooLong
}
