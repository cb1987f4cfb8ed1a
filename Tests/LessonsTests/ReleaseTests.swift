import Lessons
import Testing

/// The learners' copy.
@Suite struct ReleaseTests {
  @Test func keysAndNotesAreGone() throws {
    let copy = try releasedText()
    for secret in [
      "s^(L-1)", "2216.8378", "(3/2)^19", "answer = \"signal\"", "misconceptions", "28.5",
      "show of hands", "s^(L - 1)", "require =", "s = 1.2", "s = 0.9", "root of ten",
      "signal passing", "The key is here",
    ] {
      #expect(!copy.contains(secret), "\(secret)")
    }
  }

  @Test func whatLearnersNeedStays() throws {
    let copy = try releasedText()
    for kept in [
      "<!-- id: more -->", "M = s * identity(2)\nplot rms(a)", "```fathom error\nM * [1, 2, 3]",
      "\"There are {L} - 1 of them.\"", "within = \"rel 1e-3\"", "uses = [\"s\"]",
      "given = [\"x\"]",
      "shows = \"rms(a[L-1])\"", "| 0.5 | shrinks |", "released = true",
    ] {
      #expect(copy.contains(kept), "\(kept)")
    }
  }

  @Test func practiceKeepsItsKey() throws {
    let copy = try releasedText()
    #expect(copy.contains("answer = [\"a\", \"c\"]"))
    #expect(copy.contains("explain = \"Those above one.\""))
  }

  /// A copy of somebody's own differs in a line, which is no part of the digest and can be another one's.
  @Test func aCopyOfOnesOwn() throws {
    let original = try lesson(wholeLesson)
    let ada = try #require(LearnerName("Ada \"L.\" \\"))
    let grace = try #require(LearnerName("Grace"))
    let text = try original.released(learner: ada)
    let line = #"learner = "Ada \"L.\" \\""# + "\n"
    #expect(try text.replacing(line, with: "") == original.released())
    let copy = try lesson(text)
    #expect(copy.header.learner == ada.text && copy.digest == original.digest)
    #expect(try copy.released() == text)
    #expect(try copy.released(learner: grace) == original.released(learner: grace))
    #expect(
      try original.released(classSeed: nil, learners: [grace, ada])
        == [original.released(learner: grace), text]
    )
    for name in ["", " Ada", "Ada ", "a\u{202E}b", "a\nb", String(repeating: "x", count: 61)] {
      #expect(LearnerName(name) == nil)
    }
  }

  @Test func aCopyOfTheCopyIsTheSame() throws {
    let original = try lesson(wholeLesson)
    let text = try original.released()
    let copy = try lesson(text)
    #expect(copy.isReleased)
    #expect(try copy.released() == text)
    #expect(copy.digest == original.digest)
  }

  @Test func theDigestIsThatOfTheCopysBytes() throws {
    // sha256sum of the released text, computed by coreutils.
    #expect(
      try lesson(wholeLesson).digest
        == "sha256:2e3004b32e218e489413d20326f66e4ae5be4ba9ec6eaeaef0e34c5dd7911588"
    )
  }

  @Test func stepsQuestionsAndCellsStayTheSame() throws {
    let original = try lesson(wholeLesson)
    let copy = try lesson(try original.released())
    #expect(copy.steps.map(\.id.value) == original.steps.map(\.id.value))
    #expect(copy.questions.map(\.id.value) == original.questions.map(\.id.value))
    #expect(copy.questions.map(\.credit) == original.questions.map(\.credit))
    #expect(
      copy.questions.map { $0.hints.map(\.plain) }
        == original.questions.map { $0.hints.map(\.plain) }
    )
    #expect(
      copy.steps.flatMap(\.cells).map(\.source) == original.steps.flatMap(\.cells).map(\.source)
    )
    #expect(
      copy.questions.map { $0.choices.map(\.text.plain) }
        == original.questions.map { $0.choices.map(\.text.plain) }
    )
  }

  @Test func countedQuestionsWithholdTheirKeys() throws {
    let copy = try lesson(try releasedText())
    for question in copy.questions {
      #expect(question.misconceptions.isEmpty)
      switch question.kind {
      case .number(let number): #expect(number.key == .withheld)
      case .expression(let expression): #expect(expression.key == .withheld)
      case .choice(let choice): #expect(choice.key == .withheld)
      case .choices(let choices): #expect(choices.key != .withheld)
      case .predict(let prediction): #expect(prediction.meanings == .withheld)
      case .task(let task): #expect(task.key == .withheld)
      case .text: break
      }
      #expect((question.explain == nil) == (question.credit != .practice))
    }
  }

  @Test func keysCommentsAndLayoutDontChangeTheDigest() throws {
    let digest = try lesson(wholeLesson).digest
    for other in [
      altered("answer = \"s^(L-1)\"", "answer = \"s^L/s\""),
      altered("# The key is here, but not in the copy.\n", ""),
      altered("Ask for a show of hands first.", "Ask."),
      altered("given = { s = 1.5, L = 20 }", "given = {s=1.5,L=20} # fixed"),
      altered("> A quote.\n", "> A quote.\n\n<!-- TODO: better -->\n"),
      altered("answer = \"signal\"", "answer = \"weights\"").replacing(
        "weights = \"Print",
        with: "signal = \"Print"
      ),
    ] {
      #expect(try lesson(other).digest == digest)
    }
    #expect(try lesson(altered("Count the matrices", "Count all matrices")).digest != digest)
    #expect(try lesson(altered("version = \"1.0.0\"", "version = \"1.0.1\"")).digest != digest)
  }

  @Test(arguments: [
    ("Count the matrices before the last.", "It is s^(L - 1).", "answer", 92),
    ("A quote.", "Of course (3/2)^19 or so.", "accept", 28),
    ("A quote.", "Each of the matrices but the last multiplies by {s}.", "explain", 28),
    ("A quote.", "That counts the last matrix too.", "misconceptions", 28),
  ])
  func aTraceOfAKeyIsRefused(
    _ old: String,
    _ new: String,
    _ part: String,
    _ line: Int
  ) throws {
    let lesson = try lesson(altered(old, new))
    let error = #expect(throws: ReleaseError.self) { try lesson.released() }
    #expect(error?.question == "factor")
    #expect(error?.part == part)
    #expect(error?.line == line)
  }

  @Test func aTraceOfASpeakerNoteIsRefused() throws {
    let lesson = try lesson(altered("A quote.", "Ask for a show of hands first."))
    let error = #expect(throws: ReleaseError.self) { try lesson.released() }
    #expect(error?.question == nil)
    #expect(
      error?.message == "Line 28 still shows a speaker note. "
        + "Reword that place; what learners read must not hold a key."
    )
  }

  @Test func theRefusalDoesntHoldTheKey() throws {
    let lesson = try lesson(altered("Count the matrices before the last.", "It is s^(L - 1)."))
    let error = #expect(throws: ReleaseError.self) { try lesson.released() }
    #expect(
      error?.message == "Line 92 still shows the answer of question 'factor'. "
        + "Reword that place; what learners read must not hold a key."
    )
  }

  @Test func aPartOfALongerWordIsNoTrace() throws {
    #expect(throws: Never.self) {
      try lesson(altered("A quote.", "cos^(L-1) is another thing.")).released()
    }
  }

  @Test func aTextWithBackticksStaysInItsFence() throws {
    let old =
      "```toml question\nid = \"own-words\"\nkind = \"text\"\nask = \"Explain it to a friend.\""
    let new =
      "````toml question\nid = \"own-words\"\nkind = \"text\"\nask = \"\"\"Explain:\n```\n\"\"\""
    let text = altered(old, new).replacing(
      "points = 1\n```\n\n```fathom error",
      with: "points = 1\n````\n\n```fathom error"
    )
    let copy = try lesson(text).released()
    #expect(copy.contains("````toml question\nid = \"own-words\""))
    #expect(try lesson(copy).released() == copy)
  }
}
