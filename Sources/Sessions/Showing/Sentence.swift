import Lessons

/// A sentence of the session, one line; the words are in `Sentence+Wording.swift`.
enum Sentence: Sendable {
  case cancelled
  case command(CommandRefusal)
  /// A line that would be a command with a colon before it.
  case colonMissing(String)
  case setting(Settings.Refusal)
  /// A command that means nothing in a notebook of one's own.
  case needsLesson(String)
  /// What is defined in a notebook of one's own.
  case notebookHolds(String, names: [String])
  case isSet(String, String)
  /// What a setting is, and what it may be.
  case isNow(Settings.Name, String)

  // Going through the lesson
  case atTheEnd
  case atTheBeginning
  case takeAlong
  /// What holds in a step that one comes back to.
  case standsHere([String], hasShown: Bool, step: Int)
  case noSuchStep(String, meant: String?, count: Int)
  case questionNotStep(String)

  // Definitions
  case displaced([String])
  case broughtBack([String])
  case nothingReplaced
  case notBroughtBack([String])
  /// A name of the learner hides a built-in, as the notebook remarks.
  case shadows(remark: String)
  /// A new name that differs from a parameter of the step in capitals alone.
  case anotherName(String, than: String)
  case undone(String, now: String?)
  case nothingToUndo
  case wasReset
  case nothingToReset
  case waits(String, for: String)
  /// A line of the lesson that fails reads these definitions of the learner.
  case lessonReads([String])
  case nothingDefined
  case notDefined(String, meant: String?)
  case noted
  case nothingToVoteOn
  /// No vote: the text, and how many choices there are.
  case noVote(String, choices: Int)

  // Figures and values
  case noSuchFigure(String?, [String], in: Stretch)
  case nothingToShow(String?, [String], in: Stretch)
  case nothingToRun(in: Stretch)
  case noPlace(String, kind: String)
  case unreadablePlace(String)

  // Questions
  case alreadyAnswered(isWrong: Bool)
  case alreadyClosed
  case leftOpen(Question)
  case guessMissed(String)
  case doneElsewhere(String)
  case doneTooEarly(isFirst: Bool)
  case answerElsewhere(String)
  case emptyTrial
  /// A line that would be an answer without the colon before it.
  case answerHasNoColon(String)
  /// A number at a task's prompt.
  case taskWants
  case notAnAnswer(AnswerRefusal, line: String)
  /// A definition at an answer's prompt whose right side would be an answer.
  case definitionIsNoAnswer(String, String)
  case noSuchQuestion(String, [String])
  case noQuestion
  case whichQuestion([String])
  case notYet(String, step: String?)
  case scoresNothing
  case noHint
  case noMoreHints(Skipping)
  /// Nothing is given up before a graded session is handed in.
  case staysOpen(explains: Bool)
  /// The session is handed in: so many of its questions are answered, and these are not.
  case handedIn(answered: Int, open: [String], closed: [String], isGraded: Bool)
  /// A question is given up, or closed behind an answer, without words of the lesson for it.
  case closed(isAnswered: Bool, answer: String?, isReleased: Bool)

  /// What `:skip` does to a question.
  enum Skipping: Sendable {
    /// It gives the question up and explains it.
    case explains
    /// It gives the question up; this copy has no explanation.
    case passesOn
    /// Nothing, before the question's answer is handed in; then it explains, where the copy can.
    case waits(explains: Bool)
  }

  /// Where figures and values stand that can be shown again.
  enum Stretch: String, Sendable { case step, notebook }
}
