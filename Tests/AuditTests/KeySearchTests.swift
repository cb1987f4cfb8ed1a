import Lessons
import Sessions
import TestSupport
import Testing

/// What a learners' copy would show of a key, by value.
struct KeySearchTests {
  /// A lesson of two steps around one question; the lines are those of its fence.
  private static func lesson(
    _ lines: String,
    above: String = "Think.",
    takeaway: String = "It grows.",
    elsewhere: String = "Nothing."
  ) -> String {
    """
    ```toml lesson
    format = 2
    id = "traces"
    title = "Traces"
    version = "1.0.0"
    summary = "A lesson for tests."
    objectives = ["Test."]
    takeaways = ["\(takeaway)"]
    minutes = 5
    ```

    # Traces

    ## One
    \(elsewhere)

    ```fathom
    1 + 1
    ```

    ## Two
    \(above)

    ```toml question
    id = "q"
    \(lines)
    points = 1
    explain = "So it is."
    ```
    """
  }

  private static func number(_ answer: String, hint: String = "Count.", more: String = "") -> String
  {
    """
    kind = "number"
    ask = "What is it, with a = {a} and b = {b}?"
    given = { a = 3.5, b = 12 }
    answer = "\(answer)"
    reject = ["99999"]
    hints = ["\(hint)"]
    \(more)
    """
  }

  private func found(_ text: String) throws -> [String] {
    let (lesson, diagnostics) = Lesson.parse(text, path: "l.md")
    #expect(diagnostics.map(\.text) == [])
    let traces = Audit.traces(try #require(lesson))
    #expect(traces.allSatisfy { $0.severity == .error })
    return traces.map { "\($0.position.line) \($0.code) \($0.problem.message)" }
  }

  // sqrt(3.5^2 + 12^2) = 12.5 exactly.
  private static let root = "sqrt(a^2 + b^2)"

  @Test(arguments: ["(a^2+b^2)^0.5", "sqrt(b^2 + a*a)", "(a² + b²)^(1/2)"])
  func anotherSpellingOfTheKeyIsOne(_ text: String) throws {
    let lesson = Self.lesson(Self.number(Self.root), takeaway: "It is \(text).")
    #expect(try found(lesson).map { $0.prefix(7) } == ["8 FL127"])
  }

  /// The same at a = 3.5 and b = 12, and nowhere else; and words that only look like it.
  @Test(arguments: ["b + 1/2", "a*25/7", "x^2 + a^2 + b^2", "f(a) + (a^2+b^2)^0.5*u"])
  func whatOnlyHappensToBeEqualIsNone(_ text: String) throws {
    #expect(try found(Self.lesson(Self.number(Self.root), takeaway: "It is \(text).")) == [])
  }

  @Test func numbersAreComparedWithinTheTolerance() throws {
    #expect(
      try found(Self.lesson(Self.number(Self.root), takeaway: "About 12.51 or so.")) == [
        "8 FL127 '12.51' is the answer of question 'q'."
      ]
    )
    #expect(try found(Self.lesson(Self.number(Self.root), takeaway: "About 12.52 or so.")) == [])
    #expect(
      try found(Self.lesson(Self.number(Self.root), elsewhere: "So 25/2 it is.")).count == 1
    )
  }

  /// 1.25^7 is 4.76837158203125, the key of who has 1.25; 1.5^7 is 17.0859375, and no learner has 1.3.
  @Test(arguments: [
    ("It is 1.25^7.", true), ("It is 4.76837.", true), ("It is 17.09.", true),
    ("It is 1.3^7.", false), ("It is 6.2748.", false),
  ])
  func theKeyOfEachDrawIsSearched(_ told: String, _ isKey: Bool) throws {
    let question = """
      kind = "number"
      ask = "What do 7 layers of {t} make?"
      vary = { t = [1.5, 1.25] }
      answer = "t^7"
      within = "rel 0.001"
      reject = ["99999"]
      hints = ["Multiply."]
      """
    #expect(try found(Self.lesson(question, takeaway: told)).isEmpty == !isKey)
    let cell = "Look.\n\n```fathom\n1.25^7\n```"
    #expect(try !found(Self.lesson(question, above: cell)).isEmpty)
  }

  /// The fewer its digits, the nearer a number must stand.
  @Test func shortNumbersAreTracesNearTheQuestionOnly() throws {
    let key = "2*a*a + 1/2"  // 25
    #expect(try found(Self.lesson(Self.number(key), elsewhere: "Layer 25 is one.")) == [])
    #expect(try found(Self.lesson(Self.number(key), above: "Layer 25 is one.")).count == 1)
    #expect(try found(Self.lesson(Self.number("2*a"), above: "There are 7 of them.")) == [])
    #expect(
      try found(Self.lesson(Self.number("2*a", hint: "The answer is 7."))) == [
        "31 FL127 '7' is the answer of question 'q'."
      ]
    )
    #expect(try found(Self.lesson(Self.number(key, hint: "The answer is 25."))).count == 1)
    // What stands in the question is no secret.
    #expect(try found(Self.lesson(Self.number("b", hint: "It is 12."))) == [])
  }

  @Test func aPlaceholderCountsAsItsValue() throws {
    #expect(
      try found(Self.lesson(Self.number("a*b", hint: "In the notebook: ? {a}*{b}"))).count == 1
    )
    #expect(try found(Self.lesson(Self.number("a*b", hint: "In the notebook: ? {a}+{b}"))) == [])
  }

  @Test func whatACellPrintsIsCompared() throws {
    let cell = "Look.\n\n```fathom\nsum([20, 22])\n```"
    let text = Self.lesson(Self.number("12*a"), above: cell)
    #expect(
      try found(text) == [
        "25 FL130 This cell prints 42, the answer of the later question 'q'."
      ]
    )
    let read = Self.lesson(Self.number("12*a", more: "reads = true"), above: cell)
    #expect(try found(read) == [])
    // A figure is looked at; a definition shows nothing.
    let drawn = "Look.\n\n```fathom\nz = sum([20, 22])\nplot k*z over k in 0...1 by 0.5\n```"
    #expect(try found(Self.lesson(Self.number("12*a"), above: drawn)) == [])
  }

  @Test func whatAGuessIsToldIsCompared() throws {
    let guess = """
      Look.

      ```toml question
      id = "g"
      kind = "predict"
      form = "number"
      ask = "How much will it be?"
      shows = "z + 20"
      within = "log10 0.1"
      points = 1
      hints = ["Think."]
      ```

      ```fathom
      z = sum([20, 2])
      sum([z, 1])
      ```
      """
    let text = Self.lesson(Self.number("12*a"), above: guess)
    #expect(
      try found(text) == [
        "29 FL130 Who has guessed at 'g' is told 42, the answer of the later question 'q'."
      ]
    )
    let read = Self.lesson(Self.number("12*a", more: "reads = true"), above: guess)
    #expect(try found(read) == [])
    #expect(try found(Self.lesson(Self.number("13*a"), above: guess)) == [])
  }

  /// Beside a bar stands its number, also where figures stand beside each other.
  @Test(arguments: [
    "bars sum([20, 22]), 5", "bars 5, 6 beside bars sum([20, 22]), 7",
    "table sum([20, 22]) + k over k in 0...1",
  ])
  func whatAFigurePrintsIsCompared(_ figure: String) throws {
    let cell = "Look.\n\n```fathom\n\(figure)\n```"
    #expect(
      try found(Self.lesson(Self.number("12*a"), above: cell)) == [
        "25 FL130 This cell prints 42, the answer of the later question 'q'."
      ]
    )
    #expect(try found(Self.lesson(Self.number("14*a"), above: cell)) == [])
  }

  /// A learner reads cells and parameters, also those that are only defined.
  @Test(arguments: [
    ("```fathom\nz = 7*6\n```", ["25 FL127 '7*6'"]),
    ("```fathom\nu = 1\nz = 28*identity(2)  # and 84/2\n```", ["26 FL127 '84/2'"]),
    ("```fathom\nz = 42*identity(2)\n```", ["25 FL127 '42'"]),
    ("```fathom\nz = 21*identity(2)\nplot k over k in 0...42\n```", ["26 FL127 '42'"]),
    ("```toml parameters\nz = { value = 42, meaning = \"A number.\" }\n```", ["25 FL127 '42'"]),
    ("```fathom\nz = 42e1\nnetwork(1.5*identity(2), depth: 142)\n```", []),
  ])
  func whatACellSaysIsCompared(_ block: String, _ expected: [String]) throws {
    let text = Self.lesson(Self.number("12*a"), above: "Look.\n\n\(block)")
    let findings = try found(text).map { String($0.prefix { $0 != "i" }.dropLast()) }
    #expect(findings == expected, "\(findings)")
  }

  /// As boards, papers and other programs write them.
  @Test(arguments: [
    "n^{2} + 1", "$n^{2}+1$", "n² + 1", "n^2 + 1/1", "(n n) + 1", "2 (n^2 + 1)/2", "n·n + ½ + ½",
    "exp(2 ln n) + 1", "n²·10⁰ + 1", "n² + 100 %", "1 024 n²/1,024 + 1",
  ])
  func formulasInOtherDress(_ spelling: String) throws {
    let question = """
      kind = "expression"
      ask = "Which?"
      over = { n = "4...512" }
      answer = "n^2+1"
      reject = ["n"]
      hints = ["Write \(spelling) there."]
      """
    let findings = try found(Self.lesson(question)).filter { $0.contains("FL127") }
    #expect(findings.count == 1)
  }

  /// `n v q` is a product, as on a board.
  @Test func namesSideBySideAreAProduct() throws {
    func formula(_ hint: String) -> String {
      """
      kind = "expression"
      ask = "Which?"
      over = { n = "4...512", v = "0.1...2", q = "0.1...2" }
      answer = "n*v*q"
      reject = ["n*v"]
      hints = ["\(hint)"]
      """
    }
    #expect(try found(Self.lesson(formula("It is n v q."))).count == 1)
    #expect(try found(Self.lesson(formula("It is n (v q)."))).count == 1)
    #expect(try found(Self.lesson(formula("It is nqv."))).count == 1)
    #expect(try found(Self.lesson(formula("It is 2 v (n q)/2, or ½ of twice it."))).count == 1)
    #expect(try found(Self.lesson(formula("It has n, v and q in it; n v is a part."))) == [])
  }

  @Test func formulasAreComparedWhereParametersRun() throws {
    let formula = """
      kind = "expression"
      ask = "Which?"
      over = { n = "4...512" }
      answer = "1/n"
      reject = ["n"]
      hints = ["Turn it over."]
      """
    #expect(try found(Self.lesson(formula, takeaway: "Draw with n^-1.")).count == 1)
    #expect(try found(Self.lesson(formula, takeaway: "Draw with variance g²/n, or n of 1.")) == [])
  }

  @Test(arguments: [
    "It is c.", "The third: look there.", "c) of course", "Say: half of it all.", "c", "Last.",
    "Number three.", "The 3rd.", "The third.",
  ])
  func aHintMayNotNameTheChoice(_ hint: String) throws {
    #expect(try found(Self.lesson(Self.choice(hint))).map { $0.prefix(8) } == ["29 FL128"])
  }

  @Test(arguments: [
    "Look at the third line.", "Is a half of it all less than all of it?", "In a c-like way.",
    "Count: number two has more.", "Middle.", "b", "Three.",
  ])
  func aHintMayHelp(_ hint: String) throws {
    #expect(try found(Self.lesson(Self.choice(hint))) == [])
  }

  private static func choice(_ hint: String) -> String {
    """
    kind = "choice"
    ask = "Which?"
    answer = "part"
    hints = ["\(hint)"]
    choices = { whole = "all of it", nothing = "none of it", part = "half of it all" }
    """
  }

  @Test func aHintMayNotSolveTheTask() throws {
    func task(_ hint: String) -> String {
      """
      kind = "task"
      ask = "Choose u so that its square is above 2 and below 3, as in u = 1."
      uses = ["u"]
      require = ["u^2 > 2", "u^2 < 3"]
      accept = ["u = 1.5"]
      reject = ["u = 1"]
      hints = ["\(hint)"]
      """
    }
    let above = "Look.\n\n```fathom\nu = 1\n```"
    #expect(
      try found(Self.lesson(task("Take 1.6, or 9."), above: above)) == [
        "36 FL129 '1.6' solves the task 'q'."
      ]
    )
    #expect(try found(Self.lesson(task("1 is too small, 2 too large."), above: above)) == [])
    // What the step says in words, too; what stands in the question itself is its author's choice.
    let told = "Try u = 1.55 and look.\n\n```fathom\nu = 1\n```"
    #expect(
      try found(Self.lesson(task("Look."), above: told)) == [
        "22 FL129 'u = 1.55' solves the task 'q'."
      ]
    )
    let tried = "Try u = 2.55 and look, or u = 1.\n\n```fathom\nu = 1\n```"
    #expect(try found(Self.lesson(task("Look."), above: tried)) == [])
  }

  @Test func theSameWordsAreFoundToo() throws {
    let told = Self.lesson(Self.number("a*b^2/7"), elsewhere: "That a*b^2 / 7 is.")
    #expect(
      try found(told) == [
        "15 FL127 'a*b^2/7' is the answer of question 'q'.",
        "15 FL126 The learners' copy shows the answer of question 'q' here.",
      ]
    )
  }
}
