import Notebooks
import Sessions

/// What a line means in a lesson that names another one, as it would be played at home.
struct OtherLessons {
  let shelf: LessonShelf

  /// How one comes to the lesson that a line names; nil where the line means something here, or names none.
  func remark(on line: String, _ session: Session) -> ShellSentence? {
    let word = HomeLines.played(line.trimmingBlanks)
    guard Self.isName(word), session.notebook.definitions[word] == nil,
      !BuiltIns.names.contains(word), session.command(in: word) == nil, !isAnswer(line, session)
    else { return nil }
    if word == Session.Subject.home { return .homeFromHere }
    guard shelf.names.ids.contains(word) else { return nil }
    return word == session.name && !session.isNotebook ? .isPlayedHere(word) : .lessonFromHere(word)
  }

  private func isAnswer(_ line: String, _ session: Session) -> Bool {
    guard case .answer(let id) = session.prompt else { return false }
    return session.reads(line, asAnswerTo: id) || session.lettersSaid(in: line) != nil
  }

  /// Whether a word may be the name of a lesson: others are read from no folder.
  private static func isName(_ word: String) -> Bool {
    word.first?.isLetter == true && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }
}
