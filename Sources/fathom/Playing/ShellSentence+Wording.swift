import TerminalText

extension ShellSentence {
  var words: String {
    switch self {
    case .knobNeedsKeys(let statement):
      "A knob needs a terminal and its arrow keys; type \(statement) instead."
    case .nothingToEditInPipe: "Nothing can be edited in a pipe; type the definition again."
    case .nothingToEdit(let name, let known):
      "There is no \"\(neutralised(name))\" to edit. There are: \(known.joined(separator: ", "))."
    case .notKept: "This session is not kept, so there is nothing to save."
    case .isThere(let path): "\(neutralised(path)) is there already; another name, please."
    case .savedTranscript(let path):
      "Saved as \(neutralised(path)), without your name and your answers in words."
    case .savedNotebook(let path):
      "Saved as \(neutralised(path)), without your name: fathom notebook "
        + "\(neutralised(Self.openable(path))) opens it."
    case .homeInUse:
      "Home is open somewhere else: what you type here is not kept. fathom notebook NAME keeps it."
    case .lessonFromHere(let id):
      "\(neutralised(id)) is a lesson: :open \(neutralised(id)) plays it."
    case .lessonBehind(let id, let title):
      "What comes next: \(neutralised(title)). To begin it: :open \(neutralised(id))"
    case .isPlayedHere(let id):
      "\(neutralised(id)) is the lesson that you are in; :steps lists its steps."
    case .homeFromHere: "Home is outside: :quit leaves, then fathom opens it."
    case .lessonsAre(let ids):
      "The lessons: \(ids.map { neutralised($0) }.joined(separator: ", ")). A name or a number plays one."
    case .noLessonEither(let word, let meant):
      "There is no lesson \"\(neutralised(word))\" either."
        + (meant.map { " Did you mean \(neutralised($0))?" } ?? "")
    case .handedIn(let path, let bytes):
      "Handed in as \(neutralised(path)) (\(bytes) bytes): the whole session, with your name and "
        + "your answers in words. Send this file to your instructor."
    case .handedInWhereItIs(let path, let bytes):
      "Handed in where it is kept, as \(neutralised(path)) (\(bytes) bytes): the whole session, with "
        + "your name and your answers in words. Send this file to your instructor."
    case .isNoFile(let path): "\(neutralised(path)) is no ordinary file; another name, please."
    case .isPlayed(let path):
      "\(neutralised(path)) is a session that is being played; another name, please."
    case .lacksInputs(let path):
      "\(neutralised(path)) lacks what could not be saved, and is not handed in; name another file, please."
    case .nothingToHandIn:
      "This session is not kept, so there is nothing to hand in; play it without --no-save."
    case .noPicture(let path):
      "\(neutralised(path)) is not written: figures are saved as .svg or, in characters, as .txt; a "
        + "session under any other name, such as mine.transcript."
    case .savedFigure(let path): "The figure is saved as \(neutralised(path))."
    case .takenAs(let letters): "Taken as \(letters)."
    case .savingCancelled(let path): "Cancelled. \(neutralised(path)) is not written."
    case .finerFigures:
      "Figures are drawn in ASCII; :set charset braille makes them finer, and lasts."
    case .clearsScreen: "Ctrl-L clears the screen; :forget begins anew."
    case .goesOnHere(let command): "Kept; \(neutralised(command)) goes on here."
    case .asksToForget(let name):
      "Begin \(neutralised(name)) anew? What you had is set aside, not deleted."
    case .nothingForgotten: "Nothing is changed."
    case .beginsBeside(let name, let near):
      "\(neutralised(name)) is a new notebook; there is one that is called \(neutralised(near))."
    case .noFigure: "No figure has been shown here yet."
    case .notSaved: "This session is not saved: neither XDG_STATE_HOME nor HOME is set."
    case .notSavedAt(let path, let reason):
      "This session is not saved: \(neutralised(path)): \(reason)."
    case .setAside(let path): "What you had is kept in \(neutralised(path))."
    case .takenOver(let path, let lesson):
      "This is yours from here, kept in \(neutralised(path)). Another day: "
        + "fathom play \(neutralised(lesson)) --transcript \(neutralised(path))"
    case .carriedOver(let version, let old):
      "Carried over to \(version); the old one is \(neutralised(old))."
    case .hiddenLesson(let id, let path, let first):
      "\(neutralised(path)) has the id \"\(neutralised(id))\" too; the lesson in \(neutralised(first)) is played. "
        + "Change one of the ids."
    case .talkOfOlderText:
      "The lesson has changed; this goes on with its copy (--fresh begins anew)."
    case .newerText(let isTalk):
      "The text of this lesson has changed; you finish on the copy that you began with. "
        + Self.waysOn(isTalk: isTalk)
    case .newerVersion(let new, let old, let isTalk):
      "This lesson has a newer version, \(new); you finish on the copy of \(neutralised(old)). "
        + Self.waysOn(isTalk: isTalk)
    }
  }

  /// How to come from an older version of a lesson to a newer one.
  static func waysOn(isTalk: Bool) -> String {
    isTalk
      ? "With --fresh a talk of its own begins; the one before is kept beside it."
      : "With --carry-over fathom play takes your inputs along, with --fresh it begins anew."
  }

  /// A path as it is opened, where it could be taken for a name.
  private static func openable(_ path: String) -> String {
    path.contains("/") || path.hasSuffix(SavePlace.ending) ? path : "./" + path
  }
}
