import DeepNetworks
import Lessons
import Notebooks

/// What a transition asks to have shown; evaluating it is another matter.
///
/// Behind references: some of them are large, and they are handed from list to list.
indirect enum Request: Sendable {
  case heading(step: Int)
  case prose(Prose)
  case parameters([Lessons.Parameter])
  case cell(String)
  /// Lines to be entered one after another, each shown before the next one is entered.
  case enter(String)
  /// A statement to be evaluated and shown.
  case evaluate(Evaluation)
  /// A cell's statement that must fail.
  case expectFailure(Evaluation)
  case failure(Failure)
  /// What follows from a change, without the statements that were shown since.
  case refresh(Change, shown: [String])
  case question(Question)
  /// An attempt at a question, marked on the notebooks of this moment.
  case mark(Question, AnswerRecord.Attempt)
  case explain(Question)
  /// What a command shows; nothing runs before somebody looks.
  case show(@Sendable (inout Session) -> [Shown])
  case say(Sentence)
  case leave
}

/// A statement and the notebook on which it is evaluated.
struct Evaluation: Sendable {
  var statement: Statement
  /// As it was when the statement was entered; nil where nothing else is entered before it is shown.
  var notebook: Notebook?
  var guess: Guessed?
  /// Whether it stands in a cell.
  var isOfLesson = false
  /// Whether it is a line that was typed just now.
  var isTyped: Bool { notebook == nil }

  /// A statement on the notebook as it is when it is shown.
  init(_ statement: Statement) { self.statement = statement }

  /// A statement on the notebook of now, whatever is entered before it is shown.
  init(
    _ statement: Statement,
    on notebooks: LayeredNotebook,
    guess: Guessed? = nil,
    isOfLesson: Bool = false
  ) {
    self.statement = statement
    // What the lesson shows it shows, whatever is locked for the learner.
    notebook = isOfLesson ? notebooks.whole.locking([:]) : notebooks.whole
    self.guess = guess
    self.isOfLesson = isOfLesson
  }
}
