import Foundation
import SessionSupport
import TestSupport
import Testing

/// What `grade` does with files that have no end, and what other programs read in its reports.
struct GradeBoundTests {
  private let fathom: Fathom

  init() throws { fathom = try Fathom.growth() }

  private func python(_ script: String, _ arguments: String...) throws -> String {
    try fathom.write(script, "script.py")
    let names = arguments.map { "'\($0)'" }.joined(separator: " ")
    let result = try fathom.shell("python3 script.py \(names)")
    try #require(result.status == 0, "\(result.errors)")
    return result.output
  }

  /// A file that takes longer than it may is stopped, and the others are marked.
  @Test func whatTakesTooLongIsStopped() throws {
    let lesson = try Growth.lesson()
    let ada = Classroom.file(Growth.diligent, "Ada", lesson)
    try Data(ada).write(to: URL(filePath: fathom.path("ada.transcript")))
    // Each answer is compared with the key at many points, and none is another one's.
    let head = String(decoding: Classroom.file(["", "30", ""], "Eve", lesson), as: UTF8.self)
    let product = Array(repeating: "s", count: 40).joined(separator: "*")
    let answers = (1...95_000).map { "answer[formula]> s^L + \(product)/\($0)\n" }.joined()
    try fathom.write(head + "fathom> :answer formula\n" + answers, "slow.transcript")
    let result = try fathom.run(
      ["grade", "slow.transcript", "ada.transcript", "--lesson", "growth", "--seconds", "1"]
    )
    #expect(result.output.contains("ada.transcript: Ada (a claim): 7.5 of 8.5"))
    #expect(result.status == 1)
    #expect(
      result.output.contains(
        "slow.transcript: not graded. Marking it took more than 1 seconds of processor time"
      )
    )
  }

  @Test func aGrowingFileIsRefused() throws {
    let writer = fathom.process([])
    writer.executableURL = URL(filePath: "/usr/bin/python3")
    writer.arguments = [
      "-c",
      """
      with open("growing.transcript", "wb", buffering=0) as file:
        file.write(b"x" * (8 << 20))
        while file.tell() < 15 << 20: file.write(b"x")
      """,
    ]
    try writer.run()
    defer { kill(writer.processIdentifier, SIGKILL) }
    let seen = eventually {
      guard writer.isRunning,
        let result = try? fathom.run("grade", "growing.transcript", "--lesson", "growth")
      else { return false }
      return result.status == 1
        && result.output.contains("\"growing.transcript\" is being written while it is read.")
    }
    #expect(seen)
  }

  /// Python's csv reads what we write: who handed in, in which row, with which points.
  @Test func pythonReadsTheTable() throws {
    let classroom = Classroom(try Growth.lesson(), count: 40, seed: 4)
    for handIn in classroom.handIns {
      try Data(handIn.bytes).write(to: URL(filePath: fathom.path(handIn.file)))
    }
    let roster = try fathom.write(classroom.roster, "roster.csv")
    let files = classroom.handIns.map { fathom.path($0.file) }
    try fathom.run(
      ["grade"] + files
        + [
          "--lesson", "growth", "--roster", roster, "--identity", "file", "--format", "csv",
          "--output", "marks.csv",
        ]
    )
    let read = try python(
      """
      import csv, sys
      with open("marks.csv", newline="", encoding="utf-8") as file: rows = list(csv.DictReader(file))
      for row in rows:
        assert None not in row and None not in row.values(), row
        assert not any(cell[:1] in ("=", "+", "@", "\\t") for cell in row.values()), row
        # A file that is nobody's, such as one that cannot be read, has a row without a name.
        if row["name"]: print(row["name"], row["total"], sep="|")
        else: assert row["total"] in ("", "0"), row
      """
    )
    let totals = Dictionary(
      read.split(separator: "\n").map { line in
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        return (parts[0], parts[1])
      }
    ) { first, _ in first }
    #expect(Set(totals.keys) == Set(classroom.handIns.map(\.name)))
    for handIn in classroom.handIns {
      guard let points = handIn.points else { continue }
      let told = try #require(totals[handIn.name], "\(handIn.name)")
      #expect(Double(told) == Double(points) / 100)
    }
  }

  /// pandas reads the same numbers from it as Python's csv.
  @Test(.enabled(if: pandas, "python3-pandas is not installed"))
  func pandasReadsTheTable() throws {
    let classroom = Classroom(try Growth.lesson(), count: 40, seed: 4)
    for handIn in classroom.handIns {
      try Data(handIn.bytes).write(to: URL(filePath: fathom.path(handIn.file)))
    }
    let roster = try fathom.write(classroom.roster, "roster.csv")
    try fathom.run(
      ["grade"] + classroom.handIns.map { fathom.path($0.file) }
        + [
          "--lesson", "growth", "--roster", roster, "--identity", "file", "--format", "csv",
          "--output", "marks.csv",
        ]
    )
    let read = try python(
      """
      import csv, pandas
      frame = pandas.read_csv("marks.csv")
      rows = list(csv.DictReader(open("marks.csv", newline="", encoding="utf-8")))
      assert list(frame.columns) == list(rows[0]) and len(frame) == len(rows), frame
      for column in ("total", "maximum", "participation", "attempts", "hints"):
        assert frame[column].dtype.kind in "fi", (column, frame[column].dtype)
        told = [float(row[column]) for row in rows if row[column]]
        assert list(frame[column].dropna()) == told, column
      print(frame["total"].sum())
      """
    )
    let sum = classroom.handIns.reduce(0) { $0 + ($1.points ?? 0) }
    #expect(Double(read.trimmingCharacters(in: .newlines)) == Double(sum) / 100)
  }

  private static var pandas: Bool {
    Programs.run(["/usr/bin/python3", "-c", "import pandas"]).status == 0
  }

  /// xmllint validates it with the schema that Jenkins has published.
  @Test func theJUnitFileKeepsThePublishedSchema() throws {
    let classroom = Classroom(try Growth.lesson(), count: 12, seed: 8)
    for handIn in classroom.handIns {
      try Data(handIn.bytes).write(to: URL(filePath: fathom.path(handIn.file)))
    }
    try fathom.run(
      ["grade"] + classroom.handIns.map { fathom.path($0.file) }
        + ["--lesson", "growth", "--format", "junit", "--output", "marks.xml"]
    )
    let schema = Repository.path("Tests/CommandTests/Schemas/junit-10.xsd")
    let validate = "xmllint --noout --nonet --schema '\(schema)' marks.xml"
    let valid = try fathom.shell(validate)
    #expect(valid.status == 0, "\(valid.errors)")
    // The schema sees what is wrong.
    let text = try fathom.read(fathom.path("marks.xml"))
    try fathom.write(text.replacing(" errors=", with: " mistakes="), "marks.xml")
    #expect(try fathom.shell(validate).status != 0)
  }

  /// What a suite says of its cases is what stands in it, for Python's reader.
  @Test func theJUnitFileCountsItsCases() throws {
    let classroom = Classroom(try Growth.lesson(), count: 12, seed: 8)
    for handIn in classroom.handIns {
      try Data(handIn.bytes).write(to: URL(filePath: fathom.path(handIn.file)))
    }
    try fathom.run(
      ["grade"] + classroom.handIns.map { fathom.path($0.file) }
        + ["--lesson", "growth", "--format", "junit", "--output", "marks.xml"]
    )
    let read = try python(
      """
      import xml.etree.ElementTree as tree
      root = tree.parse("marks.xml").getroot()
      assert root.tag == "testsuites"
      for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases)
        for name, tag in ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"):
          count = sum(case.find(tag) is not None for case in cases)
          assert int(suite.get(name)) == count, (name, count, suite.attrib)
      print(len(root.findall(".//testcase")))
      """
    )
    let cases = try #require(Int(read.filter(\.isNumber)))
    // At least one for each who handed in.
    #expect(cases >= 12)
  }
}
