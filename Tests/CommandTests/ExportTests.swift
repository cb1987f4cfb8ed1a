import Foundation
import TestSupport
import Testing

/// `fathom export` over the real program and real files.
struct ExportTests {
  @Test func namesFormatsAndWhatIsThere() throws {
    let fathom = try Fathom.growth()
    #expect(try fathom.run("export", "growth").status == 0)
    let page = try fathom.read(fathom.path("growth.html"))
    #expect(page.hasPrefix("<!DOCTYPE html>\n"))
    #expect(!page.contains("times itself"))
    // What is there stays, unless it is said.
    let again = try fathom.run("export", "growth", "--keys")
    #expect(again.status == 2)
    #expect(again.errors.contains("growth.html is there already; --force overwrites it."))
    #expect(try fathom.read(fathom.path("growth.html")) == page)
    #expect(try fathom.run("export", "growth", "--keys", "--force").status == 0)
    #expect(try fathom.read(fathom.path("growth.html")).contains("times itself"))
    // The ending of a name says what is meant, and --to says it before that.
    #expect(try fathom.run("export", "growth", "-o", "a.md").status == 0)
    #expect(try fathom.read(fathom.path("a.md")).hasPrefix("# Growth\n"))
    #expect(try fathom.run("export", "growth", "--to", "markdown", "-o", "b.html").status == 0)
    #expect(try fathom.read(fathom.path("b.html")) == fathom.read(fathom.path("a.md")))
    let piped = try fathom.run("export", "growth", "-o", "-")
    #expect(piped.output == page)
  }

  @Test func sessionsAndNotebooks() throws {
    let fathom = try Fathom.growth()
    let file = fathom.path("ada.transcript")
    let played = ["play", "growth", "--learner", "Ada", "--transcript", file]
    try fathom.run(played, input: Growth.diligent)
    #expect(try fathom.run("export", file).status == 0)
    let page = try fathom.read(fathom.path("ada.html"))
    #expect(page.contains("by Ada") && page.contains("0.5^27") && !page.contains("Right."))
    #expect(try fathom.run("export", file, "--keys", "-o", "keys.html").status == 0)
    let keys = try fathom.read(fathom.path("keys.html"))
    #expect(keys.contains("Right.") && keys.contains("<h2>Marks</h2>"))
    try fathom.run("notebook", "mine", input: ["a = [1, 2]", "plot a"])
    #expect(try fathom.run("export", "mine").status == 0)
    #expect(try fathom.read(fathom.path("mine.html")).contains("<svg "))
  }

  @Test func aFolderIsASite() throws {
    let fathom = try Fathom.growth()
    let folder = fathom.path("course")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let first = try Growth.text()
    try fathom.write(first, "course/01-growth.lesson.md")
    let second = first.replacing("id = \"growth\"", with: "id = \"decay\"")
      .replacing("title = \"Growth\"", with: "title = \"Decay\"")
      .replacing("# Growth", with: "# Decay").replacing(
        "requires = []",
        with: "requires = [\"growth\"]"
      )
    try fathom.write(second, "course/02-decay.lesson.md")
    #expect(try fathom.run("export", folder).status == 0)
    let index = try fathom.read(fathom.path("course-site/index.html"))
    #expect(index.contains("href=\"growth.html\"") && index.contains("href=\"decay.html\""))
    let page = try fathom.read(fathom.path("course-site/decay.html"))
    #expect(page.contains("href=\"index.html\"") && page.contains("href=\"growth.html\""))
    // Where one page is in the way, none is written.
    try FileManager.default.removeItem(atPath: fathom.path("course-site/index.html"))
    #expect(try fathom.run("export", folder).status == 2)
    #expect(!FileManager.default.fileExists(atPath: fathom.path("course-site/index.html")))
    #expect(try fathom.run("export", folder, "--to", "markdown", "-o", "md/").status == 0)
    #expect(try fathom.read(fathom.path("md/README.md")).contains("](<growth.md>)"))
    #expect(try fathom.run("export", folder, "-o", file(in: fathom)).status == 2)
  }

  private func file(in fathom: Fathom) throws -> String { try fathom.write("", "file") }

  @Test func whatCannotBeExportedIsNamed() throws {
    let fathom = try Fathom.growth()
    let unknown = try fathom.run("export", "grwth")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("Did you mean growth?"))
    let noise = try fathom.write("# fathom transcript 9\n\u{1B}[2J", "noise.transcript")
    let refused = try fathom.run("export", noise)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("The transcript cannot be read."))
    #expect(!refused.errors.contains("\u{1B}"))
    let leaky = try Growth.text().replacing("It is not zero.", with: "It is 7.4505806e-9.")
    let lesson = try fathom.write(leaky, "leaky.lesson.md")
    let leak = try fathom.run("export", lesson)
    #expect(leak.status == 1)
    #expect(leak.errors.contains("Nothing was written."))
    #expect(try fathom.run("export", lesson, "--keys").status == 0)
    #expect(try fathom.run("export", "growth", "-o", "/dev/null", "--force").status == 2)
    #expect(try fathom.run("export", "growth", "-o", "/nowhere/a.html").status == 1)
  }
}
