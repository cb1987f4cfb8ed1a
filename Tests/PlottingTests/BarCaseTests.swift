import Plotting
import TerminalText
import TestSupport
import Testing

/// Cases 23, 24 and 41: bars and histograms.
@Suite("Bars and histograms")
struct BarCaseTests {
  private func lines(_ values: [Double], _ columns: Int = 60, charset: Charset = .ascii) -> [String]
  {
    let bars = values.enumerated().map { Bar(name: "b\($0)", value: Sample($1)) }
    return Figure(kind: .bars(bars), axis: .linear)
      .rendered(columns: columns, rows: 20, charset: charset).plain
      .split(separator: "\n").map { String($0) }
  }

  private func length(_ line: String) -> Int { line.count { $0 == "#" } }

  @Test("23 The greatest integer, and sums that leave Double's range")
  func huge() {
    let lines = lines([Double(Int.max), Double(Int.max) / 2, 1.7e308, -1.7e308])
    #expect(length(lines[2]) > 10 && abs(length(lines[3]) - length(lines[2])) <= 1)
    #expect(length(lines[0]) == 0 && lines[0].contains("|:"))
  }

  @Test("24 Negative bars go left, zero draws nothing, the tiny leaves a trace")
  func signs() {
    let lines = lines([4, -2, 0, 1e-9, -1e-9])
    #expect(lines[0].contains("|##") && lines[1].contains("#|"))
    #expect(!lines[2].contains("#") && !lines[2].contains(":"))
    #expect(lines[3].contains("|:") && lines[4].contains(":|"))
    #expect(abs(length(lines[0]) - 2 * length(lines[1])) <= 1)
    let axes = Set(lines.map { $0.firstIndex(of: "|")?.utf16Offset(in: $0) })
    #expect(axes.count == 1)
  }

  @Test("Bars against integers: the nearest number of cells, at any width", arguments: 0..<40)
  func mapping(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let values = (0..<8).map { _ in Int.random(in: 1...400, using: &generator) }
    let columns = Int.random(in: 24...120, using: &generator)
    let greatest = values.max() ?? 1
    let lines = lines(values.map(Double.init), columns)
    guard let axis = lines[0].firstIndex(of: "|") else {
      Issue.record("no axis")
      return
    }
    let cells = columns - lines[0].distance(from: lines[0].startIndex, to: axis) - 1
    for (value, line) in zip(values, lines) {
      let nearest = (2 * value * cells + greatest) / (2 * greatest)
      #expect(length(line) == nearest, "\(value) of \(greatest) in \(cells)")
    }
    #expect(lines.contains { length($0) == cells })
  }

  @Test("Eighths of a block, dots of braille")
  func fine() {
    let blocks = lines([64, 33], 60, charset: .blocks)
    let full = blocks[0].count { $0 == "█" }
    let half = blocks[1].count { $0 == "█" }
    #expect(full > 30 && half >= full / 2)
    #expect(lines([1, 1e-9], charset: .blocks)[1].contains("│▏"))
    #expect(lines([1, -1e-9], charset: .braille)[1].contains("⢸│"))
  }

  @Test("Infinite bars reach the edge and are marked; no number draws nothing")
  func special() {
    let lines = lines([1, .infinity, -.infinity, .nan, -1])
    #expect(lines[1].contains(">") && lines[1].contains(" inf "))
    #expect(lines[2].contains("<") && lines[2].contains("-inf"))
    #expect(!lines[3].contains("#") && lines[3].contains("nan"))
  }

  @Test("Too many bars are counted, names cut to the same are numbered")
  func many() {
    let bars = (0..<30).map {
      Bar(name: "a very long name of bar \($0)", value: Sample(Double($0)))
    }
    let text = Figure(kind: .bars(bars)).rendered(columns: 40, rows: 12).plain
    #expect(text.contains("19 more not shown, 11 to 29"))
    #expect(text.split(separator: "\n").count == 12)
    func names(_ bars: [Bar]) -> [Substring] {
      Figure(kind: .bars(bars)).rendered(columns: 30, rows: 12).plain
        .split(separator: "\n").prefix(3).map { $0.prefix(10) }
    }
    #expect(names(bars.suffix(3)) == ["…of bar 27", "…of bar 28", "…of bar 29"])
    let alike = ["a", "b", "c"].map {
      Bar(name: "the same beginning \($0) and the same end", value: Sample(1))
    }
    #expect(names(alike).map { $0.prefix(2) } == ["1 ", "2 ", "3 "])
  }

  // MARK: - Histograms

  /// Lower and upper edges with counts, read from the data.
  private func bins(
    _ values: [Double],
    _ axis: AxisRequest = .linear
  ) -> [(Double, Double, Int)] {
    Figure(kind: .histogram(values.map { Sample($0) }), axis: axis).data
      .split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: "\t")
        return (Double(fields[0]) ?? .nan, Double(fields[1]) ?? .nan, Int(fields[2]) ?? -1)
      }
  }

  @Test(
    "41 Counts sum to n, each value in its interval, the right edge in the last",
    arguments: 0..<60
  )
  func counts(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let count = Int.random(in: 2...80, using: &generator)
    // Multiples of a tenth, so that many lie on edges.
    let values = (0..<count).map { _ in Double(Int.random(in: -40...40, using: &generator)) / 10 }
    let bins = bins(values)
    #expect(bins.map(\.2).reduce(0, +) == count)
    guard bins.count > 1 else { return }
    for (index, (low, high, counted)) in bins.enumerated() {
      let isLast = index == bins.count - 1
      let expected = values.count { $0 >= low && ($0 < high || isLast && $0 <= high) }
      #expect(counted == expected, "\(low) to \(high)")
      if index > 0 { #expect(bins[index - 1].1 == low) }
    }
  }

  @Test("41 One value, all equal, tiny steps far from zero, beyond Double")
  func degenerate() {
    #expect(bins([3]).map(\.2) == [1])
    #expect(bins([2, 2, 2]).map(\.2) == [3])
    #expect(bins([1e16, 1e16 + 2, 1e16 + 4]).map(\.2).reduce(0, +) == 3)
    #expect(bins((0..<10).map { 1 + 1e-15 * Double($0) }).map(\.2).reduce(0, +) == 10)
    #expect(bins([-1.7e308, 1.7e308]).map(\.2).reduce(0, +) == 2)
    #expect(bins([0x1p-1074, 0x1p-1073]).map(\.2).reduce(0, +) == 2)
    let deep = Figure(
      kind: .histogram([-5000, -100, 3, 5000].map { sample(log10: $0) }),
      axis: .logarithmic
    )
    let counts = deep.data.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: "\t").last.flatMap { Int($0) }
    }
    #expect(counts.reduce(0, +) == 4)
  }

  @Test("Zeros on a log axis, infinities and no numbers are counted apart")
  func apart() {
    let values: [Double] = [1, 10, 1e6, 0, 0, -3, .infinity, .nan, .nan, -.infinity]
    let figure = Figure(kind: .histogram(values.map { Sample($0) }), axis: .logarithmic)
    let text = figure.rendered(columns: 72, rows: 20).plain
    #expect(text.contains("counted apart: 2 zero, 1 negative, 1 infinite, 1 minus infinity"))
    #expect(
      figure.data.hasSuffix(
        "0\t0\t2\nnegative\tnegative\t1\ninf\tinf\t1\n-inf\t-inf\t1\nnan\tnan\t2\n"
      )
    )
    let total = figure.data.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: "\t").last.flatMap { Int($0) }
    }.reduce(0, +)
    #expect(total == values.count)
  }

  @Test("The numbers in the picture sum to n at every height", arguments: 5...45)
  func shown(rows: Int) {
    let values = (0..<100).map { Sample(Double($0 * $0 % 97)) }
    let figure = Figure(kind: .histogram(values), axis: .linear)
    let lines = figure.rendered(columns: 60, rows: rows).plain.split(separator: "\n")
    let counts = lines.compactMap { line -> Int? in
      guard let bar = line.firstIndex(of: "|") else { return nil }
      return line[..<bar].split(separator: " ").last.flatMap { Int($0) }
    }
    #expect(counts.reduce(0, +) == 100)
  }
}
