import Foundation
import SessionSupport
import TestSupport
import Testing

/// `fathom grade` on folders of files, good and bad.
struct GradeClassTests {
  private let fathom: Fathom
  private let folder: String

  init() throws {
    fathom = try Fathom.growth()
    folder = fathom.path("sub")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func handIn(_ lines: [String], _ name: String, _ file: String) throws {
    let bytes = Classroom.file(lines, name, try Growth.lesson())
    try Data(bytes).write(to: URL(filePath: "\(folder)/\(file)"))
  }

  private func handInClass(_ count: Int, seed: UInt64) throws -> Classroom {
    let classroom = Classroom(try Growth.lesson(), count: count, seed: seed)
    for handIn in classroom.handIns {
      try Data(handIn.bytes).write(to: URL(filePath: "\(folder)/\(handIn.file)"))
    }
    return classroom
  }

  /// Nothing that is no file keeps the others from being marked, and each has its reason.
  @Test func whatIsNoFileIsNamed() throws {
    try handIn(Growth.diligent, "Ada", "ada.transcript")
    try FileManager.default.createDirectory(
      atPath: "\(folder)/in/ner",
      withIntermediateDirectories: true
    )
    try handIn([], "Grace", "in/ner/grace.transcript")
    try handIn([], "Mary", "mary.txt")
    #expect(mkfifo("\(folder)/pipe.transcript", 0o600) == 0)
    symlink("/etc/passwd", "\(folder)/link.transcript")
    symlink("\(folder)/ada.transcript", fathom.path("named.transcript"))
    try fathom.write("%PDF", "sub/paper.pdf")
    try Data(count: 17 << 20).write(to: URL(filePath: "\(folder)/large.transcript"))
    let result = try fathom.run(
      "grade",
      folder,
      "/dev/zero",
      "/nowhere",
      fathom.path("named.transcript"),
      "--lesson",
      "growth"
    )
    #expect(result.status == 1)
    for line in [
      "\(folder)/ada.transcript: Ada (a claim): 7.5 of 8.5",
      "\(folder)/in/ner/grace.transcript: Grace (a claim): 0 of 8.5",
      "\(folder)/mary.txt: Mary (a claim): 0 of 8.5",
      "\(fathom.path("named.transcript")): Ada (a claim): 7.5 of 8.5",
      "pipe.transcript\" is a pipe, not a file.",
      "link.transcript\" is a link, and no link is followed",
      "\"/dev/zero\" is a device, not a file.",
      "\"/nowhere\" cannot be read: No such file or directory.",
      "large.transcript\" has 17 MB; no transcript is larger than 16 MB.",
    ] {
      #expect(result.output.contains(line), "\(line)\n\(result.output)")
    }
    #expect(result.errors.contains("paper.pdf is no transcript and was left aside."))
    #expect(!result.output.contains("root:"))
  }

  /// Memory ends for the file that wants too much, and for no other.
  @Test func whatCostsTooMuchIsStopped() throws {
    try handIn(Growth.diligent, "Ada", "a.transcript")
    try handIn(Growth.diligent, "Zoe", "z.transcript")
    let head = String(
      decoding: Classroom.file(["", "30", ""], "Eve", try Growth.lesson()),
      as: UTF8.self
    )
    let answers = (0..<90_000).map { "answer[power]> \($0)\n" }.joined()
    try fathom.write(head + answers, "sub/many.transcript")
    let small = try fathom.run(
      "grade",
      folder,
      "--lesson",
      "growth",
      "--megabytes",
      "110",
      "--jobs",
      "1"
    )
    #expect(small.status == 1)
    #expect(
      small.output.contains(
        "many.transcript: not graded. The process that marked it was ended by signal"
      )
    )
    #expect(small.output.components(separatedBy: ": 7.5 of 8.5").count == 3)
    // So many inputs are not even begun.
    let more = try fathom.write(
      head + String(repeating: "fathom> 1\n", count: 100_001),
      "more.transcript"
    )
    let refused = try fathom.run("grade", more, "--lesson", "growth")
    #expect(refused.status == 1)
    #expect(
      refused.output.contains(
        "not graded. It has 100004 inputs; more than 100000 are not replayed."
      )
    )
  }

  /// Shards, an interrupted one among them, give the bytes of one process.
  @Test func shardsAreTheSameBytes() throws {
    let classroom = try handInClass(60, seed: 9)
    let roster = try fathom.write(classroom.roster, "roster.csv")
    let rules = ["--lesson", "growth", "--roster", roster, "--identity", "file"]
    func report(_ files: [String], _ more: [String]) throws -> [String] {
      try ["text", "json", "csv", "junit"].map { format in
        let result = try fathom.run(["grade"] + files + rules + more + ["--format", format])
        #expect(result.status == 1)
        return result.output
      }
    }
    let whole = try report([folder], ["--jobs", "2"])
    #expect(try report([folder], ["--jobs", "1"]) == whole)
    let files = (1...3).map { fathom.path("\($0).results") }
    for number in 1...3 {
      try fathom.run(
        "grade",
        folder,
        "--lesson",
        "growth",
        "--shard",
        "\(number)/3",
        "--results",
        files[number - 1]
      )
    }
    #expect(try report(files, ["--merge"]) == whole)
    // One that was cut off in a line says so, and goes on where it stopped.
    let kept = try fathom.read(files[1])
    let cut = String(kept.prefix(kept.count / 2))
    try cut.write(toFile: files[1], atomically: true, encoding: .utf8)
    let early = try fathom.run(["grade"] + files + rules + ["--merge"])
    #expect(early.status == 2)
    #expect(
      early.errors.contains("holds") && early.errors.contains("of 20 files. Run that shard again")
    )
    try fathom.run("grade", folder, "--lesson", "growth", "--shard", "2/3", "--results", files[1])
    #expect(try fathom.read(files[1]).hasPrefix(cut))
    #expect(try report(files, ["--merge"]) == whole)
    let fewer = try fathom.run(["grade"] + Array(files.prefix(2)) + rules + ["--merge"])
    #expect(fewer.errors.contains("Of 3 shards these are missing: 3."))
    let other = try fathom.run("grade", folder, "--lesson", "growth", "--results", files[0])
    #expect(other.status == 2)
    // What has changed since is marked again.
    let results = fathom.path("all.results")
    try fathom.run("grade", folder, "--lesson", "growth", "--results", results)
    let name = classroom.handIns[0].file
    try handIn(["", "30"], "Nobody", name)
    let again = try fathom.run("grade", folder, "--lesson", "growth", "--results", results)
    #expect(again.output.contains("\(name): Nobody (a claim): 0.5 of 8.5"))
  }

  @Test func nothingIsOverwrittenUnlessTold() throws {
    try handIn(Growth.diligent, "Ada", "ada.transcript")
    let file = try fathom.write("mine", "report")
    let base = ["grade", folder, "--lesson", "growth"]
    #expect(try fathom.run(base + ["--output", file]).status == 2)
    #expect(try fathom.run(base + ["--queue", file]).status == 2)
    #expect(try fathom.read(file) == "mine")
    #expect(try fathom.run(base + ["--output", file, "--force"]).status == 0)
    #expect(try fathom.read(file).hasPrefix("Growth (growth 1.0.0)\n"))
    let texts = fathom.path("texts")
    #expect(try fathom.run(base + ["--feedback", texts]).status == 0)
    #expect(
      try fathom.read("\(texts)/Ada.txt").hasPrefix(
        "Ada: Growth, 7.5 of 8.5 points, and 1 to be read\n"
      )
    )
    let page = try fathom.read("\(texts)/Ada.html")
    #expect(
      page.contains("<h1>Growth</h1>") && page.contains("7.5 of 8.5 points, and 1 to be read")
    )
    #expect(try fathom.run(base + ["--feedback", texts]).status == 2)
    #expect(try fathom.run(base + ["--feedback", texts, "--force"]).status == 0)
  }

  @Test func theLeastDecidesTheStatus() throws {
    try handIn(Growth.diligent, "Ada", "ada.transcript")
    let base = ["grade", folder, "--lesson", "growth", "--minimum"]
    #expect(try fathom.run(base + ["7.5"]).status == 0)
    #expect(try fathom.run(base + ["7.51"]).status == 1)
    #expect(try fathom.run(base + ["much"]).status == 2)
    // Nobody has enough where nobody handed in.
    try FileManager.default.removeItem(atPath: "\(folder)/ada.transcript")
    #expect(try fathom.run(base + ["0"]).status == 1)
    #expect(try fathom.run("grade", folder, "--lesson", "growth").status == 0)
  }

  /// Tables in and out, by the program.
  @Test func gradebooksAndMarks() throws {
    try handIn(Growth.diligent, "Ada", "ada.transcript")
    let base = ["grade", folder, "--lesson", "growth"]
    let canvas = try fathom.write("Student,ID,Growth (7)\nAda,1,\nMary,2,\n", "canvas.csv")
    let filled = try fathom.run(
      base + ["--format", "canvas", "--gradebook", canvas, "--missing", "zero"]
    )
    #expect(filled.output == "Student,ID,Growth (7)\nAda,1,7.5\nMary,2,0\n")
    #expect(filled.status == 0)
    let queue = fathom.path("queue.csv")
    try fathom.run(base + ["--queue", queue])
    let marks = try fathom.read(queue).replacing(",1,,", with: ",1,1,")
    try fathom.write(marks, "marks.csv")
    let merged = try fathom.run(base + ["--marks", fathom.path("marks.csv"), "--format", "csv"])
    #expect(merged.output.contains("Ada,,handed in,0.5,2,1,1,1,2,1,8.5,8.5,0.5,0,10,0,,"))
    let latin = fathom.path("latin.csv")
    try Data(Array("name\nJ".utf8) + [0xFC]).write(to: URL(filePath: latin))
    let refused = try fathom.run(base + ["--roster", latin])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("Line 2 is not UTF-8; it may be Latin-1. Save it as UTF-8."))
    #expect(try fathom.run(base + ["--format", "canvas"]).status == 2)
    let results = try fathom.run(base + ["--format", "gradescope"])
    #expect(try JSONSerialization.jsonObject(with: Data(results.output.utf8)) is [String: Any])
    #expect(results.errors == "")
  }

  /// Each file finds its own lesson.
  @Test func severalLessons() throws {
    let shelf = fathom.path("shelf")
    try FileManager.default.createDirectory(atPath: shelf, withIntermediateDirectories: true)
    try fathom.write(Growth.text(), "shelf/01-growth.lesson.md")
    let second = try Growth.text().replacing("id = \"growth\"", with: "id = \"decay\"")
    try fathom.write(second, "shelf/02-decay.lesson.md")
    try handIn(Growth.diligent, "Ada", "1.transcript")
    try Data(Classroom.file(["", "30"], "Ada", lesson(second)))
      .write(to: URL(filePath: "\(folder)/2.transcript"))
    let result = try fathom.run("grade", folder, "--lessons", shelf)
    #expect(result.status == 0)
    #expect(result.output.contains("all of 17"))
    #expect(result.output.contains("  Ada         7.5    0.5          8\n"))
  }
}

struct NewCommandTests {
  /// What is written can be played and checked, and has a question of each kind.
  @Test func theSkeletonPasses() throws {
    let fathom = try Fathom.growth()
    let result = try fathom.run("new", "my-lesson")
    #expect(result.status == 0)
    let file = fathom.path("my-lesson.lesson.md")
    let text = try fathom.read(file)
    for kind in ["number", "choice", "choices", "expression", "predict", "task", "text"] {
      #expect(text.contains("kind = \"\(kind)\"\n"))
    }
    #expect(text.contains("\n# My lesson\n"))
    let checked = try fathom.run("check", file)
    #expect(checked.status == 0)
    #expect(checked.output == "")
    #expect(try fathom.run("release", file, "-o", fathom.path("copy.md")).status == 0)
    #expect(try fathom.run("new", "my-lesson").status == 2)
    #expect(try fathom.run("new", "My Lesson").status == 2)
    #expect(try fathom.run("new", "other", "--title", "Quote\"").status == 2)
  }
}
