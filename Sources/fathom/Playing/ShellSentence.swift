/// A sentence that the shell says beside the session; the words are in `ShellSentence+Wording.swift`.
enum ShellSentence {
  case knobNeedsKeys(instead: String)
  case nothingToEditInPipe
  case nothingToEdit(String, known: [String])
  case notKept
  case isThere(String)
  case savedTranscript(String)
  case savedNotebook(String)
  /// Home's notebook is open already.
  case homeInUse
  /// A lesson's name where statements are typed.
  case lessonFromHere(String)
  /// What comes behind the end of a lesson.
  case lessonBehind(String, title: String)
  /// The lesson's own name.
  case isPlayedHere(String)
  case homeFromHere
  /// The lessons by their names, to somebody who looks for them.
  case lessonsAre([String])
  /// What is no name of the notebook's is no lesson's either.
  case noLessonEither(String, meant: String?)
  case handedIn(String, bytes: Int)
  /// The file that was named is the one in which the session is kept.
  case handedInWhereItIs(String, bytes: Int)
  case nothingToHandIn
  /// A folder, a pipe, a device, or a link to nothing.
  case isNoFile(String)
  /// Another session is kept in the file now.
  case isPlayed(String)
  /// The session's own file, in which not all could be saved.
  case lacksInputs(String)
  case savedFigure(String)
  /// The letters of the choices that were said in words.
  case takenAs(String)
  /// A name of a kind of picture that is not written.
  case noPicture(String)
  case savingCancelled(String)
  case noFigure
  case clearsScreen
  case goesOnHere(String)
  case asksToForget(String)
  case nothingForgotten
  /// A notebook that begins has nearly the name of another one.
  case beginsBeside(String, near: String)
  /// The terminal can show more than ASCII.
  case finerFigures
  case notSaved
  case notSavedAt(String, reason: String)
  case setAside(String)
  /// What was watched is somebody's own from there on.
  case takenOver(String, of: String)
  case carriedOver(to: String, old: String)
  case hiddenLesson(String, String, by: String)
  /// Short enough for the bottom row of a stage.
  case talkOfOlderText
  case newerText(isTalk: Bool)
  case newerVersion(String, of: String, isTalk: Bool)
}
