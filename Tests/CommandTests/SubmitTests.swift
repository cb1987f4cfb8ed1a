import Foundation
import TestSupport
import Testing

/// A graded lesson from its release to the report, as three people do it.
@Suite("Handing in")
struct SubmitTests {
  /// A folder with the growth lesson, graded, and its learners' copy.
  private static func lessons(_ folder: borrowing Folder) throws -> (full: String, copy: String) {
    let text = try Growth.text().replacing("format = 1", with: "format = 2\nmode = \"graded\"")
    let full = try folder.file("growth.lesson.md", text)
    return (full, try folder.file("copy.lesson.md"))
  }

  @Test("Played on the learners' copy, handed in, graded")
  func wholeWay() throws {
    let fathom = try Fathom()
    let folder = try Folder()
    let (full, copy) = try Self.lessons(folder)
    #expect(try fathom.run("release", full, "-o", copy).status == 0)
    let played = try fathom.run(
      ["play", copy, "--learner", "Ada"],
      input: Growth.diligent + [":submit"]
    )
    #expect(played.status == 0)
    #expect(played.output.contains("All 7 questions are answered. What is answered is final now."))
    let file = fathom.home + "/growth@Ada.transcript"
    let size = try Data(contentsOf: URL(filePath: file)).count
    #expect(played.output.contains("Handed in as growth@Ada.transcript (\(size) bytes)"))
    let grade = try fathom.run("grade", file, "--lesson", full)
    #expect(grade.status == 0)
    #expect(grade.output.contains("Ada (a claim): 7.5 of 8.5 (0.5 for guessing, 1 to be read)"))
    #expect(grade.output.contains("Played on the learners' copy, which has no keys (a claim)."))
  }

  @Test("Handed in again it takes the place of the earlier file, and of no other")
  func again() throws {
    let fathom = try Fathom()
    let folder = try Folder()
    let (full, _) = try Self.lessons(folder)
    try fathom.run(["play", full], input: ["", "30", ":submit"])
    let first = try String(contentsOfFile: fathom.home + "/growth.transcript", encoding: .utf8)
    let later = try fathom.run("submit", full)
    #expect(later.status == 0)
    #expect(later.output.contains("1 of 7 questions answered."))
    #expect(
      later.output.contains("Without an answer:\n  power, tiny, which, formula, norms and why.")
    )
    let second = try String(contentsOfFile: fathom.home + "/growth.transcript", encoding: .utf8)
    #expect(second.hasPrefix(first) && second.count > first.count)
    // Somebody else's file of that name stays.
    try "mine".write(toFile: fathom.home + "/growth.transcript", atomically: true, encoding: .utf8)
    let third = try fathom.run("submit", full)
    #expect(third.output.contains("Handed in as growth.2.transcript"))
    let named = try fathom.run("submit", full, "growth.transcript")
    #expect(named.status == 1)
    #expect(named.errors.contains("growth.transcript is there already; another name, please."))
    let kept = try String(contentsOfFile: fathom.home + "/growth.transcript", encoding: .utf8)
    #expect(kept == "mine")
  }

  @Test("Where nothing was begun or nothing is kept, it says so")
  func nothing() throws {
    let fathom = try Fathom()
    let folder = try Folder()
    let (full, _) = try Self.lessons(folder)
    let none = try fathom.run("submit", full)
    #expect(none.status == 1)
    #expect(none.errors.contains("There is no session of growth to hand in."))
    let unsaved = try fathom.run(["play", full, "--no-save"], input: [":submit"])
    #expect(unsaved.output.contains("This session is not kept, so there is nothing to hand in"))
  }

  @Test("The session's own file is handed in where it is, whatever name it is given")
  func ownFile() throws {
    let fathom = try Fathom()
    let folder = try Folder()
    let (full, _) = try Self.lessons(folder)
    let own = fathom.path("growth.transcript")
    try fathom.run(["play", full, "--transcript", own], input: ["", "30"])
    try FileManager.default.linkItem(atPath: own, toPath: fathom.path("hard"))
    try FileManager.default.createSymbolicLink(
      atPath: fathom.path("soft"),
      withDestinationPath: own
    )
    for name in [" \(own)", " hard", " soft", ""] {
      let mark = "typed after \(name.split(separator: "/").last ?? "it")"
      let played = try fathom.run(
        ["play", full, "--transcript", own],
        input: [":submit\(name)", ":note \(mark)"]
      )
      #expect(played.output.contains("Handed in where it is kept, as "), "\(name)")
      #expect(try fathom.read(own).contains(":note \(mark)"), "\(name)")
    }
  }

  @Test("What cannot be written closes nothing and tells nothing")
  func unwritable() throws {
    let fathom = try Fathom()
    let folder = try Folder()
    let (full, _) = try Self.lessons(folder)
    _ = fathom.path("pipe").withCString { mkfifo($0, 0o600) }
    let names = ["nowhere/x", "pipe", "/dev/null", "."]
    let played = try fathom.run(
      ["play", full],
      input: ["", "30", "", "", "9"] + names.map { ":submit \($0)" } + [":score"]
    )
    #expect(played.output.contains("\"nowhere/x\" cannot be written: No such file or directory."))
    for name in names.dropFirst() {
      #expect(played.output.contains("\(name) is no ordinary file; another name, please."))
    }
    #expect(!played.output.contains("is final now"))
    #expect(!played.output.contains("incorrect"))
    let kept = try fathom.read(fathom.path("state/fathom/growth.transcript"))
    #expect(!kept.contains(":submit"))
    let unsaved = try fathom.run(["play", full, "--no-save"], input: ["", "30", ":submit"])
    #expect(!unsaved.output.contains("questions answered"))
    #expect(!unsaved.output.contains("guessed"))
  }

  @Test("A choice is kept by its id, whatever letter was typed")
  func choices() throws {
    let fathom = try Fathom()
    let folder = try Folder()
    let (full, _) = try Self.lessons(folder)
    try fathom.run(["play", full], input: Growth.diligent + [":submit"])
    let text = try String(contentsOfFile: fathom.home + "/growth.transcript", encoding: .utf8)
    let answers = text.split(separator: "\n").filter { $0.hasPrefix("answer[which]>") }
    #expect(answers == ["answer[which]> one", "answer[which]> small", "answer[which]>"])
  }
}
