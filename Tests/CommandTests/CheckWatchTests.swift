import Foundation
import TestSupport
import Testing

/// `fathom check --watch` and `--format json`.
struct CheckWatchTests {
  /// Saved again, a lesson is checked again, and the step that was changed is shown as it is played.
  @Test func aSavedLessonIsCheckedAndShown() throws {
    let fathom = try Fathom.growth()
    let text = try Growth.text()
    let file = try fathom.write(text, "mine.lesson.md")
    let process = fathom.process(["check", file, "--watch"])
    let output = try fathom.write("", "out")
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardInput = nil
    try process.run()
    // What runs the tests may have its signals blocked, and children inherit that; not this one.
    defer { kill(process.processIdentifier, SIGKILL) }
    func told(_ words: String) -> Bool {
      eventually { (try? fathom.read(output))?.contains(words) ?? false }
    }
    #expect(told("Watching; Ctrl-C ends it."))
    #expect(try !fathom.read(output).contains("How large is each entry"))
    let steps = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
    let second = try #require(steps.dropFirst().first)
    let heading = "\n\(second)\n"
    try fathom.write(
      text.replacing(heading, with: heading + "\nA sentence that is new here, s = {s}.\n"),
      "mine.lesson.md"
    )
    #expect(told("A sentence that is new here, s = "))
    let shown = try fathom.read(output)
    // The values stand in it, and the step before it is not shown.
    #expect(!shown.contains("{s}") && !shown.contains("How large is each entry"))
    try fathom.write(
      text.replacing("\nkind = \"number\"", with: "\nkind = \"nummer\""),
      "mine.lesson.md"
    )
    #expect(told("mine.lesson.md:") && told("'nummer'"))
    #expect(process.isRunning)
  }

  @Test func jsonForPrograms() throws {
    let fathom = try Fathom.growth()
    let good = try fathom.write(Growth.text(), "good.lesson.md")
    let sound = try fathom.run("check", good, "--format", "json")
    #expect(sound.status == 0 && sound.errors == "")
    #expect(sound.output.hasPrefix("{\n  \"format\": 1,\n  \"sound\": true,\n"))
    let bad = try fathom.run("check", good, "/nowhere.md", "--format", "json")
    #expect(bad.status == 1 && bad.errors == "")
    #expect(bad.output.contains("cannot be read: No such file or directory."))
    #expect(try fathom.run("check", good, "--watch", "--format", "json").status == 2)
  }
}
