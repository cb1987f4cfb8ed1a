import DeepNetworks
import Lessons
import Notebooks

/// What a kind of question does at its prompt: how it is asked, read, marked and audited.
///
/// Each kind has a file of its own in this folder; `Question.Kind.answerable` alone tells them apart.
protocol Answerable: Sendable {
  /// What comes of an answer.
  var outcome: AnswerOutcome { get }
  /// What an answer looks like, for the brackets under the question.
  var terms: String { get }
  /// What one can go on trying after a wrong answer.
  var trying: Trying? { get }
  /// Whether `done` hands it in.
  var isHandedIn: Bool { get }

  /// Reads a line at its prompt; nothing here knows a key.
  func read(_ text: String, _ frozen: Frozen) -> AnswerLine
  /// Why what the learner has defined is no answer to it, without any key; nil where it is one.
  func refusal(_ notebook: TaskNotebook) -> AnswerRefusal?
  /// The question's parameters with what reading any answer needs, made once.
  func prepared(_ frozen: Frozen) -> Frozen
  /// Whether a line at the notebook's prompt looks like an answer to it.
  func isMeant(by line: String, in notebook: Notebook) -> Bool
  /// The names of the notebook that it is about.
  var usedNames: [String] { get }
  /// What is drawn into the figure that answers it.
  func guess(_ answer: Answer) -> Guessed?

  /// Texts of its key of which the numbers are needed for every answer.
  var keyTexts: [String] { get }
  /// The learner's definitions that decide over a mark, beside the answer.
  func own(_ notebook: TaskNotebook) -> [String]
  /// The right answer as somebody would type it; nil where the copy of the lesson has no key.
  func rightAnswer(_ frozen: Frozen) -> String?
  /// Marks an answer; nil where the copy of the lesson has no key.
  func result(of answer: Answer, _ marker: Marker, _ notebook: TaskNotebook) -> Marker.Result?
  /// Whether its own key cannot be worked out with these parameters, whatever the answer.
  func isFaulty(_ frozen: Frozen) -> Bool

  /// The numbers that somebody is told who has answered it, and where they are asked for; nil where
  /// none are.
  func told(_ notebook: TaskNotebook) -> (numbers: [Extended], position: Position)?

  /// What is wrong with it where it is asked.
  func problems(_ audit: QuestionAudit) -> [QuestionAudit.Found]
  /// What is wrong with it once the cell that answers it has run.
  func problemsOnceShown(_ audit: QuestionAudit) -> [QuestionAudit.Found]
}

// What most kinds have.
extension Answerable {
  var outcome: AnswerOutcome { .verdict }
  var trying: Trying? { nil }
  var isHandedIn: Bool { false }
  func refusal(_ notebook: TaskNotebook) -> AnswerRefusal? { nil }
  func prepared(_ frozen: Frozen) -> Frozen { frozen }
  func isMeant(by line: String, in notebook: Notebook) -> Bool { false }
  var usedNames: [String] { [] }
  func rightAnswer(_ frozen: Frozen) -> String? { nil }
  func guess(_ answer: Answer) -> Guessed? { nil }
  var keyTexts: [String] { [] }
  func own(_ notebook: TaskNotebook) -> [String] { [] }
  func isFaulty(_ frozen: Frozen) -> Bool { false }
  func told(_ notebook: TaskNotebook) -> (numbers: [Extended], position: Position)? { nil }
  func problems(_ audit: QuestionAudit) -> [QuestionAudit.Found] { [] }
  func problemsOnceShown(_ audit: QuestionAudit) -> [QuestionAudit.Found] { [] }
}
