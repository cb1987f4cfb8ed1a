import Foundation
import Lessons
import TestSupport
import Testing

/// `fathom help lesson`: what it says can be written as it stands.
struct HelpLessonTests {
  @Test func itsExampleIsALesson() throws {
    let fathom = try Fathom.growth()
    let page = try fathom.run("help", "lesson")
    #expect(page.status == 0)
    let lines = page.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 84 })
    let start = try #require(lines.firstIndex(of: "A whole lesson:"))
    let example = lines[(start + 2)...].map { $0.hasPrefix("    ") ? $0.dropFirst(4) : $0 }
      .joined(separator: "\n")
    let file = try fathom.write(example, "example.lesson.md")
    let checked = try fathom.run("check", file)
    #expect(checked.status == 0 && checked.output == "")
    #expect(try fathom.run("release", file, "-o", fathom.path("copy.md")).status == 0)
    // It is the example of the module's README.
    #expect(try Repository.text("Sources/Lessons/README.md").contains("\n\(example)````"))
  }

  /// Each line that is written like TOML is taken, put into a lesson; each kind and each key is known.
  @Test func whatItNamesIsKnown() throws {
    let fathom = try Fathom.growth()
    let page = try fathom.run("help", "lesson").output
    let skeleton = fathom.path("all.lesson.md")
    try fathom.run("new", "all")
    let text = try fathom.read(skeleton)
    for kind in ["number", "expression", "choice", "choices", "predict", "task", "text"] {
      #expect(page.contains("\n\(kind) ") && text.contains("kind = \"\(kind)\""))
    }
    let number = "kind = \"number\""
    let tolerances = page.matches(of: /"((?:rel|log10|sig|abs) [\d.e-]+|exact)"/).map(\.output.0)
    #expect(tolerances.count == 5)
    let lines = tolerances.map { "within = \($0)" } + ["attempts = 3", "reads = true"]
    for line in lines {
      let kept = text.split(separator: "\n", omittingEmptySubsequences: false)
      // In place of the question's own tolerance.
      var isNumber = false
      let changed = kept.flatMap { old -> [String] in
        if old.hasPrefix("kind = ") { isNumber = old == number }
        if isNumber, old.hasPrefix("within"), line.hasPrefix("within") { return [] }
        return old == number ? [number, line] : [String(old)]
      }
      let lesson = Lesson.parse(changed.joined(separator: "\n"), path: "x.md")
      #expect(lesson.diagnostics.map(\.text) == [], "\(line)")
    }
    let given = [
      "given = { s = 1.5 }", "vary = { s = [1.5, 0.5], L = \"10...30\" }",
    ]
    for line in given {
      #expect(page.contains(line))
      let example =
        "# T\n\n## A\n\n```toml question\nid = \"q\"\nkind = \"text\"\nask = \"Why?\"\npoints = 1\n\(line)\n```\n"
      let head = text.components(separatedBy: "# All")[0].replacing(
        "title = \"All\"",
        with: "title = \"T\""
      )
      let lesson = Lesson.parse(head + example, path: "x.md")
      #expect(lesson.diagnostics.map(\.text) == [], "\(line)")
    }
  }
}
