import Lessons
import Testing

/// What an author reads.
@Suite struct QuestionDiagnosticsTests {
  @Test func noKind() {
    #expect(
      findings(altered(#"kind = "text"\#n"#, "")) == [
        #"a.lesson.md:154:1: error FL049: The question has no 'kind'. Write kind = … in it, a text in quotes."#
      ]
    )
  }

  @Test func unknownKind() {
    #expect(
      findings(altered(#"kind = "text""#, #"kind = "texts""#)) == [
        #"a.lesson.md:156:9: error FL052: 'texts' is no kind. Did you mean "text"?"#
      ]
    )
  }

  @Test func kindFarFromAny() {
    #expect(
      findings(altered(#"kind = "text""#, #"kind = "essay""#)) == [
        #"a.lesson.md:156:9: error FL052: 'essay' is no kind. Write one of number, choice, choices, expression, predict, task and text."#
      ]
    )
  }

  @Test func noHints() {
    #expect(
      findings(altered(#"hints = ["A power."]\#n"#, "")) == [
        #"a.lesson.md:127:1: error FL062: A question of kind expression needs a hint. Write hints = ["…"] with the next thing to try."#
      ]
    )
  }

  @Test func noExplanation() {
    #expect(
      findings(altered(#"explain = "Those above one."\#n"#, "")) == [
        #"a.lesson.md:116:1: error FL049: The question has no 'explain'. Write explain = … in it, a text in quotes."#
      ]
    )
  }

  @Test func nothingRejected() {
    #expect(
      findings(altered(#"reject = ["s^L"]\#n"#, "")) == [
        #"a.lesson.md:127:1: error FL063: Nothing shows what the question refuses. Write reject = ["…"] or [misconceptions] with a plausible wrong answer."#
      ]
    )
  }

  @Test func nothingRejectedInATask() {
    #expect(
      findings(altered(#"reject = ["s = 0.9"]\#n"#, "")) == [
        #"a.lesson.md:139:1: error FL063: Nothing shows what the task refuses. Write reject = ["…"] with statements that don't do it."#
      ]
    )
  }

  @Test func unknownChoice() {
    #expect(
      findings(altered(#"answer = "signal""#, #"answer = "signl""#)) == [
        #"a.lesson.md:103:11: error FL064: There is no choice 'signl'. Did you mean "signal"?"#
      ]
    )
  }

  @Test func choiceFarFromAny() {
    #expect(
      findings(altered(#"answer = "signal""#, #"answer = "x""#)) == [
        #"a.lesson.md:103:11: error FL064: There is no choice 'x'. Its choices are weights and signal."#
      ]
    )
  }

  @Test func misconceptionOfNoChoice() {
    #expect(
      findings(altered(#"weights = "Print them: they are unchanged.""#, #"biases = "No.""#)) == [
        #"a.lesson.md:113:1: error FL064: There is no choice 'biases'. Its choices are weights and signal."#
      ]
    )
  }

  @Test func misconceptionOfTheRightChoice() {
    #expect(
      findings(altered(#"weights = "Print them: they are unchanged.""#, #"signal = "No.""#)) == [
        #"a.lesson.md:113:1: error FL067: 'signal' is the right choice, not a misconception. Delete it, or change the answer."#
      ]
    )
  }

  @Test func oneChoice() {
    #expect(
      findings(altered(#"weights = "the weights"\#n"#, "")) == [
        #"a.lesson.md:109:1: error FL065: There is only one choice. Write two at least."#,
        #"a.lesson.md:112:1: error FL064: There is no choice 'weights'. Its choices are signal."#,
      ]
    )
  }

  @Test func tooManyChoices() {
    #expect(
      findings(
        altered(
          #"choices = { a = "1.5", b = "0.5", c = "1.01" }"#,
          #"choices = { a = "1", c = "2", x0 = "3", x1 = "4", x2 = "5", x3 = "6", x4 = "7", x5 = "8", x6 = "9", x7 = "A", x8 = "B", x9 = "C", x10 = "D", x11 = "E", x12 = "F", x13 = "G", x14 = "H", x15 = "I", x16 = "J", x17 = "K", x18 = "L", x19 = "M", x20 = "N", x21 = "O", x22 = "P", x23 = "Q", x24 = "R" }"#
        )
      ) == [
        #"a.lesson.md:124:285: error FL066: There are 27 choices, but only 26 letters. Write fewer."#
      ]
    )
  }

  @Test func badChoiceID() {
    #expect(
      findings(altered(#"weights = "the weights""#, #""the weights" = "the weights""#)) == [
        #"a.lesson.md:109:2: error FL074: 'the weights' is no id of a choice. Use 40 characters at most, without blanks, commas, quotes and brackets."#,
        #"a.lesson.md:113:1: error FL064: There is no choice 'weights'. Its choices are the weights and signal."#,
      ]
    )
  }

  @Test func rightAndWrong() {
    #expect(
      findings(altered(#"reject = ["s^L"]"#, #"reject = ["s^(L-1)"]"#)) == [
        #"a.lesson.md:133:12: error FL068: 's^(L-1)' is accepted and rejected. Keep one of them."#
      ]
    )
  }

  @Test func acceptedTwice() {
    #expect(
      findings(
        altered(#"accept = ["2216.8378", "(3/2)^19"]"#, #"accept = ["(3/2)^19", "(3/2)^19"]"#)
      ) == [
        #"a.lesson.md:87:24: error FL057: '(3/2)^19' stands twice in 'accept'. Keep one."#
      ]
    )
  }

  @Test func practiceWithPoints() {
    #expect(
      findings(altered("practice = true", #"practice = true\#npoints = 1\#ncount = "first""#)) == [
        #"a.lesson.md:120:10: error FL069: A question for practice is worth nothing. Delete points and count, or practice."#,
        #"a.lesson.md:121:9: error FL069: A question for practice is worth nothing. Delete points and count, or practice."#,
      ]
    )
  }

  @Test func thousandthsOfPoints() {
    #expect(
      findings(altered("points = 0.5", "points = 0.005")) == [
        #"a.lesson.md:67:10: error FL053: 'points' is 0.005. Write a number from 0.01 to 1000 with at most two decimals."#
      ]
    )
  }

  @Test func noPoints() {
    #expect(
      findings(altered(#"points = 0.5\#n"#, "")) == [
        #"a.lesson.md:59:1: error FL049: The question has no 'points'. Write points = … in it, a number."#
      ]
    )
  }

  @Test func unknownCount() {
    #expect(
      findings(altered(#"count = "first""#, #"count = "last""#)) == [
        #"a.lesson.md:90:10: error FL052: 'last' is no count. Write one of best-before-explanation and first."#
      ]
    )
  }

  @Test func unknownTolerance() {
    #expect(
      findings(altered(#"within = "rel 1e-3""#, #"within = "1e-3""#)) == [
        #"a.lesson.md:86:11: error FL055: '1e-3' is no tolerance. Write "rel 1e-3", "log10 0.05", "sig 3", "exact" or "abs 0.1"."#
      ]
    )
  }

  @Test func relativeOne() {
    #expect(
      findings(altered(#"within = "rel 1e-3""#, #"within = "rel 1""#)) == [
        #"a.lesson.md:86:11: error FL055: 'rel 1' is no tolerance. Write "rel 1e-3", "log10 0.05", "sig 3", "exact" or "abs 0.1"."#
      ]
    )
  }

  @Test func sixteenDigits() {
    #expect(
      findings(altered(#"within = "rel 1e-3""#, #"within = "sig 16""#)) == [
        #"a.lesson.md:86:11: error FL055: 'sig 16' is no tolerance. Write "rel 1e-3", "log10 0.05", "sig 3", "exact" or "abs 0.1"."#
      ]
    )
  }

  @Test func placeholderOfNoParameter() {
    #expect(
      findings(altered("There are {L} - 1", "There are {K} - 1")) == [
        #"a.lesson.md:92:60: error FL070: {K} is no parameter of the question. Its parameters are s and L."#
      ]
    )
  }

  @Test func placeholderWithoutParameters() {
    #expect(
      findings(altered(#"ask = "What shrank?""#, #"ask = "What shrank for {s}?""#)) == [
        #"a.lesson.md:102:24: error FL070: {s} is no parameter of the question. Give it one with given = { s = … }."#
      ]
    )
  }

  @Test func givenAndVaried() {
    #expect(
      findings(
        altered(
          "given = { s = 1.5, L = 20 }",
          #"given = { s = 1.5, L = 20 }\#nvary = { s = [1, 2] }"#
        )
      ) == [
        #"a.lesson.md:92:10: error FL071: 's' is both given and varied. Keep it in one of them."#
      ]
    )
  }

  @Test func badRange() {
    #expect(
      findings(altered(#"L = "2...50""#, #"L = "50...2""#)) == [
        #"a.lesson.md:132:32: error FL056: 'L' can't be drawn from '50...2'. Write "10...30", "0.5...1.5 by 0.1" or a list of numbers."#
      ]
    )
  }

  @Test func rangeOfNoNumbers() {
    #expect(
      findings(altered(#"L = "2...50""#, #"L = "two to fifty""#)) == [
        #"a.lesson.md:132:32: error FL056: 'L' can't be drawn from 'two to fifty'. Write "10...30", "0.5...1.5 by 0.1" or a list of numbers."#
      ]
    )
  }

  @Test func numberForDomain() {
    #expect(
      findings(altered(#"L = "2...50""#, "L = 3")) == [
        #"a.lesson.md:132:31: error FL050: 'L' is a whole number. Write a list of numbers or a range in quotes."#
      ]
    )
  }

  @Test func sameDrawTwice() {
    #expect(
      findings(altered("vary = { n = [10, 100] }", "vary = { n = [10, 100, 10.0] }")) == [
        #"a.lesson.md:148:24: error FL057: '10.0' stands twice in 'n'. Keep one."#
      ]
    )
  }

  @Test func noCellAfterPrediction() {
    #expect(
      findings(altered(#"```fathom\#nM = s"#, #"```text\#nM = s"#)) == [
        #"a.lesson.md:59:1: error FL072: Nothing shows what 'guess' asks to predict. Write a cell below it, before the next ##."#
      ]
    )
  }

  @Test func badNameOfUse() {
    #expect(
      findings(altered(#"uses = ["s"]"#, #"uses = ["s", "s", "W[1]"]"#)) == [
        #"a.lesson.md:144:15: error FL057: 's' stands twice in 'uses'. Keep one."#,
        #"a.lesson.md:144:20: error FL054: 'W[1]' is no name. Use letters, digits and _, and a letter or _ first."#,
      ]
    )
  }

  @Test func keyInALearnersCopy() throws {
    #expect(
      findings((try releasedText()).replacing("points = 2", with: "points = 2\nanswer = \"1\""))
        == [
          #"a.lesson.md:80:1: error FL073: A learners' copy holds 'answer'. Delete it, or delete released = true if this is the lesson itself."#
        ]
    )
  }

  @Test func formOfAnother() {
    #expect(
      findings(altered(#"form = "number""#, #"form = "points""#)) == [
        #"a.lesson.md:65:6: error FL050: 'at' is a whole number. Write a list of numbers."#
      ]
    )
  }

  @Test func formWithForeignKey() {
    #expect(
      findings(altered(#"form = "number""#, #"form = "choice""#)) == [
        #"a.lesson.md:59:1: error FL049: The question has no 'choices'. Write choices = … in it, a table."#,
        #"a.lesson.md:59:1: error FL049: The question has no 'answer'. Write answer = … in it, a text in quotes."#,
        #"a.lesson.md:64:1: error FL047: A predict with form choice has no key 'shows'. Its keys are id, kind, ask, points, hints, explain, practice, count, attempts, reads, locked, choices, last and answer."#,
        #"a.lesson.md:65:1: error FL047: A predict with form choice has no key 'at'. Its keys are id, kind, ask, points, hints, explain, practice, count, attempts, reads, locked, choices, last and answer."#,
        #"a.lesson.md:66:1: error FL047: A predict with form choice has no key 'within'. Its keys are id, kind, ask, points, hints, explain, practice, count, attempts, reads, locked, choices, last and answer."#,
      ]
    )
  }
}
