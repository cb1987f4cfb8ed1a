import Notebooks
import Testing

/// Plots from a few whole numbers of what has values between them.
@Suite("Plots from whole numbers")
struct WholeNumberTests {
  private static func finer(_ line: String) throws -> String? {
    let desk = Desk(after: lecture + "\none(k) = rms(normal(9, seed: k))\np(k) = 10^k")
    let statement = try #require(try Parser.statements(of: line).first?.get())
    return desk.notebook.wholeNumbers(in: statement)?.finer
  }

  @Test(
    "a curve of numbers has more, about a hundred or half of that",
    arguments: [
      ("plot slope(sigmoid, z) over z in -6...6", "over z in -6...6 by 0.2"),
      ("plot sin(t), cos(t) over t in 0...5 on linear", "over t in 0...5 by 0.1"),
      ("plot p(k) over k in -14...0 on log", "over k in -14...0 by 0.2"),
      ("plot rms(y) over s in 1...3", "over s in 1...3 by 0.02"),
    ]
  )
  func curve(_ line: String, _ finer: String) throws {
    #expect(try Self.finer(line) == finer)
    let range = try #require(line.split(separator: " over ").last?.split(separator: " on ").first)
    #expect(
      fault(line.replacing("over \(range)", with: finer), after: lecture + "\np(k) = 10^k") == nil
    )
  }

  @Test(
    "layers, seeds and what says its step have none",
    arguments: [
      "plot rms(y) over L in 1...14", "plot one(k) over k in 1...20", "plot rms(a)",
      "plot sin(t) over t in 0...6 by 1", "plot sin(t) over t in 0...400",
      "plot sin(t) over t in 0.0...6", "table sin(t) over t in 0...6",
      "plot nosuch(t) over t in 0...6",
      "sin(1)",
    ]
  )
  func none(_ line: String) throws { #expect(try Self.finer(line) == nil) }
}
