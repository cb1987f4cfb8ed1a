import Notebooks
import TestSupport
import Testing

/// What is said of courses that turn, alternate or come back, beside the numbers themselves.
@Suite("Claims of courses")
struct ExplanationCourseTests {
  @Test("a turn is at the first entry of its level", arguments: 1...60)
  func turns(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    func stairs() -> [Int] {
      (1...3).flatMap { Array(repeating: $0, count: Int.random(in: 1...3, using: &random)) }
    }
    let top = Array(repeating: 4, count: Int.random(in: 1...4, using: &random))
    let rise = stairs() + top + stairs().reversed()
    let isPeak = seed % 2 == 0
    let values = isPeak ? rise : rise.map { 10 - $0 }
    let turn = isPeak ? 4 : 6
    let text = shown("explain plot \(values)", columns: 300)
    let first = try #require(values.firstIndex(of: turn)) + 1
    let last = try #require(values.lastIndex(of: turn)) + 1
    let stay = first < last ? ", stays there up to entry \(last)" : ""
    #expect(text.contains(" to \(turn) at entry \(first)\(stay), then "), "\(text)")
  }

  @Test("a course that alternates is not given a factor per layer alone")
  func alternation() {
    for (up, down, depth) in [("2", "0.5", 21), ("3", "0.25", 12), ("1.5", "0.5", 9)] {
      let text = shown(
        "explain rms(activations(network([[0, \(up)], [\(down), 0]], depth: \(depth)), [1, 0]))",
        columns: 300
      )
      #expect(text.contains(", on average times "), "\(text)")
      #expect(text.contains("it alternates, times \(down), then times \(up)."), "\(text)")
    }
    let even = shown("explain rms(activations(network(2*identity(2), depth: 9), [1, 0]))")
    #expect(even.contains("times 2 per layer.") && !even.contains("average"))
  }

  @Test("a spectral radius is each step's factor, or that on average")
  func radius() {
    let cases = [
      ("[[0, 2], [0.5, 0]]", false), ("[[0, 4], [1, 0]]", false), ("[[2, 0], [0, 1]]", true),
      ("[[0, -1], [1, 0]]", true), ("[[1, 3], [0, -1]]", false), ("[[1, 1], [0, 2]]", true),
    ]
    for (matrix, isSteady) in cases {
      let text = shown("explain \(matrix)", columns: 300)
      #expect(text.contains("each time in the end") == isSteady, "\(text)")
      #expect(text.contains("on average, not each by itself, in the end") != isSteady, "\(text)")
    }
  }

  @Test("what comes back after a tenth more is tried at another value")
  func periods() {
    let text = shown("s = 1.5\nexplain sin(2*pi*s/0.15) + 2", columns: 300)
    // sin(2π 1.5555/0.15) + 2 = 2.7289686274214…
    #expect(text.contains("nearly the same, but with s = 1.5555 it would be 2.72897."), "\(text)")
    #expect(shown("s = 1.5\nexplain 0*s + 2", columns: 300).contains("it would be the same."))
  }

  @Test("nothing is said to meet no limit of which only single numbers are seen")
  func limits() {
    let text = shown(
      """
      f(l) = network([[1]], depth: l, bias: [0.001])([1])[1]
      table f(l) over l in [10, 100, 200] in bfloat16
      """
    )
    #expect(!text.contains("no limit is met"))
    #expect(
      text.contains("bfloat16: no number shown is subnormal, zero, infinite or nan."),
      "\(text)"
    )
  }
}
