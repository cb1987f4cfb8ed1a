import Foundation
import TestSupport
import Testing

/// A course over the real program: what is checked, listed, exported and replayed.
struct CourseTests {
  /// A folder with two lessons and a course of them, in the other order.
  private func fathom(_ course: String) throws -> Fathom {
    let fathom = try Fathom.growth()
    let folder = fathom.path("course")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let first = try Growth.text()
    try fathom.write(first, "course/01-growth.lesson.md")
    let second = first.replacing("id = \"growth\"", with: "id = \"decay\"")
      .replacing("title = \"Growth\"", with: "title = \"Decay\"")
      .replacing("# Growth", with: "# Decay")
    try fathom.write(second, "course/02-decay.lesson.md")
    try fathom.write(course, "course/course.toml")
    return fathom
  }

  private static let course = """
    format = 1
    title = "Up and down"

    [[groups]]
    title = "First <this>"
    lessons = ["decay"]

    [[groups]]
    title = "Then"
    lessons = ["growth"]
    """

  private func run(_ fathom: Fathom, _ arguments: String...) throws -> Fathom.Result {
    try fathom.run(arguments, environment: ["FATHOM_LESSONS": fathom.path("course")])
  }

  @Test func aSoundCourseIsListedAndExportedInItsOrder() throws {
    let fathom = try fathom(Self.course)
    let folder = fathom.path("course")
    let checked = try run(fathom, "check", folder)
    #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
    let home = try run(fathom).output.split(separator: "\n").map(String.init)
    #expect(home.first?.hasPrefix("Up and down") == true)
    #expect(home.first?.hasSuffix("0 of 2 lessons done") == true)
    let rows = home.dropFirst().map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(rows == ["First <this>", "2 decay", "Then", "1 growth"])
    #expect(home[2].contains("next: new") && !home[4].contains("next"))
    #expect(try run(fathom, "export", folder).status == 0)
    let index = try fathom.read(fathom.path("course-site/index.html"))
    #expect(index.contains("<h1>Up and down</h1>"))
    #expect(index.contains("<h2>First &lt;this&gt;</h2>\n<ol>"))
    #expect(index.contains("<h2>Then</h2>\n<ol start=\"2\">"))
    let places = ["decay.html", "growth.html"].map { index.range(of: $0)?.lowerBound }
    #expect(try #require(places[0]) < #require(places[1]))
  }

  @Test func faultsOfACourseAreNamed() throws {
    let fathom = try fathom(Self.course.replacing("[\"decay\"]", with: "[\"dcay\"]"))
    let checked = try run(fathom, "check", fathom.path("course/course.toml"))
    #expect(checked.status == 1)
    #expect(checked.output.contains("course.toml:6:13: error FL088: There is no lesson 'dcay'."))
    #expect(checked.output.contains("The lesson 'decay' of "))
    let broken = try self.fathom("format = 1\ntitle = \"T\n")
    let home = try run(broken)
    #expect(home.status == 0 && home.output.contains("0 of 2 lessons done"))
    #expect(home.errors.contains("course.toml:2:11: error FL075"))
    #expect(try run(broken, "export", broken.path("course")).status == 1)
  }

  private static let talk = """


    [talks.short]
    title = "Short"
    version = "1.0.0"
    summary = "S."
    objectives = ["O."]
    takeaways = ["T."]
    minutes = 3
    pieces = [{ lesson = "growth", step = "STEP" }]
    """

  @Test func aTalkOfAStepThatIsNotThere() throws {
    let missing = try fathom(Self.course + Self.talk.replacing("STEP", with: "nowhere"))
    let unknown = try run(missing, "check", missing.path("course/course.toml"))
    #expect(unknown.status == 1 && unknown.output.contains("FL096"), "\(unknown.output)")
    let refused = try run(missing, "export", "short")
    #expect(refused.status == 1 && refused.errors.contains("FL096"), "\(refused.errors)")
    let other = try run(missing, "export", "shrt")
    #expect(other.status == 1 && other.errors.contains("There is no lesson"))
  }

  @Test func aTalkNeedsWhatItLeavesOut() throws {
    let fathom = try fathom(Self.course + Self.talk.replacing("STEP", with: "needs"))
    let text = try Growth.text() + "\n## Needs\n\n```fathom\nnever + 1\n```\n"
    let sound = text.replacing("## Needs", with: "## Has\n\n```fathom\nnever = 1\n```\n\n## Needs")
    try fathom.write(sound, "course/01-growth.lesson.md")
    #expect(try run(fathom, "check", fathom.path("course/01-growth.lesson.md")).status == 0)
    let checked = try run(fathom, "check", fathom.path("course/course.toml"))
    #expect(checked.status == 1)
    #expect(checked.output.contains("The talk 'short' can't show line "))
    #expect(checked.output.contains("There is no \"never\""), "\(checked.output)")
  }

  @Test func whatWouldNotFitAStage() throws {
    let fathom = try Fathom.growth()
    let file = try fathom.write(Growth.text(), "growth.lesson.md")
    let small = try fathom.run("check", file, "--columns", "30", "--rows", "8")
    #expect(small.status == 0)
    #expect(small.output.contains("growth.lesson.md:"))
    #expect(small.output.contains("rows of 5"))
    #expect(try fathom.run("check", file, "--rows", "24").output.isEmpty)
    #expect(try fathom.run("check", file, "--rows", "0").status == 2)
    #expect(try fathom.run("check", file, "--rows", "20", "--format", "json").status == 2)
  }
}
