import Foundation
import Lessons
import Testing

/// What a course says of its lessons, and the talks that it makes of them.
@Suite struct CourseTests {
  /// A lesson of two steps, each with a question of its own.
  private func lesson(_ id: String, requires: String = "[]") throws -> Lesson {
    let text = """
      ```toml lesson
      format = 2
      id = "\(id)"
      title = "The \(id)"
      version = "1.0.0"
      summary = "S."
      objectives = ["O."]
      takeaways = ["T."]
      requires = \(requires)
      minutes = 5
      ```

      # The \(id)

      What stands before \(id).

      ## First of \(id)
      <!-- id: first -->

      One.

      <!-- speaker: Say one. -->

      ```toml question
      id = "\(id)-own"
      kind = "text"
      ask = "Why?"
      points = 1
      ```

      Two.

      ## Second

      ```fathom
      a = 1
      ```

      ```toml question
      id = "\(id)-other"
      kind = "text"
      ask = "How?"
      points = 1
      ```
      """
    let (lesson, faults) = Lesson.parse(text, path: "\(id).lesson.md")
    #expect(faults.isEmpty)
    return try #require(lesson)
  }

  private static let course = """
    format = 1
    title = "A course"

    [[groups]]
    title = "All"
    lessons = ["a", "b"]

    [talks.short]
    title = "Short"
    version = "1.0.0"
    summary = "S."
    objectives = ["O."]
    takeaways = ["T."]
    minutes = 3
    pieces = [
      { lesson = "b", step = "second", without = ["b-other"] },
      { lesson = "a", step = "first", before = "a-own" },
      { lesson = "b", step = "first" },
    ]
    """

  private func syllabus(_ text: String = course) throws -> Syllabus {
    let (syllabus, faults) = Syllabus.parse(Array(text.utf8), path: "course.toml")
    #expect(faults.map(\.text) == [])
    return try #require(syllabus)
  }

  private func faults(_ text: String, _ lessons: [Lesson]) -> [String] {
    let (syllabus, faults) = Syllabus.parse(Array(text.utf8), path: "course.toml")
    let found = syllabus?.diagnostics(among: lessons) ?? []
    return (faults + found).map { String($0.text.dropFirst("course.toml:".count)) }
  }

  private func altered(_ old: String, _ new: String) throws -> String {
    try #require(Self.course.contains(old), "the course has no '\(old)'")
    return Self.course.replacing(old, with: new)
  }

  @Test func aSoundCourse() throws {
    let lessons = [try lesson("b", requires: "[\"a\"]"), try lesson("a")]
    let syllabus = try syllabus()
    #expect(syllabus.diagnostics(among: lessons) == [])
    #expect(syllabus.title == "A course")
    #expect(syllabus.groups.map(\.ids) == [["a", "b"]])
    #expect(syllabus.ordered(lessons).map(\.header.id.value) == ["a", "b"])
    // A lesson that it doesn't know stands behind those that it does.
    let other = try lesson("aa")
    #expect(
      syllabus.ordered([other] + lessons).map(\.header.id.value) == ["a", "b", "aa"]
    )
  }

  @Test func aTalkIsALessonOfTheStepsThatItNames() throws {
    let lessons = [try lesson("a"), try lesson("b")]
    let syllabus = try syllabus()
    let talk = syllabus.assembled(try #require(syllabus.talk("short")), of: lessons)
    #expect(talk.diagnostics == [])
    let made = try #require(talk.lesson)
    #expect(made.header.title.value == "Short")
    #expect(made.steps.map(\.id.value) == ["b-second", "a-first", "b-first"])
    #expect(made.steps.map(\.title.value) == ["Second", "First of a", "First of b"])
    #expect(made.questions.map(\.id.value) == ["b-own"])
    // What stands before the first step comes with it, and so do the notes.
    #expect(made.text.contains("<!-- id: a-first -->\n\nWhat stands before a.\n\n\nOne."))
    #expect(!made.text.contains("# The a"))
    #expect(made.text.components(separatedBy: "Say one.").count == 3)
    #expect(made.text.components(separatedBy: "Two.").count == 2)
    // The same lessons make the same text; another text makes another digest.
    let again = syllabus.assembled(try #require(syllabus.talk("short")), of: lessons.reversed())
    #expect(again.lesson?.digest == made.digest)
  }

  @Test func aStepOrAQuestionThatComesTwice() throws {
    let lessons = [try lesson("a"), try lesson("b")]
    let twice = try altered("step = \"first\" }", "step = \"second\" }")
    #expect(
      faults(twice, lessons) == [
        "18:27: error FL057: 'b-second' stands twice in 'pieces'. Keep one."
      ]
    )
    let (other, found) = Lesson.parse(
      try lesson("b").text.replacing("b-own", with: "a-own"),
      path: "b.lesson.md"
    )
    #expect(found.isEmpty)
    let asked = try altered(", before = \"a-own\"", "")
    #expect(
      faults(asked, [try lesson("a"), try #require(other)]) == [
        "18:27: error FL099: A question 'a-own' is asked by the step of line 17 already. "
          + "Leave one out, with without = [\"a-own\"]."
      ]
    )
  }

  @Test func whatIsWrongInATalkIsNamedWhereTheCourseBringsItIn() throws {
    // Of two parameters of one name, one stands before the first step, where a talk doesn't part them.
    let parameters = "```toml parameters\n[p]\nvalue = 1\nmeaning = \"m\"\n```\n\n"
    let text = try lesson("a").text
      .replacing("What stands before a.", with: parameters + "What stands before a.")
      .replacing("One.\n", with: "One.\n\n" + parameters)
    let (changed, found) = Lesson.parse(text, path: "a.lesson.md")
    #expect(found.isEmpty)
    let syllabus = try syllabus()
    let talk = syllabus.assembled(
      syllabus.talks[0],
      of: [try #require(changed), try lesson("b")]
    )
    #expect(talk.lesson == nil)
    let words = talk.diagnostics.map(\.text)
    #expect(words.count == 1)
    #expect(
      words[0].hasPrefix(
        "course.toml:17:27: error FL098: The talk 'short' can't show line 29 of a.lesson.md: The step has the parameter 'p' already"
      ),
      "\(words)"
    )
  }

  @Test func anotherTextHasAnotherDigest() throws {
    let lessons = [try lesson("a"), try lesson("b")]
    let before = try syllabus()
    let after = try syllabus(try altered(", before = \"a-own\"", ""))
    let digests = try [before, after].map { syllabus in
      try #require(syllabus.assembled(syllabus.talks[0], of: lessons).lesson).digest
    }
    #expect(digests[0] != digests[1])
  }

  @Test func namesThatAreNotThere() throws {
    let lessons = [try lesson("a"), try lesson("b")]
    let group = try altered("lessons = [\"a\", \"b\"]", "lessons = [\"a\", \"bb\"]")
    #expect(
      faults(group, lessons) == [
        "4:1: error FL093: The lesson 'b' of b.lesson.md is in no group. Write it into one.",
        "6:18: error FL088: There is no lesson 'bb'. Did you mean \"b\"?",
      ]
    )
    let twice = try altered("[\"a\", \"b\"]", "[\"a\", \"b\", \"a\"]")
    #expect(
      faults(twice, lessons) == ["6:23: error FL057: 'a' stands twice in 'lessons'. Keep one."]
    )
    let step = try altered("step = \"second\"", "step = \"secnd\"")
    #expect(
      faults(step, lessons) == [
        "16:27: error FL096: The lesson 'b' has no step 'secnd'. Did you mean \"second\"?"
      ]
    )
    let question = try altered("before = \"a-own\"", "before = \"guess\"")
    #expect(
      faults(question, lessons) == [
        "17:45: error FL097: The step 'first' has no question 'guess'. Its questions are a-own."
      ]
    )
    let talk = try altered("talks.short", "talks.a")
    #expect(
      faults(talk, lessons) == [
        "8:8: error FL087: The lesson 'a' is also in a.lesson.md. Change one of the ids, or delete one file."
      ]
    )
  }

  @Test func lessonsThatRequireEachOther() throws {
    let lessons = [try lesson("a", requires: "[\"b\"]"), try lesson("b")]
    #expect(
      faults(Self.course, lessons) == [
        "6:13: error FL095: 'a' stands before 'b', which it requires. Put 'b' first."
      ]
    )
    let circle = Self.course + "\n[prerequisites]\nb = [\"a\"]\n"
    #expect(
      faults(circle, lessons) == [
        "6:13: error FL094: 'a' requires itself: a requires b requires a. "
          + "Delete one of these, in a lesson's requires or in the course's prerequisites."
      ]
    )
  }

  @Test func whatIsNoCourse() throws {
    #expect(
      faults("format = 1\ntitle = \"T\"\ngroup = []\n", []) == [
        "1:1: error FL049: The course has no 'groups'. Write groups = … in it, a list of tables.",
        "3:1: error FL047: A course has no key 'group'. Did you mean 'groups'?",
      ]
    )
    #expect(
      faults("format = 7\ntitle = 3\ngroups = [1]\n", []) == [
        "1:10: error FL039: Format 7 is not known; this fathom reads 1. "
          + "Write format = 1, or use a newer fathom.",
        "2:9: error FL050: 'title' is a whole number. Write a text in quotes.",
        "3:11: error FL050: 'groups' is a whole number. Write a table.",
      ]
    )
    #expect(faults("title = ", []).count == 1)
    let talk = try altered("minutes = 3", "minutes = \"3\"\nid = \"x\"")
    #expect(
      faults(talk, []).filter { !$0.contains("FL088") } == [
        "14:11: error FL050: 'minutes' is a text. Write a whole number.",
        "15:1: error FL047: A talk has no key 'id'. Its keys are title, version, summary, "
          + "objectives, takeaways, minutes, lecture, lang and pieces.",
      ]
    )
  }
}
