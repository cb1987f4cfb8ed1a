import Lessons
import TestSupport
import Testing

/// What an author reads.
@Suite struct HeaderDiagnosticsTests {
  @Test func noHeader() {
    #expect(
      findings(altered("```toml lesson", "```text")) == [
        #"a.lesson.md:1:1: error FL036: The lesson has no header. Begin with a fence ```toml lesson that has format, id, title, version, …"#
      ]
    )
  }

  @Test func headerNotFirst() {
    #expect(
      findings("Hello.\n\n" + wholeLesson) == [
        #"a.lesson.md:3:1: error FL037: The header isn't the first fence. Put it before everything else."#
      ]
    )
  }

  @Test func aSecondHeader() {
    #expect(
      findings(altered("## The factor", #"```toml lesson\#n```\#n## The factor"#)) == [
        #"a.lesson.md:78:1: error FL038: This is a second header; the first is in line 1. Keep one."#
      ]
    )
  }

  @Test func anUnknownFormat() {
    #expect(
      findings(altered("format = 1", "format = 3")) == [
        #"a.lesson.md:2:10: error FL039: Format 3 is not known; this fathom reads 1 and 2. Write format = 2, or use a newer fathom."#
      ]
    )
  }

  @Test func keysOfALaterFormat() {
    #expect(
      findings(altered("format = 1", "format = 1\nmode = \"graded\"")) == [
        #"a.lesson.md:3:1: error FL089: 'mode' is a key of format 2. Write format = 2 in the header."#,
        #"a.lesson.md:91:9: error FL090: In a graded lesson the last answer counts. Delete count; attempts = 1 takes one answer and no more."#,
      ]
    )
    #expect(
      findings(altered("format = 1", "format = 2\nmode = \"strict\"")) == [
        #"a.lesson.md:3:9: error FL052: 'strict' is no mode. Write one of practice and graded."#
      ]
    )
    let graded = altered("format = 1", "format = 2\nmode = \"graded\"")
      .replacing(/\ncount = "[a-z-]+"/, with: "")
    #expect(findings(graded) == [])
    let (lesson, _) = Lesson.parse(graded, path: "a.lesson.md")
    #expect(lesson?.header.mode == .graded)
    #expect(
      lesson?.questions.allSatisfy { question in
        switch question.credit {
        case .practice, .counted(_, .last): true
        case .counted(_, .best), .counted(_, .first): false
        }
      } == true
    )
  }

  @Test func titlesDiffer() {
    #expect(
      findings(altered(#"# Scaling\#n"#, #"# Scale\#n"#)) == [
        #"a.lesson.md:14:1: error FL040: The title 'Scale' is 'Scaling' in the header. Write the same in both."#
      ]
    )
  }

  @Test func aBadVersion() {
    #expect(
      findings(altered(#""1.0.0""#, #""1.0""#)) == [
        #"a.lesson.md:5:12: error FL041: '1.0' is no version. Write three numbers, as in "1.0.0"."#
      ]
    )
  }

  @Test func requiresItself() {
    #expect(
      findings(altered(#"["product"]"#, #"["scaling", "product", "product", "P"]"#)) == [
        #"a.lesson.md:9:14: error FL042: The lesson requires itself, 'scaling'. Delete it."#,
        #"a.lesson.md:9:36: error FL057: 'product' stands twice in 'requires'. Keep one."#,
        #"a.lesson.md:9:47: error FL030: 'P' is no id. Use lower-case letters a to z, digits and single hyphens, 40 at most."#,
      ]
    )
  }

  @Test func aBadLessonID() {
    #expect(
      findings(altered(#"id = "scaling""#, #"id = "Scaling""#)) == [
        #"a.lesson.md:3:7: error FL030: 'Scaling' is no id. Use lower-case letters a to z, digits and single hyphens, 40 at most."#
      ]
    )
  }

  @Test func missingKeys() {
    #expect(
      findings(altered(#"minutes = 20\#n"#, "")) == [
        #"a.lesson.md:1:1: error FL049: The lesson has no 'minutes'. Write minutes = … in it, a whole number."#
      ]
    )
  }

  @Test func minutesOutOfRange() {
    #expect(
      findings(altered("minutes = 20", "minutes = 0")) == [
        #"a.lesson.md:10:11: error FL053: 'minutes' is 0. Write a whole number from 1 to 600."#
      ]
    )
  }

  @Test func emptyLists() {
    #expect(
      findings(altered(#"objectives = ["Say what a factor per layer does."]"#, "objectives = []"))
        == [
          #"a.lesson.md:7:14: error FL051: 'objectives' is empty. Write something into it, or delete it."#
        ]
    )
  }

  @Test func unknownHeaderKey() {
    #expect(
      findings(altered("lecture =", "lectre =")) == [
        #"a.lesson.md:11:1: error FL047: A lesson has no key 'lectre'. Did you mean 'lecture'?"#
      ]
    )
  }

  @Test func whatOnlyACopyHas() {
    #expect(
      findings(altered("minutes = 20", "minutes = 20\nclass = \"a b\"\nlearner = \" Ada\"")) == [
        #"a.lesson.md:11:10: error FL131: 'a b' is no seed of a class. Write up to 40 letters, digits, points and hyphens, as in "2026-a"."#,
        #"a.lesson.md:12:12: error FL132: ' Ada' is no name of a learner. Write 1 to 60 characters in one line; `fathom release --roster` writes it."#,
      ]
    )
  }

  /// A number names one problem.
  @Test func codesAreTheirOwn() throws {
    let text = try Repository.text("Sources/Lessons/Source/Problem+Code.swift")
    let codes = text.matches(of: /case [^\n]*: (\d+)\n/).map(\.output.1)
    #expect(codes.count > 80)
    #expect(Set(codes).count == codes.count)
  }
}
