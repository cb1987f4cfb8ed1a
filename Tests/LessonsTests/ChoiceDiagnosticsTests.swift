import Foundation
import Lessons
import Testing

/// What gives choices away, and where they may stand.
@Suite struct ChoiceDiagnosticsTests {
  /// What is said of a lesson, without the places.
  private func said(_ text: String) -> [String] {
    findings(text).map { line in
      String(line[(line.range(of: ": ")?.upperBound ?? line.startIndex)...])
    }
  }

  @Test func theSameWordsAreTheSameChoice() {
    #expect(
      findings(altered(#"signal = "the signal""#, #"signal = "The  Weights""#)) == [
        "a.lesson.md:110:1: error FL082: The choice 'signal' has the words of 'weights'. "
          + "Write something else into one of them."
      ]
    )
  }

  @Test(arguments: ["the weights.", "The weights!", "the weights ,"])
  func howAChoiceEndsMakesNoOther(_ text: String) {
    #expect(
      said(altered(#"signal = "the signal""#, "signal = \"\(text)\"")).map { $0.prefix(12) }
        == ["error FL082:"]
    )
  }

  @Test(arguments: [
    "None of the others", "All of the above.", "none of these", "Both of the above are true.",
    "Neither of the two above", "More than one of these.", "Any of the following",
  ])
  func whatIsAboutTheOthersStandsLast(_ text: String) {
    let other = altered(#"signal = "the signal""#, "signal = \"\(text)\"")
    #expect(
      said(other).filter { !$0.contains("FL084") } == [
        "warning FL092: The choice 'signal' is about the others and may be shown before them. "
          + "Write last = [\"signal\"]: choices stand in an order of each learner's own."
      ]
    )
    let last = other.replacing(
      "[choices]\nweights",
      with: "last = [\"signal\"]\n\n[choices]\nweights"
    )
    .replacing("format = 1", with: "format = 2")
    #expect(said(last).filter { !$0.contains("FL084") } == [])
  }

  @Test(arguments: [
    "None.", "All of them.", "Both lie flat.", "None of the signal", "one above 1", "Nothing new",
    "the others", "All of the above grows.",
  ])
  func whatIsAboutTheMatterMayStandAnywhere(_ text: String) {
    #expect(
      said(altered(#"signal = "the signal""#, "signal = \"\(text)\""))
        .filter { !$0.contains("FL084") } == []
    )
  }

  @Test func somethingMustBeWrong() {
    #expect(
      said(altered(#"answer = ["a", "c"]"#, #"answer = ["a", "b", "c"]"#)) == [
        "error FL083: All choices are right. Write a wrong one; nobody has to choose here."
      ]
    )
  }

  @Test func theRightChoiceMayNotStickOut() {
    #expect(
      findings(
        altered(#"signal = "the signal""#, #"signal = "the signal, a little in each layer""#)
      ) == [
        "a.lesson.md:110:1: warning FL084: The right choice, 'signal', is by far the longest. "
          + "Shorten it, or say more in the others: who guesses takes the longest."
      ]
    )
    #expect(findings(altered(#"signal = "the signal""#, #"signal = "the signals alone""#)) == [])
  }

  /// A lesson of choice questions: each with the lengths of its choices and the right one.
  private func quiz(_ questions: [(lengths: [Int], right: Int)]) -> String {
    let fences = questions.enumerated().map { index, question in
      let choices = question.lengths.enumerated().map { place, length in
        "c\(place) = \"" + String(repeating: "xyzw".map(String.init)[place], count: length) + "\""
      }
      return """
        ```toml question
        id = "q\(index)"
        kind = "choice"
        ask = "Which?"
        answer = "c\(question.right)"
        points = 1
        hints = ["Think."]
        explain = "So."

        [choices]
        \(choices.joined(separator: "\n"))
        ```
        """
    }
    return """
      ```toml lesson
      format = 2
      id = "quiz"
      title = "Quiz"
      version = "1.0.0"
      summary = "Questions."
      objectives = ["Choose."]
      takeaways = ["Chosen."]
      minutes = 5
      ```

      # Quiz

      ## Only

      """ + fences.joined(separator: "\n\n") + "\n"
  }

  @Test func aHabitOfLengthIsNamed() {
    let short = (lengths: [20, 22, 19], right: 0)
    let long = (lengths: [20, 22, 19], right: 1)
    let last = (lengths: [20, 20, 19], right: 2)
    #expect(
      findings(quiz([long, long, long, short, last])) == [
        "a.lesson.md:1:1: warning FL085: The right choice is the longest in 3 of 5 questions. "
          + "Shorten some, or say more in the others: who guesses takes the longest."
      ]
    )
    // Half is no majority, and three questions are no habit.
    #expect(findings(quiz([long, long, short, last])) == [])
    #expect(findings(quiz([long, long, (lengths: [25, 20, 19], right: 0)])) == [])
  }

  @Test func aHabitOfPlaceIsNamed() {
    let right = (0..<3).map { (lengths: [20, 20, 20], right: $0) }
    #expect(
      findings(quiz([right[1], right[1], right[0], right[1], right[1], right[2]])) == [
        "a.lesson.md:1:1: warning FL086: The right choice is b in 4 of 6 questions. "
          + "Change the order of the choices in some of them."
      ]
    )
    // Three of five are sixty in a hundred, not more.
    #expect(findings(quiz([right[1], right[1], right[1], right[0], right[2]])) == [])
    #expect(findings(quiz([right[1], right[1], right[1]])) == [])
  }

  private func inFormat2(_ last: String) -> String {
    altered("[choices]\nweights", "last = \(last)\n\n[choices]\nweights")
      .replacing("format = 1", with: "format = 2")
  }

  @Test func lastNamesChoices() throws {
    let text = inFormat2("[\"weights\"]")
    #expect(try question("why", in: text).choices.map(\.lastPlace) == [0, nil])
    #expect(
      said(inFormat2("[\"signal\", \"weights\"]")) == [
        "error FL091: All choices stand last. Keep in 'last' only those that go behind the others."
      ]
    )
    #expect(
      said(inFormat2("[\"signals\"]")) == [
        "error FL064: There is no choice 'signals'. Did you mean \"signal\"?"
      ]
    )
    #expect(
      said(inFormat2("[\"signal\", \"signal\"]"))
        == ["error FL057: 'signal' stands twice in 'last'. Keep one."]
    )
    #expect(try lesson(text).released().contains("last = [\"weights\"]"))
  }

  @Test func lessonsBesideEachOther() throws {
    let (one, _) = Lesson.parse(wholeLesson, path: "a/01.lesson.md")
    let (two, _) = Lesson.parse(wholeLesson, path: "a/02.lesson.md")
    let (copy, _) = Lesson.parse(try releasedText(), path: "a/copy.md")
    let lesson = try #require(two)
    let others = [try #require(one), lesson, try #require(copy)]
    #expect(
      lesson.diagnostics(beside: others, known: ["scaling", "products"]).map(\.text) == [
        "a/02.lesson.md:3:7: error FL087: The lesson 'scaling' is also in a/01.lesson.md. "
          + "Change one of the ids, or delete one file.",
        "a/02.lesson.md:9:14: error FL088: There is no lesson 'product'. Did you mean \"products\"?",
      ]
    )
    #expect(
      lesson.diagnostics(beside: [], known: []).map(\.text) == [
        "a/02.lesson.md:9:14: error FL088: There is no lesson 'product'. "
          + "Delete it, or put that lesson beside this one."
      ]
    )
    #expect(lesson.diagnostics(beside: [lesson, others[2]], known: ["product"]) == [])
  }
}
