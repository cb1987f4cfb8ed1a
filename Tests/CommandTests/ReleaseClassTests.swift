import Foundation
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
