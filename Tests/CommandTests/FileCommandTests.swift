import Foundation
import TestSupport
import Testing

struct ReplayCommandTests {
  @Test func namesTheFirstDifferenceAndRecordsAnew() throws {
    let fathom = try Fathom.growth()
    try fathom.run("play", "growth", input: Growth.diligent)
    let good = try fathom.read(fathom.transcript)
    let file = try fathom.write(good.replacing("Not yet.", with: "Right."), "edited.transcript")
    let differing = try fathom.run("replay", file)
    #expect(differing.status == 1)
    let line = good.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.hasPrefix("Not yet.") }
    #expect(
      differing.output.hasPrefix("\(file):\(try #require(line) + 1): differs  (the first of 3 ")
    )
    let updated = try fathom.run("replay", "--update", file)
    #expect(updated.status == 1)
    #expect(updated.output == "\(file): re-recorded\n")
    #expect(try fathom.read(file) == good)
    let quiet = try fathom.run("replay", "--update", "--columns", "40,132", file, fathom.transcript)
    #expect(quiet.status == 0)
    #expect(quiet.output == "" && quiet.errors == "")
  }

  @Test func oneBadFileDoesNotStopTheOthers() throws {
    let fathom = try Fathom.growth()
    let noise = try fathom.write("\u{1B}[2J\u{0}\n", "noise\u{1B}.transcript")
    let other = try fathom.write("# fathom transcript 1\n# lesson: nobody\n\n", "o.transcript")
    let hand = try fathom.write("# fathom transcript 1\n# lesson: growth\n\nfathom> k = 1\n", "h")
    let result = try fathom.run("replay", noise, other, hand, "/nowhere")
    #expect(result.status == 1)
    #expect(result.output.contains("\(hand):2: differs"))
    #expect(result.errors.contains("There is no lesson \"nobody\""))
    #expect(result.errors.contains("\"/nowhere\" cannot be read: No such file or directory."))
    #expect(!(result.output + result.errors).contains("\u{1B}"))
  }

  /// A released copy stands in for the lesson only where no key is needed.
  @Test func usageIsStatusTwo() throws {
    let fathom = try Fathom.growth()
    #expect(try fathom.run("replay").status == 2)
    #expect(try fathom.run("replay", "x", "--columns", "7").status == 2)
    #expect(try fathom.run("play", "growth", "--fresh", "--carry-over").status == 2)
    #expect(try fathom.run("play", "growth", "--learner", "").status == 2)
    #expect(try fathom.run("grade", "x", "--lesson", "nothing").status == 2)
    let due = try fathom.run("grade", "x", "--lesson", "growth", "--due", "2026-11-30")
    #expect(due.status == 2 && due.errors.contains("--due needs --times"))
    #expect(try fathom.run("release", "growth").status == 2)
  }
}

struct GradeCommandTests {
  @Test func gradesFilesOfTheReleasedCopy() throws {
    let fathom = try Fathom.growth()
    let copy = fathom.path("growth.md")
    #expect(try fathom.run("release", "growth", "-o", copy).status == 0)
    let released = try fathom.read(copy)
    for key in ["t^n", "0.5^27", "s*L", "Wait for the guesses", "Only 1 stays 1", "One factor"] {
      #expect(!released.contains(key))
    }
    #expect(try fathom.run("release", "growth", "-o", copy).status == 2)
    #expect(try fathom.run("release", "growth", "-o", copy, "--force").status == 0)
    let (ada, full) = (fathom.path("Ada.transcript"), fathom.path("full.transcript"))
    let played = try fathom.run(
      "play",
      copy,
      "--learner",
      "Ada",
      "--transcript",
      ada,
      input: Growth.diligent
    )
    #expect(played.output.contains("Your answer is kept."))
    try fathom.run(
      "play",
      "growth",
      "--learner",
      "Ada",
      "--transcript",
      full,
      input: Growth.diligent
    )
    let output = fathom.path("marks.json")
    let graded = try fathom.run(
      "grade",
      ada,
      full,
      "--lesson",
      "growth",
      "--format",
      "json",
      "--output",
      output
    )
    #expect(graded.status == 0)
    #expect(graded.output == "")
    let read = try JSONSerialization.jsonObject(with: Data(fathom.read(output).utf8))
    let reports = try #require((read as? [String: Any])?["reports"] as? [[String: Any]])
    #expect(reports.map { $0["points"] as? Double } == [7.5, 7.5])
    #expect(try fathom.run("grade", ada, "--lesson", copy).status == 2)
  }

  @Test func whoHandsInIsChecked() throws {
    let fathom = try Fathom.growth()
    let (ada, eve) = (fathom.path("Ada.transcript"), fathom.path("Eve.transcript"))
    try fathom.run(
      "play",
      "growth",
      "--learner",
      "Ada",
      "--transcript",
      ada,
      input: Growth.diligent
    )
    try fathom.run(
      "play",
      "growth",
      "--learner",
      "Ada",
      "--transcript",
      eve,
      input: Growth.diligent
    )
    let roster = try fathom.write("# class of 2026\n\n  Ada  \r\nGrace\n", "roster")
    let result = try fathom.run(
      "grade",
      ada,
      eve,
      "/nowhere",
      "--lesson",
      "growth",
      "--roster",
      roster,
      "--identity",
      "file"
    )
    #expect(result.status == 1)
    #expect(result.output.contains("Ada (by the file's name): 7.5 of 8.5"))
    #expect(result.output.contains("identity. The transcript is \"Ada\"'s, the file is \"Eve\"'s."))
    #expect(result.output.contains("/nowhere: not graded. \"/nowhere\" cannot be read"))
  }
}

struct CheckCommandTests {
  @Test func theRestOfTheFolderIsChecked() throws {
    let fathom = try Fathom.growth()
    #expect(try fathom.run("check", Growth.folder).output == "")
    let good = try fathom.read(Growth.folder + "/01-growth.lesson.md")
    let folder = fathom.path("lessons")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try fathom.write("```toml lesson\nformat = 1\n", "lessons/01-broken.lesson.md")
    try fathom.write(
      good.replacing("rms(y)\n", with: "rmd(y)\n"),
      "lessons/02-growth.lesson.md"
    )
    try fathom.write(
      good.replacing("id = \"growth\"", with: "id = \"good\""),
      "lessons/03-good.lesson.md"
    )
    let result = try fathom.run("check", folder)
    #expect(result.status == 1)
    #expect(result.output.contains("01-broken.lesson.md:1:"))
    #expect(result.output.contains("02-growth.lesson.md:57:1: error FL101: This cell fails:"))
    #expect(!result.output.contains("03-good"))
    #expect(try fathom.run("play", "growth", "--lessons", folder, "--no-save").status == 0)
  }

  @Test func lessonsOfOneIDAreNamed() throws {
    let fathom = try Fathom.growth()
    let good = try fathom.read(Growth.folder + "/01-growth.lesson.md")
    let folder = fathom.path("twins")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let one = try fathom.write(good, "twins/01-growth.lesson.md")
    let two = try fathom.write(good, "twins/02-copy.lesson.md")
    let result = try fathom.run("check", folder)
    #expect(result.status == 1)
    for (path, other) in [(one, two), (two, one)] {
      #expect(
        result.output.contains(
          "\(path):3:7: error FL087: The lesson 'growth' is also in \(other). "
            + "Change one of the ids, or delete one file.\n"
        )
      )
    }
    // A single file is checked beside its neighbours.
    #expect(try fathom.run("check", one).output.contains("FL087"))
    let home = try fathom.run("--lessons", folder)
    #expect(
      home.errors.contains(
        "\(two) has the id \"growth\" too; the lesson in \(one) is played. Change one of the ids."
      )
    )
    let play = try fathom.run("play", "copy", "--lessons", folder, "--no-save")
    #expect(
      play.errors.contains(
        "There is no lesson \"copy\": \(two) holds \"growth\". A path with / or .md plays that file."
      )
    )
    let unknown = try fathom.run("play", "walk", "--lessons", folder, "--no-save")
    #expect(unknown.errors.contains("There is no lesson \"walk\". There are: growth.\n"))
  }

  /// Each folder is a shelf of its own.
  @Test func theSameIDInTwoFoldersIsNoFault() throws {
    let fathom = try Fathom()
    for folder in ["one", "two"] {
      try FileManager.default.createDirectory(
        atPath: fathom.path(folder),
        withIntermediateDirectories: true
      )
      try fathom.write(Growth.text(), "\(folder)/01-growth.lesson.md")
    }
    let both = try fathom.run("check", fathom.path("one"), fathom.path("two"))
    #expect(both.status == 0, "\(both.output)")
    #expect(!both.output.contains("FL087"))
  }

  /// The example of `play --help` answers the first question.
  @Test func theExampleOfPlayAnswers() throws {
    let fathom = try Fathom()
    let help = try fathom.run("play", "--help").output
    let line = try #require(help.split(separator: "\n").first { $0.contains("| fathom play") })
    let played = try fathom.shell(line.trimmingCharacters(in: .whitespaces))
    #expect(played.output.contains("answer[guess]> 28"))
    #expect(played.output.contains("for guessing."))
  }

  @Test func requiredLessonsMustBeThere() throws {
    let fathom = try Fathom.growth()
    let good = try fathom.read(Growth.folder + "/01-growth.lesson.md")
    let folder = fathom.path("shelf")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try fathom.write(good, "shelf/01-growth.lesson.md")
    let second = try fathom.write(
      good.replacing("id = \"growth\"", with: "id = \"second\"")
        .replacing("requires = []", with: "requires = [\"growth\", \"grwoth\"]"),
      "shelf/02-second.lesson.md"
    )
    let result = try fathom.run("check", second)
    #expect(result.status == 1)
    #expect(
      result.output
        == "\(second):9:24: error FL088: There is no lesson 'grwoth'. Did you mean \"growth\"?\n"
    )
  }
}

struct ReleaseCommandTests {
  /// What `check` says beforehand is what `release` says.
  @Test func aTraceIsRefusedAsCheckSays() throws {
    let fathom = try Fathom.growth()
    let good = try fathom.read(Growth.folder + "/01-growth.lesson.md")
    let told = try fathom.write(
      good.replacing(
        "hints = [\"A power.\"]",
        with: "hints = [\"It is L-1 factors s and one: s*s^(L-1).\"]"
      ),
      "told.lesson.md"
    )
    let checked = try fathom.run("check", told)
    let copy = fathom.path("copy.md")
    let released = try fathom.run("release", told, "-o", copy)
    #expect(checked.status == 1 && released.status == 1)
    let traces = checked.output.split(separator: "\n")
    #expect(
      traces.contains { $0.contains("FL127: 's*s^(L-1)' is the answer of question 'formula'.") }
    )
    for trace in traces { #expect(released.errors.contains(trace)) }
    #expect(released.errors.hasSuffix("Nothing was written.\n"))
    #expect(!FileManager.default.fileExists(atPath: copy))
  }
}
