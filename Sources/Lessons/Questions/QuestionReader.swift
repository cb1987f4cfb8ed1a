import TerminalText

/// Reads a fence that holds a question.
struct QuestionReader {
  /// The keys of its table.
  var keys: TableReader
  /// What the header of its lesson says.
  private let lesson: Setting
  /// Whether the question keeps its keys.
  private(set) var isKeyed = true

  /// What a question's lesson decides of it.
  struct Setting {
    var mode = Mode.practice
    var format = Int.max
    var isReleased = false
  }

  init(_ keys: TableReader, in lesson: Setting) {
    self.keys = keys
    self.lesson = lesson
  }

  /// `nil` if anything is wrong; `keys.problems` says what.
  mutating func read() -> Question? {
    guard let word = keys.word("kind", as: Question.Word.self) else { return nil }
    allow(word)
    keys.require(QuestionKey.ofFormat2, since: 2, in: lesson.format)
    let credit = credit()
    if case .counted = credit { isKeyed = !lesson.isReleased }
    if !isKeyed { refuseSecrets() }
    let id = keys.identifier("id")
    let ask = keys.prose("ask")
    let hints = keys.proses("hints", required: false)
    if hints.isEmpty, word.form.isMarked, !lesson.isReleased {
      keys.report(.noHints(word.rawValue))
    }
    let explain = isKeyed ? keys.prose("explain", required: word.form.isMarked) : nil
    let attempts = keys.has("attempts") ? keys.integer("attempts", in: 1...1000) : nil
    let given = word.form.givesValues ? given() : []
    let vary = draws("vary", required: false)
    for draw in vary where given.contains(where: { $0.name.value == draw.name.value }) {
      keys.report(.givenAndVaried(draw.name.value), at: draw.name.position)
    }
    let isRead = keys.boolean("reads")
    let locked = keys.strings("locked", required: false)
    let kind = word.form.read(&self)
    guard let id, let ask, let kind, let credit, keys.problems.isEmpty else { return nil }
    let question = Question(
      id: id,
      ask: ask,
      hints: hints,
      explain: explain,
      credit: credit,
      attempts: attempts,
      given: given,
      vary: vary,
      kind: kind,
      isRead: isRead,
      locked: locked,
      position: keys.position
    )
    for problem in PlaceholderCheck.problems(of: question) {
      keys.report(problem.value, at: problem.position)
    }
    return question
  }

  private mutating func credit() -> Question.Credit? {
    let isPractice = keys.boolean("practice")
    if isPractice {
      for key in ["points", "count"] {
        if let value = keys.table[key] { keys.report(.practiceWithPoints, at: value.position) }
      }
      return .practice
    }
    let counting = keys.word("count", required: false, as: Counting.Word.self)?.counting
    let isGraded = lesson.mode == .graded
    if isGraded, let count = keys.table["count"] {
      keys.report(.countInGradedLesson, at: count.position)
    }
    guard let number = keys.number("points") else { return nil }
    let hundredths = (number.value * 100).rounded()
    guard (1...100_000).contains(hundredths), abs(number.value * 100 - hundredths) < 1e-6 else {
      let expected = "a number from 0.01 to 1000 with at most two decimals"
      keys.report(
        .badNumber(key: "points", text: number.text, expected: expected),
        at: number.position
      )
      return nil
    }
    return .counted(Points(hundredths: Int(hundredths)), isGraded ? .last : counting ?? .best)
  }

  /// Reports keys that no question knows, or only one of another kind.
  private mutating func allow(_ word: Question.Word) {
    let allowed = (QuestionKey.common + word.form.keys).map(\.name)
    for entry in keys.table.entries where !allowed.contains(entry.key.value) {
      let key = entry.key.value
      let kinds = Question.Word.kinds(with: key)
      let problem: Problem =
        kinds.isEmpty
        ? .unknownKey(
          key,
          of: "question",
          nearest: Spelling.nearest(to: key, among: allowed),
          allowed: allowed
        )
        : .keyOfOtherKind(key, kind: word.rawValue, kinds: kinds)
      keys.report(problem, at: entry.key.position)
    }
  }

  private mutating func refuseSecrets() {
    for entry in keys.table.entries where QuestionKey.secrets.contains(entry.key.value) {
      keys.report(.keyInReleasedCopy(entry.key.value), at: entry.key.position)
    }
  }
}
