import Lessons
import Notebooks

/// A sentence of the session; the words are in `Sentence+Wording.swift`.
enum Sentence: Sendable {
  case cancelled
  case command(Command.Refusal)
  case colonMissing(String)
  case setting(Settings.Refusal)
  case isSet(String, String)

  // Going through the lesson
  case atTheEnd
  case atTheBeginning
  case lessonDone
  case stillOpen([String])
  case takeaway(Prose)
  case noSuchStep(String, meant: String?, count: Int)
  case steps

  // Definitions
  case displaced([String])
  case broughtBack([String])
  case nothingReplaced
  case notBroughtBack([String])
  case shadows(String)
  case undone(String, now: String?)
  case nothingToUndo
  case wasReset
  case nothingToReset
  case noSuchFigure(String?, [String])
  case nothingToShow(String?, [String])
  case noted

  // Questions
  case alreadyAnswered
  case alreadyClosed
  case leftOpen(Question)
  case guessMissed(String)
  case doneElsewhere(String)
  case emptyTrial
  case notAnAnswer(AnswerRefusal, line: String)
  case noSuchQuestion(String, [String])
  case noQuestion
  case whichQuestion([String])
  case notYet(String, step: String)
  case scoresNothing
  case hint(Int, of: Int, Question)
  case noHint
  case noMoreHints

  // Help
  case help
  case helpOn(Command.Entry)
  case helpTopic(String)
}
