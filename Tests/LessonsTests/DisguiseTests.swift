import Lessons
import Testing

/// Questions that learners would see with their keys, and TOML that isn't.
@Suite struct DisguiseTests {
  @Test(arguments: [
    ("yaml question", "toml question"), ("question toml", "toml question"),
    ("python fathom", "fathom"), ("{.yaml .parameters}", "toml parameters"),
    ("json lesson", "toml lesson"), ("{question}", "toml question"),
  ])
  func aFenceInAnotherDressIsNamed(_ info: String, _ meant: String) {
    let text = altered("```toml question\nid = \"own", "```\(info)\nid = \"own")
    #expect(
      findings(text).contains(
        "a.lesson.md:154:1: error FL012: '\(info)' is no fence of a lesson. Did you mean ```\(meant)?"
      )
    )
  }

  @Test(arguments: ["yaml", "", "text", "ini"])
  func aQuestionInCodeIsNamed(_ info: String) {
    #expect(
      findings(altered("```toml question\nid = \"own", "```\(info)\nid = \"own")) == [
        "a.lesson.md:154:1: error FL077: The fence ```\(info) holds a question that learners would see "
          + "with its key. Write ```toml question."
      ]
    )
    #expect(
      findings(altered("plain code", "kind: number\nask: What is it?\nanswer: 5")).count == 1
    )
    let json = #"{"kind": "number", "ask": "What?", "answer": 3}"#
    #expect(findings(altered("plain code", json)).count == 1)
    #expect(findings(altered("plain code", "kind = \"number\"\ntask = 3")) == [])
    #expect(findings(altered("plain code", "ask = \"What?\"\n\"Answer\": 5")).count == 1)
    #expect(findings(altered("plain code", "- ask: What?\n- hints: Count.")).count == 1)
    #expect(findings(altered("plain code", "kind: one\nanswer: 5")).count == 1)
    #expect(findings(altered("plain code", "ask: me\ntask: 5\nanswers = later")).count == 1)
    #expect(findings(altered("plain code", "ask: me\ntask: 5")) == [])
    #expect(findings(altered("plain code", "answer = f(x)\npoints = [1, 2]")) == [])
  }

  /// What stands in the place of a value, and what is said of it.
  @Test(arguments: [
    ("no", "FL079: 'no' is no value of TOML. Write false, or \"no\" for the word itself."),
    ("True", "FL079: 'True' is no value of TOML. Write true, or \"True\" for the word itself."),
    ("5:20", "FL078: '5:20' stands without quotes. Write \"5:20\"."),
    ("s^(L-1)", "FL078: 's^(L-1)' stands without quotes. Write \"s^(L-1)\"."),
    ("“signal”", "FL080: “ is no quote of TOML. Write straight ones: \"."),
    ("two words  # why", "FL078: 'two words' stands without quotes. Write \"two words\"."),
  ])
  func aValueThatIsNone(_ value: String, _ words: String) {
    #expect(
      findings(altered(#"answer = "signal""#, "answer = \(value)")) == [
        "a.lesson.md:103:10: error \(words)"
      ]
    )
  }

  @Test func aFenceClosedByOtherCharacters() {
    #expect(
      findings(altered("kind = \"choice\"\n", "kind = \"choice\"\n~~~\n")) == [
        "a.lesson.md:102:1: error FL081: ~~~ doesn't close this fence. "
          + "Close a fence with the same characters that open it."
      ]
    )
  }

  @Test func aSentenceWithOtherPunctuationIsATrace() throws {
    let told = try lesson(
      altered("A quote.", "each of the **matrices** - but the last - multiplies by {s}!")
    )
    let error = #expect(throws: ReleaseError.self) { try told.released() }
    #expect(error?.part == "explain" && error?.question == "factor" && error?.line == 28)
    #expect(told.traces.count == 1)
  }

  @Test func oneSentenceOfAnExplanationIsATrace() throws {
    let text = altered(
      "A quote.",
      "The weights are what they were; the signal passing through shrank"
    ).replacing("passing through shrank.\"", with: "passing through shrank. Print them.\"")
    #expect(try lesson(text).traces.map(\.part) == ["explain"])
  }
}
