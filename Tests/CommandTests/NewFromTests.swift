import Foundation
import Lessons
import TestSupport
import Testing

/// `fathom new --from`: a graded lesson of one that there is.
struct NewFromTests {
  @Test func aGradedLessonOfScaling() throws {
    let fathom = try Fathom()
    let result = try fathom.run("new", "mine", "--from", "scaling", "--title", "Mine")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("The other keys are those of \"scaling\": write over them."))
    let path = fathom.path("mine.lesson.md")
    let checked = try fathom.run("check", path)
    #expect(checked.status == 0 && checked.output == "", "\(checked.output)")
    let mine = try #require(Lesson.parse(try fathom.read(path), path: path).lesson)
    let text = try Repository.text("lessons/03-scaling.lesson.md")
    let other = try #require(Lesson.parse(text, path: "other").lesson)
    #expect(mine.header.id.value == "mine" && mine.header.title.value == "Mine")
    #expect(mine.header.mode == .graded)
    #expect(mine.questions.map(\.id.value) == other.questions.map(\.id.value))
    #expect(mine.steps.map(\.cells).map(\.count) == other.steps.map(\.cells).map(\.count))
    // A question with drawn numbers says them, and is otherwise what it was.
    let varied = mine.questions.filter { !$0.vary.isEmpty }.map(\.id.value)
    #expect(varied.contains("tenth") && varied.count >= 3)
    #expect(result.output.contains(varied.joined(separator: ", ")))
    for question in mine.questions {
      let before = try #require(other.questions.first { $0.id.value == question.id.value })
      #expect(question.ask.plain == before.ask.plain)
      for draw in question.vary {
        #expect(question.ask.placeholders.map(\.name).contains(draw.name.value))
        #expect(before.given.map(\.name.value).contains(draw.name.value))
      }
      if question.vary.isEmpty { #expect(question.given.count == before.given.count) }
    }
    // It is graded as it was played on its own copy: other numbers for other learners.
    let copy = fathom.path("copy.lesson.md")
    #expect(try fathom.run("release", path, "-o", copy, "--no-hints", "--class", "x").status == 0)
    let asked = try ["Ada", "Grace", "Mary", "Emmy"].map { name in
      try fathom.run(
        ["play", copy, "--learner", name, "--no-save"],
        input: Array(repeating: "", count: 40)
      ).output.matches(of: /how large is each entry of a\[l\] for l = \d+/)
        .map { String($0.output) }
    }
    #expect(asked.allSatisfy { $0.count == 1 } && Set(asked).count > 1, "\(asked)")
  }

  @Test func whatCannotBeMadeIsRefused() throws {
    let fathom = try Fathom.growth()
    #expect(try fathom.run("new", "mine", "--from", "nothing").status != 0)
    let copy = fathom.path("copy.lesson.md")
    try fathom.run("release", "growth", "-o", copy)
    let refused = try fathom.run("new", "mine", "--from", copy)
    #expect(refused.status != 0)
    #expect(refused.errors.contains("it has no keys"))
    #expect(try fathom.run("new", "mine", "--from", "growth").status == 0)
    #expect(try fathom.run("new", "mine", "--from", "growth").status == 2)
    #expect(try fathom.run("check", fathom.path("mine.lesson.md")).status == 0)
  }
}
