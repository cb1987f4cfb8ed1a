/// What a kind of question knows of itself: one type for each kind, in a file of its own.
protocol QuestionForm: Sendable, Hashable {
  /// Its keys besides the common ones, in the order in which messages list them.
  static var keys: [QuestionKey] { get }
  /// Whether the program marks the answer as right or wrong; then it needs hints and `explain`.
  static var isMarked: Bool { get }
  /// Whether `given` are values; else the kind reads them itself.
  static var givesValues: Bool { get }
  /// Reads its own keys; `nil` if something is wrong that the reader has reported.
  static func read(_ reader: inout QuestionReader) -> Question.Kind?

  /// What there is to choose from.
  var choices: [Choice] { get }
  /// Known wrong answers, where the copy has them.
  var misconceptions: [Misconception] { get }
  /// The names that its texts may show.
  var shownNames: ShownNames { get }
  /// Whether a cell must follow in the step, which answers it.
  var needsCell: Bool { get }
  /// Texts of the key that no learners' copy may hold, by the keys that they stand in.
  var secretTexts: [(key: String, texts: [Located<String>])] { get }
}

// What most kinds have.
extension QuestionForm {
  static var isMarked: Bool { true }
  static var givesValues: Bool { true }
  var choices: [Choice] { [] }
  var misconceptions: [Misconception] { [] }
  var shownNames: ShownNames { .own(beside: []) }
  var needsCell: Bool { false }
  var secretTexts: [(key: String, texts: [Located<String>])] { [] }
}

/// The names that the texts of a question may show.
enum ShownNames {
  /// Its parameters and some others: its values never come from the notebook.
  case own(beside: [String])
  /// Any name of the notebook.
  case notebook
}
