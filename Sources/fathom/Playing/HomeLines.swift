import Notebooks
import Sessions

/// What a line means at home before it is the notebook's: a lesson to play, or leaving.
struct HomeLines {
  let lessons: LessonNames
  /// The lesson that Enter goes on with.
  let next: String
  /// Whether somebody types; lines from a pipe are the notebook's.
  let areTyped: Bool

  /// What a line does with the loop that read it; nil where it is the notebook's.
  func ending(_ line: String, _ session: Session) -> PlayLoop.Ending? {
    guard areTyped else { return nil }
    let word = line.trimmingBlanks
    if word.isEmpty { return .opens(next) }
    guard session.notebook.definitions[word] == nil else { return nil }
    if word == "q" { return .left }
    if Self.wordsOfGoingOn.contains(word.lowercased()) { return .opens(next) }
    return lesson(Self.played(word)).map { .opens($0) }
  }

  /// What people type who want to begin, and who don't know that Enter does.
  private static let wordsOfGoingOn: Set<String> = [
    "start", "begin", "continue", "resume", "play", "go", "next",
  ]

  /// `scaling` of `play scaling` and `fathom play scaling`, as one would type it in the shell, and of `lesson 3`.
  static func played(_ line: String) -> String {
    let words = line.split(separator: " ").map(String.init)
    let verbs = [
      "play", "fathom play", "fathom", "open", "start", "begin", "lesson", "play lesson",
    ]
    return verbs.contains(words.dropLast().joined(separator: " ").lowercased())
      ? words[words.count - 1] : line
  }

  /// How many letters of a lesson's name mean it: fewer are what somebody calls a quantity.
  private static let fewestLetters = 3

  /// The lesson that a word means; what the language has by this name is meant before a lesson that
  /// only begins so.
  private func lesson(_ word: String) -> String? {
    guard let id = lessons.id(meantBy: word) else { return nil }
    let isBeginning = id != word && Int(word) == nil
    if isBeginning, word.count < Self.fewestLetters || BuiltIns.names.contains(word) { return nil }
    return id
  }

  /// What people type who look for the lessons.
  private static let wordsOfList: Set<String> = [
    "lessons", "list", "menu", "home", "lesson", "courses", "course", "contents", "index",
  ]

  /// What to say of a line besides what the language has said of it, where it was perhaps meant as a
  /// lesson's name.
  func remark(on line: String, _ effects: [Effect]) -> ShellSentence? {
    let word = Self.played(line.trimmingBlanks)
    let isWord = word.allSatisfy { $0.isLetter || $0.isNumber || "_-".contains($0) }
    let isPlayed = word != line.trimmingBlanks
    guard isWord,
      isPlayed || word.count >= Self.fewestLetters && effects.contains(where: \.isUnknownName)
    else { return nil }
    if Self.wordsOfList.contains(word) { return .lessonsAre(lessons.ids) }
    if let id = lesson(word) { return .lessonFromHere(id) }
    return .noLessonEither(word, meant: lessons.nearest(to: word))
  }
}

extension Effect {
  /// Whether it says that something has no meaning as a name.
  fileprivate var isUnknownName: Bool {
    guard case .show(.failure(let failure)) = self, case .name(.unknownName) = failure.problem
    else { return false }
    return true
  }
}
