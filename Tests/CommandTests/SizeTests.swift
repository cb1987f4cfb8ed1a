import TestSupport
import Testing

/// Many inputs: a session takes memory and time in proportion.
///
/// Limits of the system end what doesn't: 14,000 definitions once took 24 GB, 10,000 expressions 85 s.
struct SizeTests {
  /// Inputs of one kind.
  struct Shape: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// How many lines of the diligent learner lead to it.
    var way = 0
    /// The lines of the file for one number after the other.
    let lines: @Sendable (Int) -> String
  }

  static let shapes = [
    Shape(testDescription: "definitions in a block") { "\(prompt($0)) p\($0) = \($0)" },
    Shape(testDescription: "expressions in a block") { "\(prompt($0)) \($0) + 1" },
    Shape(testDescription: "definitions") { "fathom> p\($0) = \($0)\n." },
    Shape(testDescription: "a chain") { "fathom> p\($0 + 1) = p\($0) + 1\n." },
    Shape(testDescription: "expressions") { "fathom> \($0) + 1\n." },
    Shape(testDescription: "undos") { "fathom> p\($0) = \($0)\n.\nfathom> :undo\n." },
    Shape(testDescription: "answers", way: 3) { "answer[power]> \($0) + 7\n." },
    Shape(testDescription: "formulas", way: 12) { "answer[formula]> s*L + \($0)\n." },
    Shape(testDescription: "tasks", way: 14) { number in
      "answer[norms]> p\(number) = \(number)\n.\nanswer[norms]> done\n."
    },
  ]

  private static func prompt(_ number: Int) -> String { number == 0 ? "fathom>" : "…>" }

  static let count = 20_000

  @Test(arguments: shapes)
  func isGradedAndTakenUp(_ shape: Shape) throws {
    let fathom = try Fathom.growth()
    try fathom.run("play", "growth", input: Array(Growth.diligent.prefix(shape.way)))
    let many = (0..<Self.count).map(shape.lines).joined(separator: "\n") + "\n.\n"
    let path = try fathom.write(try fathom.read(fathom.transcript) + many, "many.transcript")
    let limits = "ulimit -v 2000000; ulimit -t 60"
    let graded = try fathom.shell("\(limits); fathom grade --lesson growth \"\(path)\"")
    #expect(graded.status == 0, "\(graded.errors)")
    #expect(!graded.output.contains("prompt"), "\(graded.output)")
    let resumed = try fathom.shell("\(limits); fathom play growth --transcript \"\(path)\"")
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(resumed.output.contains("Growth"))
  }
}
