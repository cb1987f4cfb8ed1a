import Lessons
import Testing

/// What an author reads.
@Suite struct TOMLDiagnosticsTests {
  @Test func unquotedText() {
    #expect(
      findings(altered(#"title = "Scaling""#, "title = Scaling")) == [
        #"a.lesson.md:4:9: error FL078: 'Scaling' stands without quotes. Write "Scaling"."#
      ]
    )
  }

  @Test func redefinedKey() {
    #expect(
      findings(altered("minutes = 20", #"minutes = 20\#nminutes = 21"#)) == [
        #"a.lesson.md:11:11: error FL044: The key was defined before. Keep one of them."#
      ]
    )
  }

  @Test func unknownEscape() {
    #expect(
      findings(altered(#""Print W[150].""#, #""Print \d.""#)) == [
        #"a.lesson.md:105:18: error FL045: TOML doesn't know this backslash. Write \\ for a backslash, or '…' instead of "…", where it means itself."#
      ]
    )
  }

  @Test func backslashAtALineEnd() {
    #expect(
      findings(altered(#""Print W[150].""#, #""Print \""#)) == [
        #"a.lesson.md:105:20: error FL075: The text in quotes doesn't end on its line. Close it, or use three quotes for a text of several lines; a backslash is \\."#
      ]
    )
  }

  @Test func deepNesting() {
    #expect(
      findings(
        altered(#"hints = ["Print W[150]."]"#, "hints = [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]")
      ) == [
        #"a.lesson.md:105:25: error FL046: The tables and lists nest too deep. No key of a lesson needs that."#
      ]
    )
  }

  @Test func manyDots() {
    #expect(
      findings(
        altered(
          #"hints = ["Print W[150]."]"#,
          "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a = 1"
        )
      ) == [
        #"a.lesson.md:105:1: error FL046: The tables and lists nest too deep. No key of a lesson needs that."#
      ]
    )
  }

  @Test func deepDots() {
    #expect(
      findings(
        altered(
          #"hints = ["Print W[150]."]"#,
          "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a = 1"
        )
      ) == [
        #"a.lesson.md:105:63: error FL046: The tables and lists nest too deep. No key of a lesson needs that."#
      ]
    )
  }

  @Test func aMistypedKey() {
    #expect(
      findings(altered(#"hints = ["Print"#, #"hint = ["Print"#)) == [
        #"a.lesson.md:99:1: error FL062: A question of kind choice needs a hint. Write hints = ["…"] with the next thing to try."#,
        #"a.lesson.md:105:1: error FL047: A question has no key 'hint'. Did you mean 'hints'?"#,
      ]
    )
  }

  @Test func anUnknownKey() {
    #expect(
      findings(
        altered(#"hints = ["Print W[150]."]"#, #"hints = ["Print W[150]."]\#ncolour = "red""#)
      ) == [
        #"a.lesson.md:106:1: error FL047: A question has no key 'colour'. Its keys are id, kind, ask, points, hints, explain, practice, count, attempts, reads, locked, choices, last, answer, misconceptions, given and vary."#
      ]
    )
  }

  @Test func aKeyOfAnotherKind() {
    #expect(
      findings(
        altered(
          #"hints = ["Print W[150]."]"#,
          #"hints = ["Print W[150]."]\#nrequire = ["x"]\#nreject = ["y"]"#
        )
      ) == [
        #"a.lesson.md:106:1: error FL048: A question of kind choice has no key 'require'. Delete it; task has it."#,
        #"a.lesson.md:107:1: error FL048: A question of kind choice has no key 'reject'. Delete it; number, expression and task have it."#,
      ]
    )
  }

  @Test func numberForText() {
    #expect(
      findings(altered(#"answer = "signal""#, "answer = 28")) == [
        #"a.lesson.md:103:10: error FL050: 'answer' is a whole number. Write a text in quotes."#
      ]
    )
  }

  @Test func textForNumber() {
    #expect(
      findings(altered("points = 3", #"points = "3""#)) == [
        #"a.lesson.md:149:10: error FL050: 'points' is a text. Write a number."#
      ]
    )
  }

  @Test func textForList() {
    #expect(
      findings(altered(#"uses = ["s"]"#, #"uses = "s""#)) == [
        #"a.lesson.md:144:8: error FL050: 'uses' is a text. Write a list of texts in quotes."#
      ]
    )
  }

  @Test func numberInAListOfTexts() {
    #expect(
      findings(altered(#"uses = ["s"]"#, #"uses = ["s", 1]"#)) == [
        #"a.lesson.md:144:14: error FL050: 'uses' is a whole number. Write a text in quotes."#
      ]
    )
  }

  @Test func textForBoolean() {
    #expect(
      findings(altered("practice = true", #"practice = "true""#)) == [
        #"a.lesson.md:116:1: error FL049: The question has no 'points'. Write points = … in it, a number."#,
        #"a.lesson.md:119:12: error FL050: 'practice' is a text. Write true or false."#,
      ]
    )
  }

  @Test func dateForText() {
    #expect(
      findings(altered(#"summary = "A little more than one, many times.""#, "summary = 1979-05-27"))
        == [
          #"a.lesson.md:6:11: error FL050: 'summary' is a date. Write a text in quotes."#
        ]
    )
  }

  @Test func fractionForWhole() {
    #expect(
      findings(altered("minutes = 20", "minutes = 20.5")) == [
        #"a.lesson.md:10:11: error FL050: 'minutes' is a number. Write a whole number."#
      ]
    )
  }

  @Test func listForTable() {
    #expect(
      findings(altered("given = { s = 1.5, L = 20 }", #"given = ["s", "L"]"#)) == [
        #"a.lesson.md:91:9: error FL050: 'given' is a list. Write a table."#
      ]
    )
  }

  @Test func emptyText() {
    #expect(
      findings(altered(#"ask = "What shrank?""#, #"ask = " ""#)) == [
        #"a.lesson.md:102:7: error FL051: 'ask' is empty. Write something into it, or delete it."#
      ]
    )
  }

  @Test func escapedControl() {
    #expect(
      findings(altered(#"ask = "What shrank?""#, #"ask = "What \u001B[31m?""#)) == [
        #"a.lesson.md:102:7: error FL005: There is a control character, U+001B. Delete it."#
      ]
    )
  }

  @Test func infinity() {
    #expect(
      findings(altered(#"value = 1.5\#nrange"#, #"value = inf\#nrange"#)) == [
        #"a.lesson.md:41:9: error FL053: 'value' is inf. Write a finite number."#
      ]
    )
  }

  @Test func unclosedQuote() {
    #expect(
      findings(altered(#"ask = "What shrank?""#, #"ask = "What shrank?"#)) == [
        #"a.lesson.md:102:20: error FL075: The text in quotes doesn't end on its line. Close it, or use three quotes for a text of several lines; a backslash is \\."#
      ]
    )
  }

  @Test func noEqualsSign() {
    #expect(
      findings(altered(#"ask = "What shrank?""#, #"ask "What shrank?""#)) == [
        #"a.lesson.md:102:5: error FL043: This is not TOML: expected '=', saw '"'. Texts stand in quotes, lists in [ ], and each key on a line of its own."#
      ]
    )
  }

  @Test func leadingZero() {
    #expect(
      findings(altered("minutes = 20", "minutes = 020")) == [
        #"a.lesson.md:10:14: error FL043: This is not TOML: leading zeroes are prohibited. Texts stand in quotes, lists in [ ], and each key on a line of its own."#
      ]
    )
  }

  @Test func yamlTruth() {
    #expect(
      findings(altered("practice = true", "practice = yes")) == [
        #"a.lesson.md:119:12: error FL079: 'yes' is no value of TOML. Write true, or "yes" for the word itself."#
      ]
    )
  }

  @Test(arguments: [("", "\\n"), ("]", "]"), (",", ","), ("# why", "#"), ("}", "}")])
  func nothingAfterAnEqualsSign(_ text: String, _ seen: String) {
    let list = "objectives = [\"Say what a factor per layer does.\"]"
    #expect(
      findings(altered(list, "objectives = \(text)")) == [
        "a.lesson.md:7:14: error FL043: This is not TOML: expected value, saw '\(seen)'. "
          + "Texts stand in quotes, lists in [ ], and each key on a line of its own."
      ]
    )
  }

  @Test func aPointInABareKey() {
    #expect(
      findings(altered("\"s^L\" =", "28.5 =")) == [
        "a.lesson.md:96:1: error FL050: '28' is a table. "
          + "Write the whole key in quotes, if it holds a point."
      ]
    )
  }

  @Test func lettersOutsideQuotes() {
    #expect(
      findings(altered("minutes = 20", "minütes = λ")) == [
        "a.lesson.md:10:4: error FL043: This is not TOML: expected '=', saw 'ü'. "
          + "Texts stand in quotes, lists in [ ], and each key on a line of its own."
      ]
    )
  }

  /// toml++ 3.3 ends the program for these, if it may.
  @Test(arguments: [("[,]", 2), ("day = 1979-05-27 1,", 19)])
  func assertionsOfTheLibrary(_ text: String, _ column: Int) {
    #expect(
      findings(altered("[choices]\nweights", text + "\n[choices]\nweights")) == [
        "a.lesson.md:108:\(column): error FL076: The line isn't complete here. "
          + "A bracket, a quote or a value is missing."
      ]
    )
  }
}
