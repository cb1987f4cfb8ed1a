import Foundation
import SessionSupport
import TestSupport
import Testing

/// Copies for a class: the seed of its variants, and copies without hints.
struct ReleaseClassTests {
  private let fathom: Fathom

  init() throws { fathom = try Fathom.growth() }

  /// Plays a copy up to its question with drawn numbers, and says which it has.
  private func numbers(_ copy: String, _ learner: String, _ more: [String] = []) throws -> [Double]
  {
    let played = try fathom.run(
      ["play", copy, "--learner", learner, "--transcript", fathom.path("\(learner).transcript")],
      input: ["", "30", ""] + more
    )
    let asked = try #require(
      played.output.firstMatch(of: /What is ([\d.]+) to the power of (\d+)\?/)
    )
    return [try #require(Double(asked.output.1)), try #require(Double(asked.output.2))]
  }

  @Test func theSeedDecidesTheNumbers() throws {
    let (a, b) = (fathom.path("a.lesson.md"), fathom.path("b.lesson.md"))
    #expect(try fathom.run("release", "growth", "-o", a, "--class", "2026-a").status == 0)
    #expect(try fathom.run("release", "growth", "-o", b, "--class", "2026-b").status == 0)
    let names = ["Ada", "Grace", "Mary", "Emmy", "Jean"]
    let ofA = try names.map { try numbers(a, $0) }
    for name in names {
      try FileManager.default.removeItem(atPath: fathom.path("\(name).transcript"))
    }
    // Eleven exponents and three bases: two classes of five share all of them hardly ever.
    #expect(try names.map { try numbers(b, $0) } != ofA)
    #expect(Set(ofA).count > 1)
    // Right is what the printed numbers come to, and what the grader draws too.
    try FileManager.default.removeItem(atPath: fathom.path("Ada.transcript"))
    let answer = pow(ofA[0][0], ofA[0][1])
    _ = try numbers(a, "Ada", ["\(answer)"])
    let file = fathom.path("Ada.transcript")
    let base = ["grade", file, "--lesson", "growth"]
    let right = try fathom.run(base + ["--class", "2026-a"])
    #expect(right.output.contains("Ada (a claim): 2.5 of 8.5"), "\(right.output)")
    #expect(!right.output.contains("class seed"))
    let seedless = try fathom.run(base)
    #expect(
      seedless.output.contains(
        "Its header says the class seed \"2026-a\", it is marked with no class seed: other numbers"
      )
    )
    // A header is a claim: whoever edits it is asked nothing else.
    let edited = try fathom.read(file).replacing("# class: 2026-a", with: "# class: 2026-b")
    let other = try fathom.write(edited, "Ada2.transcript")
    let graded = try fathom.run("grade", other, "--lesson", "growth", "--class", "2026-a")
    #expect(graded.output.contains("Ada (a claim): 2.5 of 8.5"))
    #expect(graded.output.contains("Its header says the class seed \"2026-b\""))
    // Results of another class are made anew.
    let results = fathom.path("results")
    for seed in ["2026-a", "2026-c"] {
      let kept = try fathom.run(base + ["--class", seed, "--results", results])
      let fresh = try fathom.run(base + ["--class", seed])
      #expect(kept.output == fresh.output)
    }
    #expect(try fathom.run("release", "growth", "-o", "c.md", "--class", "a b").status == 2)
  }

  /// Everybody has a copy that knows whose it is.
  @Test func aCopyForEverybody() throws {
    let roster = try fathom.write(
      "Student,ID\n\"Lovelace, Ada\",4711\nGrace \\ \"\"G\"\",../12\nMary,\n",
      "roster.csv"
    )
    let base = ["release", "growth", "-o", "copies", "--class", "2026-a", "--roster", roster]
    let made = try fathom.run(base)
    #expect(made.output == "Written: 3 copies in copies.\n", "\(made.errors)")
    #expect(try fathom.run(base).status == 2)
    #expect(try fathom.run(base + ["--force"]).status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: fathom.path("copies"))
    #expect(Set(files) == ["4711.lesson.md", "___12.lesson.md", "Mary.lesson.md"])
    // Nothing but the name makes them different.
    let plain = fathom.path("plain.lesson.md")
    try fathom.run("release", "growth", "-o", plain, "--class", "2026-a")
    let ada = try fathom.read(fathom.path("copies/4711.lesson.md"))
    let line = "learner = \"Lovelace, Ada\"\n"
    #expect(ada.contains(line))
    #expect(try ada.replacing(line, with: "") == fathom.read(plain))
    // The others of the folder have the same id.
    let alone = fathom.path("alone")
    try FileManager.default.createDirectory(atPath: alone, withIntermediateDirectories: true)
    let grace = try fathom.read(fathom.path("copies/___12.lesson.md"))
    try fathom.write(grace, "alone/grace.lesson.md")
    let checked = try fathom.run("check", "alone/grace.lesson.md")
    #expect(checked.status == 0 && checked.output == "", "\(checked.output)")
    // Played and handed in without a word on who it is.
    let copy = "copies/4711.lesson.md"
    let played = try fathom.run(["play", copy], input: ["", "30", ""])
    let asked = try #require(
      played.output.firstMatch(of: /What is ([\d.]+) to the power of (\d+)\?/)
    )
    let answer = pow(try #require(Double(asked.output.1)), try #require(Double(asked.output.2)))
    try fathom.run(["play", copy], input: ["\(answer)"])
    let handed = try fathom.run("submit", copy)
    #expect(handed.output.contains("growth@Lovelace, Ada.transcript"), "\(handed.output)")
    let graded = try fathom.run(
      "grade",
      "growth@Lovelace, Ada.transcript",
      "--lesson",
      "growth",
      "--class",
      "2026-a",
      "--roster",
      roster
    )
    #expect(graded.output.contains("Lovelace, Ada (in the roster): 2.5 of 8.5"))
    #expect(!graded.output.contains("are drawn for"))
    let other = try fathom.run("play", copy, "--learner", "Bob", "--no-save")
    #expect(other.status == 1)
    #expect(
      other.errors.contains(
        "This copy was written for \"Lovelace, Ada\", so the transcript bears that name."
      )
    )
  }

  /// Names that cannot be told apart, or that no header can bear.
  @Test func aRosterThatMakesNoCopies() throws {
    for (text, words) in [
      ("Ada\nAda\n", "Several people of the roster are called \"Ada\". Add a column \"ID\""),
      (String(repeating: "x", count: 61), "is no name that a copy can bear: 1 to 60 characters"),
    ] {
      let roster = try fathom.write(text, "roster.csv")
      let result = try fathom.run("release", "growth", "-o", "copies", "--roster", roster)
      #expect(result.status == 2)
      #expect(result.errors.contains(words), "\(result.errors)")
      #expect(!FileManager.default.fileExists(atPath: fathom.path("copies")))
    }
    // Two of one name are known by their ids.
    let roster = try fathom.write("Student,ID\nAda,1\nAda,2\n", "roster.csv")
    try fathom.run("release", "growth", "-o", "copies", "--roster", roster)
    #expect(try fathom.read(fathom.path("copies/2.lesson.md")).contains("learner = \"2\"\n"))
  }

  /// Whose numbers a spelling of a name draws is told, for anybody can choose a spelling.
  @Test func aSpellingDrawsOtherNumbers() throws {
    let roster = try fathom.write("Student,ID\n\"Lovelace, Ada\",4711\n", "roster.csv")
    for (name, isTold) in [
      ("Ada Lovelace", false), ("4711", false), ("ada  lovelace", true), ("LovelaceAda", true),
    ] {
      let file = Classroom.file(["", "30"], name, try Growth.lesson())
      try Data(file).write(to: URL(filePath: fathom.path("a.transcript")))
      let graded = try fathom.run(
        ["grade", "a.transcript", "--lesson", "growth", "--roster", roster]
      )
      #expect(graded.output.contains("Lovelace, Ada (in the roster): 0.5 of 8.5"))
      let words =
        "Its numbers are those that are drawn for \"\(name)\", not for \"Lovelace, Ada\" of the roster."
      #expect(
        graded.output.replacing("\n  ", with: " ").contains(words) == isTold,
        "\(graded.output)"
      )
    }
  }

  /// A session of a copy is compared with what its learner saw, with hints and without.
  @Test(arguments: [[], ["--no-hints"]])
  func aCopysSessionIsReplayed(_ options: [String]) throws {
    let copy = fathom.path("copies/copy.lesson.md")
    try FileManager.default.createDirectory(
      atPath: fathom.path("copies"),
      withIntermediateDirectories: true
    )
    #expect(try fathom.run(["release", "growth", "-o", copy] + options).status == 0)
    _ = try numbers(copy, "Ada", [":hint", "1", "2"])
    let replayed = try fathom.run("replay", fathom.path("Ada.transcript"))
    #expect(replayed.status == 0, "\(replayed.output)\(replayed.errors)")
    let named = try fathom.run("replay", fathom.path("Ada.transcript"), "--lesson", "growth")
    #expect(named.status == 0 && named.output == "" && named.errors == "")
  }

  /// A lesson that is named by its file needs no folder of lessons, whatever the file's name ends in.
  @Test(arguments: ["mine.lesson.md", "mine.md", "mine", "./mine.txt"])
  func aLessonsFileAlone(_ name: String) throws {
    try fathom.write(Growth.text(), name.replacing("./", with: ""))
    try Data(Classroom.file(Growth.diligent, "Ada", try Growth.lesson()))
      .write(to: URL(filePath: fathom.path("ada.transcript")))
    let graded = try fathom.run(
      ["grade", "ada.transcript", "--lesson", name],
      environment: ["FATHOM_LESSONS": nil]
    )
    #expect(graded.output.contains("Ada (a claim): 7.5 of 8.5"), "\(graded.errors)")
  }

  /// Its inputs answer the questions that the seed has drawn.
  @Test func recordingAnewKeepsTheSeed() throws {
    let copy = fathom.path("a.lesson.md")
    #expect(try fathom.run("release", "growth", "-o", copy, "--class", "2026-a").status == 0)
    let drawn = try numbers(copy, "Ada")
    let file = fathom.path("Ada.transcript")
    let text = try fathom.read(file)
    #expect(text.contains("\n# class: 2026-a\n"))
    _ = try fathom.write(text.replacing("What is", with: "What was"), "Ada.transcript")
    _ = try fathom.run("replay", "--update", file)
    let anew = try fathom.read(file)
    #expect(anew.contains("\n# class: 2026-a\n"))
    let asked = try #require(anew.firstMatch(of: /What is ([\d.]+) to the power of (\d+)\?/))
    #expect([Double(asked.output.1), Double(asked.output.2)] == drawn)
    #expect(try fathom.run("replay", file).status == 0)
  }

  @Test func theSeedIsNoPartOfTheDigest() throws {
    let (a, plain) = (fathom.path("a.lesson.md"), fathom.path("plain.lesson.md"))
    try fathom.run("release", "growth", "-o", a, "--class", "2026-a")
    try fathom.run("release", "growth", "-o", plain)
    #expect(
      try fathom.read(a).replacing("class = \"2026-a\"\n", with: "") == fathom.read(plain)
    )
    let again = fathom.path("again.lesson.md")
    try fathom.run("release", a, "-o", again)
    #expect(try fathom.read(again) == fathom.read(a))
    _ = try numbers(a, "Ada")
    let graded = try fathom.run(
      ["grade", fathom.path("Ada.transcript"), "--lesson", "growth", "--class", "2026-a"]
    )
    #expect(!graded.output.contains("another text"))
  }

  @Test func withoutHints() throws {
    let (copy, whole) = (fathom.path("copy.lesson.md"), fathom.path("whole.md"))
    #expect(try fathom.run("release", "growth", "-o", copy, "--no-hints").status == 0)
    try fathom.run("release", "growth", "-o", whole)
    let (text, full) = (try fathom.read(copy), try fathom.read(whole))
    #expect(!text.contains("hints") && !text.contains("Multiply {t} by itself."))
    #expect(full.contains("hints = [\"Multiply {t} by itself.\"]"))
    // Nothing else is gone.
    let lines = full.split(separator: "\n").filter { !$0.hasPrefix("hints = ") }
    #expect(text.split(separator: "\n") == lines)
    #expect(try fathom.run("check", copy).output.contains("error") == false)
    _ = try numbers(copy, "Ada", [":hint", "1"])
    let graded = try fathom.run(
      "grade",
      fathom.path("Ada.transcript"),
      "--lesson",
      "growth",
      "--format",
      "csv"
    )
    // The last columns but two: answers and hints.
    let row = try #require(graded.output.split(separator: "\n").last).split(
      separator: ",",
      omittingEmptySubsequences: false
    )
    let heads = try #require(graded.output.split(separator: "\n").first).split(separator: ",")
    let hints = try #require(heads.firstIndex { $0.lowercased().contains("hints") })
    #expect(row[hints] == "0")
    #expect(!graded.output.contains("another text"))
  }
}
