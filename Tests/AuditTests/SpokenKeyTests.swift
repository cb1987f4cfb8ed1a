import Lessons
import Sessions
import TestSupport
import Testing

/// Keys that hints tell in words: choices by their place or by what is left, formulas as people say them.
struct SpokenKeyTests {
  private func found(_ fence: String) throws -> [String] {
    let text = """
      ```toml lesson
      format = 2
      id = "spoken"
      title = "Spoken"
      version = "1.0.0"
      summary = "A lesson for tests."
      objectives = ["Test."]
      takeaways = ["It grows."]
      minutes = 5
      ```

      # Spoken

      ## One

      Think.

      ```toml question
      id = "q"
      points = 1
      explain = "So it is."
      \(fence)
      ```
      """
    let (lesson, diagnostics) = Lesson.parse(text, path: "l.md")
    #expect(diagnostics.map(\.text) == [])
    return Audit.traces(try #require(lesson)).map { $0.problem.message }
  }

  private static func list(_ texts: [String]) -> String {
    "[" + texts.map { "'\($0)'" }.joined(separator: ", ") + "]"
  }

  /// Right are the first two of three.
  private func choices(_ hints: [String]) throws -> [String] {
    try found(
      """
      kind = "choices"
      ask = "Which of these grow?"
      answer = ["hundredth", "double"]
      hints = \(Self.list(hints))
      choices = { hundredth = "1.5", double = "2", same = "1.01" }
      """
    )
  }

  @Test(arguments: [
    "a and b", "The first two.", "Not c.", "All but 1.01", "All but the last.", "b, a", "a/b", "ab",
    "Both a and b are right.", "It is hundredth and double.", "Everything except c.", "c is wrong.",
    "Neither c nor c.", "The answers: a and b.", "Think. The first and the second.", "1.5 and 2.",
    "a, b, not c", "The last one is not.", "Only the first two hold.",
  ])
  func severalChoicesAreTold(_ hint: String) throws {
    #expect(try choices([hint]).count == 1)
  }

  @Test(arguments: [
    "Compare a with b.", "Not all of them grow.", "Count the first two layers.", "Is it c?",
    "Not a.", "b and c", "All but one.", "Take a number: 3.", "The last two.", "All but a.",
    "1.01 is a little more than one, and 2 a lot.", "Take a choice.", "a, b or c?",
    "Two are right.",
  ])
  func ofSeveralChoicesNothingIsTold(_ hint: String) throws {
    #expect(try choices([hint]) == [])
  }

  /// Right is the last of three.
  private func choice(_ hints: [String]) throws -> [String] {
    try found(
      """
      kind = "choice"
      ask = "Which?"
      answer = "part"
      hints = \(Self.list(hints))
      choices = { whole = "all of it", nothing = "none of it", part = "half of it all" }
      """
    )
  }

  @Test(arguments: [
    ["It is the last one."], ["Part."], ["The answer is part."], ["not a, not b"],
    ["Neither a nor b."], ["Not a.", "Not b."], ["a and b are wrong."], ["Not the first two."],
    ["All but a and b."], ["You want c."], ["Think first. Then it is c."],
    ["Not all of it, and not none of it."], ["Not whole.", "b is out."],
  ])
  func oneChoiceIsTold(_ hints: [String]) throws {
    #expect(try choice(hints).count == 1)
  }

  @Test(arguments: [
    ["Not a."], ["a or c"], ["The last one counts twice."], ["A part of it is enough to know."],
    ["Neither the first layer nor the second."], ["Not c."], ["b"], ["Is it part?"],
    ["The first step comes first."], ["Not a.", "Not a."],
  ])
  func ofOneChoiceNothingIsTold(_ hints: [String]) throws {
    #expect(try choice(hints) == [])
  }

  private func power(_ hint: String, over: String, _ key: String) throws -> [String] {
    try found(
      """
      kind = "expression"
      ask = "Which?"
      over = { \(over) }
      answer = "\(key)"
      reject = ["1"]
      hints = ['\(hint)']
      """
    )
  }

  @Test(arguments: [
    "t**7", "t ** 7", "pow(t, 7)", "math.pow(t,7)", "t*t*t*t*t*t*t", "t·t·t·t·t·t·t",
    "t to the power of 7",
    "t to the seventh", "t to the seventh power", "t to the 7th", "t raised to seven",
    "t times itself seven times", "the seventh power of t", "the 7th power of t",
    "seven factors of t",
    "t cubed times t to the power 4", "t squared times t squared times t cubed", "e^(7 ln t)",
    "exp(7 log(t))", "t^{7}", "the square root of t^14", "pow(pow(t, 2), 3) * t", "t^8 over t",
    "t^8 divided by t", "twice t^6 times t over two", "1/pow(t, -7)", "the reciprocal of t^-7",
  ])
  func aPowerIsOneInAllItsWords(_ hint: String) throws {
    #expect(try power("Try \(hint), say.", over: "t = \"0.5...2\"", "t^7").count == 1)
  }

  @Test(arguments: [
    "s**L", "pow(s, L)", "s to the power of L", "s to the L", "s to the Lth", "s to the L-th power",
    "the L-th power of s", "s times itself L times", "L factors of s", "exp(L ln s)", "e^(L ln(s))",
    "s raised to the power of L", "1 over s^(-L)", "s^(L minus 1) times s", "np.power(s, L)",
  ])
  func aPowerOfNamesToo(_ hint: String) throws {
    let over = "s = \"0.5...2\", L = \"2...20\""
    #expect(try power("It is \(hint).", over: over, "s^L").count >= 1)
  }

  @Test(arguments: [
    "t to the power of 6", "pow(7, t)", "Multiply t by itself, over and over.", "seven times t",
    "t squared, and so on", "Look over t**2 and t**3.", "One factor for each of the seven layers.",
    "the square root of t", "pow(t", "pow(t, 7, 2)",
  ])
  func otherFormulasAreNone(_ hint: String) throws {
    #expect(try power(hint, over: "t = \"0.5...2\"", "t^7") == [])
  }
}
