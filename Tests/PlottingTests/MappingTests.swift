import Plotting
import TerminalText
import TestSupport
import Testing

@Suite("The mapping against slow integer arithmetic")
struct MappingTests {
  /// ⌊a/b + ½⌋ for a ≥ 0 in integers.
  private func nearest(_ a: Int, _ b: Int) -> Int { (2 * a + b) / (2 * b) }

  @Test(
    "Every point in its cell, every other cell of a column on the way to a neighbour",
    arguments: 0..<60
  )
  func linear(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let count = Int.random(in: 2...40, using: &generator)
    let values = (0..<count).map { _ in Int.random(in: -500...500, using: &generator) }
    let columns = Int.random(in: 20...110, using: &generator)
    let picture = try Picture(figure(values.map(Double.init), axis: .linear), columns, 24)
    let least = try #require(values.min())
    let greatest = try #require(values.max())
    guard least < greatest else { return }
    let points = values.enumerated().map { index, value in
      (
        column: nearest(index * (picture.plotColumns - 1), count - 1),
        row: nearest((value - least) * (picture.rows - 1), greatest - least)
      )
    }
    for point in points { #expect(picture[point.column, point.row] == "*") }
    for column in 0..<picture.plotColumns {
      // Between the points to the left and right of a column, and those in it, the line stays inside their rows.
      let left = points.lastIndex { $0.column < column } ?? 0
      let right = points.firstIndex { $0.column > column } ?? points.count - 1
      let rows = points[left...right].map(\.row)
      let drawn = picture.rows(of: "*", column: column)
      let low = try #require(rows.min())
      let high = try #require(rows.max())
      #expect(!drawn.isEmpty && drawn.allSatisfy { (low...high).contains($0) })
    }
  }

  @Test("Powers of ten on a log axis, each in its cell", arguments: 2...40)
  func logarithmic(count: Int) throws {
    let powers = (0..<count).map { ($0 * 7919) % 301 - 150 }
    let samples = powers.map { power -> Sample in
      // 10^power exactly enough: by Double's own reading of a literal.
      Sample(Double("1e\(power)") ?? .nan)
    }
    let picture = try Picture(
      Figure(kind: .line([Series(name: "", first: 0, y: samples)]), axis: .logarithmic),
      100,
      30
    )
    let least = try #require(powers.min())
    let greatest = try #require(powers.max())
    for (index, power) in powers.enumerated() {
      let column = nearest(index * (picture.plotColumns - 1), count - 1)
      let row = nearest((power - least) * (picture.rows - 1), greatest - least)
      #expect(picture[column, row] == "*")
    }
  }

  @Test(
    "Points that come ten times over change nothing above the axis",
    arguments: 0..<20,
    [AxisRequest.linear, .logarithmic, .symmetricLogarithmic]
  )
  func crowded(seed: Int, axis: AxisRequest) {
    var generator = SplitMix64(seed: UInt64(seed))
    let values = (0..<700).map { _ -> Double in
      switch Int.random(in: 0..<60, using: &generator) {
      case 0: .nan
      case 1: 0
      case 2: .infinity
      default: Double.random(in: -20...90, using: &generator)
      }
    }
    func drawn(_ times: Int) -> [String] {
      let x = (0..<700 * times).map { Double($0 / times) }
      let y = (0..<700 * times).map { Sample(values[$0 / times]) }
      let figure = Figure(kind: .line([Series(name: "", x: x, y: y)]), axis: axis)
      return figure.rendered(columns: 72, rows: 24).lines.map(\.plain).filter { $0.contains("|") }
    }
    #expect(drawn(10) == drawn(1))
  }
}
