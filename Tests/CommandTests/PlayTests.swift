import Foundation
import TestSupport
import Testing

struct PlayTests {
  @Test func printsExactlyTheBodyOfTheTranscript() throws {
    let fathom = try Fathom.growth()
    let played = try fathom.run(
      "play",
      "growth",
      input: Growth.diligent + ["x = [1,", "2]", ":score"]
    )
    #expect(played.status == 0)
    #expect(played.errors == "")
    #expect(body(try fathom.read(fathom.transcript)) == played.output)
    #expect(played.output.contains("fathom> x = [1,\n…> 2]\n"))
    #expect(try fathom.run("replay", fathom.transcript).status == 0)
  }

  @Test func aCommandBehindAnOpenBracketLosesNothing() throws {
    let fathom = try Fathom.growth()
    let played = try fathom.run(
      "play",
      "growth",
      "--no-save",
      input: ["", "30", "t = (4 + 1", "u = 4", "u", ":quit"]
    )
    #expect(played.output.contains("t = (4 + 1\n…> u = 4\n…> u\n"))
    #expect(played.output.contains("    ^\nThis \"(\" is never closed"))
    #expect(played.output.hasSuffix("> :quit\n"))
  }

  @Test func foldersAreForTheLearnerAlone() throws {
    let fathom = try Fathom.growth()
    try fathom.run("play", "growth", "--learner", "Ada/é")
    let folder = fathom.path("state/fathom")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == ["growth@Ada%2Fé.lesson.md", "growth@Ada%2Fé.transcript"])
    for (path, mode) in [(folder, 0o700)] + names.map({ ("\(folder)/\($0)", 0o600) }) {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == mode)
    }
  }

  @Test func goesOnWhereOneStopped() throws {
    let fathom = try Fathom.growth()
    try fathom.run("play", "growth", input: ["", "30", "", "t*n"])
    let second = try fathom.run("play", "1", input: ["t^n", ":quit"])
    #expect(
      second.output.hasPrefix(
        """
        Growth, step 1 of 2: Factors
        Here s = 1.5 and L = 20. :run shows the step's figures and values. :go 1 shows
          the step from its beginning.

          What is 1.5 to the power of
        """
      )
    )
    #expect(second.output.contains("answer[power]> t^n\nRight"))
    let straight = try fathom.run(
      "play",
      "growth",
      "--no-save",
      input: ["", "30", "", "t*n", "t^n", ":quit"]
    )
    #expect(body(try fathom.read(fathom.transcript)) == straight.output)
  }

  @Test func freshSetsAside() throws {
    let fathom = try Fathom.growth()
    try fathom.run("play", "growth", input: ["", "30"])
    let old = try fathom.read(fathom.transcript)
    try fathom.run("play", "growth", "--fresh", input: [""])
    #expect(try fathom.read(fathom.transcript + ".1") == old)
    #expect(!(try fathom.read(fathom.transcript)).contains("30"))
  }

  @Test func finishesOnTheOldCopyOrCarriesOver() throws {
    let fathom = try Fathom.growth()
    let text = try fathom.read(Growth.folder + "/01-growth.lesson.md")
    let lessons = fathom.path("lessons")
    try FileManager.default.createDirectory(atPath: lessons, withIntermediateDirectories: true)
    func publish(_ text: String) throws {
      try fathom.write(text, "lessons/01-growth.lesson.md")
    }
    func play(_ options: String..., input: [String]) throws -> Fathom.Result {
      try fathom.run(["play", "growth", "--lessons", lessons] + options, input: input)
    }
    try publish(text)
    try fathom.run("play", "growth", "--lessons", lessons, input: ["", "30"])
    let newer = text.replacing("1.0.0", with: "1.1.0").replacing(
      "small lesson",
      with: "short lesson"
    )
    try publish(newer)
    let old = try fathom.run("play", "growth", "--lessons", lessons, input: [":back"])
    #expect(old.errors.contains("newer version, 1.1.0; you finish on the copy of 1.0.0."))
    #expect(old.output.contains("small lesson"))
    let carried = try play("--carry-over", input: [":score"])
    #expect(carried.status == 0)
    let transcript = try fathom.read(fathom.transcript)
    #expect(transcript.contains("# lesson: growth 1.1.0 "))
    #expect(transcript.contains("short lesson") && transcript.contains("answer[guess]> 30"))
    try publish(
      newer.replacing("id = \"guess\"", with: "id = \"estimate\"").replacing("1.1.0", with: "2.0.0")
    )
    let refused = try play("--carry-over", input: [])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("no longer has guess"))
  }

  /// Beside a file that somebody named there is no copy of the lesson.
  @Test func aNamedFileIsCarriedOver() throws {
    let fathom = try Fathom.growth()
    let text = try fathom.read(Growth.folder + "/01-growth.lesson.md")
    try FileManager.default.createDirectory(
      atPath: fathom.path("lessons"),
      withIntermediateDirectories: true
    )
    let file = fathom.path("mine.transcript")
    func run(_ command: String, _ options: String..., input: [String] = []) throws -> Fathom.Result
    {
      let all = [command, "growth", "--lessons", fathom.path("lessons"), "--transcript", file]
      return try fathom.run(all + options, input: input)
    }
    try fathom.write(text, "lessons/01-growth.lesson.md")
    _ = try run("play", input: ["", "30"])
    try fathom.write(text.replacing("1.0.0", with: "1.1.0"), "lessons/01-growth.lesson.md")
    let way = "With --carry-over fathom play takes your inputs along, with --fresh it begins anew."
    for command in ["play", "submit"] {
      let refused = try run(command)
      #expect(refused.status == 1)
      let words = refused.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        words.contains(
          "You began with version 1.0.0 of this lesson, of which there is no copy; it is 1.1.0 now. \(way)"
        )
      )
    }
    let carried = try run("play", "--carry-over", input: [":score"])
    #expect(carried.status == 0 && carried.errors.contains("Carried over to 1.1.0"))
    #expect(try fathom.read(file).contains("# lesson: growth 1.1.0 "))
    // From then on it is as if it had begun there.
    #expect(try run("play", input: [":score"]).errors == "")
    let submitted = try run("submit")
    #expect(submitted.status == 0 && submitted.output.contains("1 of 7 questions answered."))
    try fathom.write(
      text.replacing("id = \"guess\"", with: "id = \"estimate\"").replacing("1.0.0", with: "2.0.0"),
      "lessons/01-growth.lesson.md"
    )
    let missing = try run("play", "--carry-over")
    #expect(missing.status == 1 && missing.errors.contains("no longer has guess"))
    #expect(missing.errors.contains("Begin anew with --fresh"))
    #expect(try run("play", "--fresh", input: [""]).status == 0)
    #expect(try run("play").status == 0)
  }

  @Test func aSecondSessionIsKeptOff() throws {
    let fathom = try Fathom.growth()
    let first = fathom.process(["play", "growth"])
    let (input, output) = (Pipe(), Pipe())
    first.standardInput = input
    first.standardOutput = output
    try first.run()
    _ = output.fileHandleForReading.availableData
    let second = try fathom.run("play", "growth", input: ["s = 3"])
    #expect(second.status == 1)
    let advice =
      "is being played somewhere else. Close that session, or play this one with --no-save."
    #expect(second.errors.contains(advice))
    let submitted = try fathom.run("submit", "growth")
    #expect(submitted.status == 1)
    #expect(
      submitted.errors.contains(
        "is being played somewhere else. Type :submit there, or close that session first."
      )
    )
    try input.fileHandleForWriting.close()
    first.waitUntilExit()
    #expect(!(try fathom.read(fathom.transcript)).contains("s = 3"))
    #expect(try fathom.run("play", "growth").status == 0)
  }

  @Test func saysWhenNothingCanBeSavedAndPlays() throws {
    let fathom = try Fathom.growth()
    let lost = try fathom.run(
      "play",
      "growth",
      input: [""],
      environment: ["HOME": nil, "XDG_STATE_HOME": nil]
    )
    #expect(lost.status == 0)
    #expect(
      lost.errors == "fathom: This session is not saved: neither XDG_STATE_HOME nor HOME is set.\n"
    )
    #expect(lost.output.contains("fathom> :next"))
    let file = try fathom.write("", "file")
    let refused = try fathom.run(
      "play",
      "growth",
      input: [""],
      environment: ["XDG_STATE_HOME": file]
    )
    #expect(refused.status == 0)
    #expect(refused.errors.contains("not saved") && refused.errors.contains("Not a directory"))
    let full = try fathom.run("play", "growth", "--transcript", "/dev/full", input: ["", "30"])
    // Who leaves a session that could not be saved is told so, and the status says it.
    #expect(full.status == 1)
    #expect(full.errors.contains("no longer saved: No space left on device"))
    #expect(full.errors.contains("could not be saved whole"))
    #expect(full.output.contains("answer[guess]> 30"))
  }

  @Test(arguments: [
    "", "# fathom transcript 1\n# lesson: gro",
    "# fathom transcript 1\n# lesson: growth 1.0.0\n\nfat",
  ])
  func aFileThatHadHardlyBegunBeginsAnew(_ text: String) throws {
    let fathom = try Fathom.growth()
    let file = try fathom.write(text, "t.transcript")
    #expect(try fathom.run("play", "growth", "--transcript", file, input: [""]).status == 0)
    #expect(try fathom.run("replay", file).status == 0)
  }

  @Test func leavesFilesAloneThatAreNoTranscripts() throws {
    let fathom = try Fathom.growth()
    let file = try fathom.write("my diary\n", "diary.txt")
    let result = try fathom.run("play", "growth", "--transcript", file, input: [""])
    #expect(result.status == 1)
    #expect(result.errors.contains("diary.txt:1:1: error: This is no transcript"))
    #expect(try fathom.read(file) == "my diary\n")
  }

  @Test func aLessonThatIsNotThereIsNamed() throws {
    let fathom = try Fathom.growth()
    let result = try fathom.run("play", "gorwth")
    #expect(result.status == 1)
    #expect(result.errors.contains("There is no lesson \"gorwth\". Did you mean growth?"))
    let other = try fathom.run("play", "nothing")
    #expect(other.errors.contains("There is no lesson \"nothing\". There are: growth."))
  }

  @Test(arguments: [("C", "UTC"), ("C.UTF-8", "Asia/Kolkata"), ("de_DE.UTF-8", "America/St_Johns")])
  func theSameBytesInEveryLocale(_ language: String, _ zone: String) throws {
    let fathom = try Fathom.growth()
    let variables = ["LANG": language, "LC_ALL": language, "TZ": zone]
    try fathom.run(
      "play",
      "growth",
      "--learner",
      "ŷ",
      input: Growth.diligent,
      environment: variables
    )
    let other = fathom.path("other")
    try fathom.run(
      "play",
      "growth",
      "--learner",
      "ŷ",
      "--transcript",
      other,
      input: Growth.diligent
    )
    #expect(try fathom.read(fathom.path("state/fathom/growth@ŷ.transcript")) == fathom.read(other))
  }
}
