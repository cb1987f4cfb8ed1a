import Lessons
import SessionSupport
import Sessions
import TestSupport
import Testing
import Transcripts

/// A mark is the one at the question's own place, whatever way somebody came to it: random walks
/// around every question of every shipped lesson, marked from the file, on the lesson and on a later
/// version of it.
struct WalkTests {
  /// An answer to a question: what is typed at its prompt, and whether the author calls it right.
  struct Answer: Sendable {
    let lines: [String]
    let isRight: Bool
  }

  /// Walks for each answer; to mark a task its networks are trained.
  private static func walks(_ question: Question) -> Int {
    if case .task = question.kind { 2 } else { 4 }
  }

  /// Answers of the author's, right and wrong.
  private static func answers(_ question: Question) -> [Answer] {
    func typed(_ right: [String], _ wrong: [String]) -> [Answer] {
      right.map { Answer(lines: [$0], isRight: true) }
        + wrong.map { Answer(lines: [$0], isRight: false) }
    }
    switch question.kind {
    case .number(let number):
      guard let key = number.key.kept else { return [] }
      return typed([key.answer.value], key.reject.map(\.value))
    case .expression(let expression):
      guard let key = expression.key.kept else { return [] }
      return typed([key.answer.value], key.reject.map(\.value))
    case .choice(let choice):
      guard let right = choice.key.kept?.answer.value else { return [] }
      return typed([right], choice.choices.map(\.id.value).filter { $0 != right })
    case .choices(let choices):
      guard let right = choices.key.kept?.answers.map(\.value) else { return [] }
      let all = choices.choices.map(\.id.value)
      let every = all.joined(separator: ", ")
      return typed([right.joined(separator: ", ")], right.count == all.count ? [all[0]] : [every])
    case .task(let task):
      guard let key = task.key.kept else { return [] }
      func handedIn(_ text: String) -> [String] { [text, "done"] }
      return key.accept.prefix(1).map { Answer(lines: handedIn($0.value), isRight: true) }
        + key.reject.map { Answer(lines: handedIn($0.value), isRight: false) }
    case .predict, .text: return []
    }
  }

  /// What somebody may type anywhere; nothing that the question itself is marked on.
  private static func moves(_ lesson: Lesson, _ question: Question) -> [String] {
    let steps = lesson.steps.indices.map { ":go \($0 + 1)" }
    let uses: [String] =
      if case .task(let task) = question.kind { task.uses.map(\.value) } else { [] }
    let names = ["s", "L", "M", "x", "net", "a", "y", "W", "g", "rate", "seed", "gain", "n"]
      .filter { !uses.contains($0) }
    return steps + steps + [
      "", "", ":next", ":back", ":reset", ":mine", ":undo", ":undo", ":show", ":hint", "? 1 + 1",
      "norm(v) = 1", "rms = 1", "identity(n) = 7", "done", "42", "a = ", "zz = 3\nqq = zz",
    ] + names.flatMap { ["\($0) = 0.3", "\($0) = 1 + 1"] }
  }

  /// The file of a session in which nothing was shown, and its lines.
  private static func file(_ lesson: Lesson, _ lines: [String]) -> String {
    var recorder = Recorder(lesson)
    var text = TranscriptHeader(lesson, learner: "Ada").lines + [""]
    for line in lines {
      text += recorder.echo(line)
      recorder.type(line)
    }
    return text.map { $0 + "\n" }.joined()
  }

  /// The inputs that lead straight to a question's prompt.
  private static func way(_ lesson: Lesson, to id: String) -> [String] {
    var recorder = Recorder(lesson)
    var lines: [String] = []
    for _ in 0..<400 where recorder.prompt != .answer(id) {
      let line = recorder.isAtNotebook ? "" : ":next"
      lines.append(line)
      recorder.type(line)
    }
    return lines
  }

  /// The mark of one question as a grader would give it, and how many answers it was given.
  private static func mark(
    _ question: Question,
    _ file: String,
    _ lesson: Lesson
  ) throws -> (Mark?, attempts: Int) {
    let transcript = try #require(TranscriptParser.parse(Array(file.utf8), path: "x").transcript)
    let marked = try #require(lesson.questions.first { $0.id.value == question.id.value })
    var session = transcript.session(lesson)
    session.replayBeginning()
    var following = Following(transcript, lesson: lesson)
    while let next = following.next(session) { session.replay(next.input.input) }
    let account = session.account(marked)
    return (account?.verdict.mark, account?.effort.attempts ?? 0)
  }

  @Test(arguments: EditedLessonTests.transcripts)
  func theWayMakesNoDifference(_ name: String) throws {
    let text = try EditedLessonTests.text(of: name)
    let played = try lesson(text)
    let later = try lesson(EditedLessonTests.later(text))
    var random = SplitMix64(seed: 13)
    var compared = 0
    for question in played.questions {
      let id = question.id.value
      let moves = Self.moves(played, question)
      let way = Self.way(played, to: id)
      for answer in Self.answers(question) {
        for _ in 0..<Self.walks(question) {
          let count = Int.random(in: 0...14, using: &random)
          // A walk that answers the question itself would be about another answer.
          let walk = (0..<count).map { _ in random.pick(moves) }.filter { !$0.hasPrefix(":skip") }
          let lines = way + [":next"] + walk + [":answer \(id)"] + answer.lines
          let file = Self.file(played, lines)
          for marking in [played, later] {
            let (mark, attempts) = try Self.mark(question, file, marking)
            guard attempts == 1 else { continue }
            compared += 1
            #expect(
              (mark == .correct) == answer.isRight,
              "\(id), \(answer.lines): \(String(describing: mark)) after \(walk), on \(marking.header.version.value)"
            )
          }
        }
      }
    }
    #expect(compared > 20)
  }
}
