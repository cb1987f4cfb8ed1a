import Plotting
import TerminalText
import TestSupport
import Testing

/// Cases 25 to 38: labels, each on the row of its value, and edges.
@Suite("Ticks and edges")
struct TickCaseTests {
  /// Pairs of lowest and highest value of very different kinds.
  private static let ranges: [(Double, Double)] = {
    var generator = SplitMix64(seed: 7)
    let random = (0..<60).map { _ -> (Double, Double) in
      let size = Double.random(in: -12...12, using: &generator)
      let low = Double.random(in: -1...1, using: &generator)
      let span = Double.random(in: 0.0001...2, using: &generator)
      var unit = 1.0
      for _ in 0..<Int(size.magnitude) { unit *= size < 0 ? 0.1 : 10 }
      return (low * unit, (low + span) * unit)
    }
    return random + [
      (0, 1), (-1, 1), (0, 0.3), (0.1, 0.7), (1, 1000), (0, 150), (-0x1p-1074, 0x1p-1060),
      (1e15, 1e15 + 1),
      (99.9, 100.1), (-1e300, 1e300), (2.1, 4.3), (5.1, 9.9), (0.5, 5),
    ]
  }()

  @Test("25–29 Linear labels: unequal, in order, two or more, each on the row of its value")
  func linear() throws {
    for (low, high) in Self.ranges {
      for rows in [8, 12, 20, 45] {
        let picture = try Picture(figure([low, high], axis: .linear), 72, rows)
        let labels = picture.labels
        #expect(Set(labels.map(\.text)).count == labels.count, "\(low)...\(high)")
        #expect(picture.rows < 4 || labels.count >= 2, "\(low)...\(high) in \(rows)")
        #expect(labels.allSatisfy { $0.text.count <= 10 })
        let base = offset(picture.smallPrint)
        for label in labels {
          let value = base + (Double(label.text) ?? .nan)
          let row = ((value - low) / (high - low) * Double(picture.rows - 1)).rounded()
          // The base is rounded where it has more digits than a Double.
          #expect(
            Int(row) == label.row || base != 0 && abs(Int(row) - label.row) <= 1,
            "\(label) for \(low)...\(high)"
          )
        }
      }
    }
  }

  private func offset(_ smallPrint: String) -> Double {
    guard let word = smallPrint.split(separator: "count from ").dropFirst().first else { return 0 }
    return Double(word.prefix { !" \n".contains($0) }) ?? .nan
  }

  @Test(
    "25–30 Log labels: powers of ten on their rows, 1e0 among them, at most a third of the rows"
  )
  func logarithmic() throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<150 {
      let low = Double.random(in: -400...390, using: &generator)
      let high = low + Double.random(in: 1.01...800, using: &generator)
      let rows = Int.random(in: 8...45, using: &generator)
      let figure = Figure(
        kind: .line([
          Series(name: "", first: 0, y: [sample(log10: low), sample(log10: high)])
        ]),
        axis: .logarithmic
      )
      let picture = try Picture(figure, 60, rows)
      let labels = picture.labels
      #expect(Set(labels.map(\.text)).count == labels.count)
      #expect(labels.count >= 2 && labels.count <= max(4, picture.rows / 3), "\(low)...\(high)")
      if low <= 0, high >= 0 {
        #expect(labels.contains { $0.text == "1e0" || $0.text == "1" }, "\(low)...\(high)")
      }
      for label in labels where label.text.hasPrefix("1e") {
        let power = try #require(Int(label.text.dropFirst(2)))
        let row = ((Double(power) - low) / (high - low) * Double(picture.rows - 1)).rounded()
        #expect(Int(row) == label.row, "\(label) of \(low)...\(high)")
      }
    }
  }

  @Test("26 No two x labels touch, the ends are named, each number is under its column")
  func horizontal() throws {
    for columns in [20, 27, 40, 60, 72, 80, 120, 200] {
      for last in [1, 2, 5, 7, 19, 20, 99, 100, 150, 151, 1000, 9999, 1_000_000] {
        let figure = Figure(
          kind: .line([
            Series(name: "a", x: [0, Double(last)], y: [Sample(0), Sample(Double(last))])
          ]),
          axis: .linear
        )
        let picture = try Picture(figure, columns, 12)
        let labels = picture.xLabels.filter { Int($0.text) != nil }
        #expect(labels.last?.text == "\(last)")
        #expect(labels.first?.text == "0" || columns < 30)
        for (left, right) in zip(labels, labels.dropFirst()) {
          #expect(left.column + left.text.count < right.column)
          #expect((Int(left.text) ?? 0) < (Int(right.text) ?? 0))
        }
        for label in labels.dropFirst().dropLast() {
          let value = Double(label.text) ?? .nan
          let column = value / Double(last) * Double(picture.plotColumns - 1)
          let middle = label.column + label.text.count / 2
          #expect(abs(Double(middle) - column) <= 1, "\(label) of 0...\(last) in \(columns)")
        }
      }
    }
  }

  @Test("A label is never beside a row that its value is far from, however few the rows")
  func honest() throws {
    let picture = try Picture(figure([1.9e-6, 2216]), 40, 5)
    #expect(picture.labels.allSatisfy { !["1e-10", "1e10"].contains($0.text) })
    let overflow = try Picture(figure([1, 1.9e38]), 72, 24)
    #expect(!overflow.labels.contains { $0.text == "1e40" })
    let zero = try Picture(figure([1.9e-6, 2216], axis: .linear))
    #expect(zero.labels.first?.text == "0")
  }

  @Test("28 Exact decimals")
  func exact() throws {
    let picture = try Picture(figure([0, 0.6], axis: .linear), 72, 30)
    #expect(picture.labels.map(\.text) == ["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6"])
  }

  @Test("31 Long labels never take more than a third of the width")
  func longLabels() throws {
    for columns in [20, 30, 60] {
      let y = [sample(log10: -123_456_789), sample(log10: 3), sample(log10: 98_765_432_101)]
      var figure = Figure(kind: .line([Series(name: "a", first: 0, y: y)]))
      for axis in [AxisRequest.logarithmic, .linear, .symmetricLogarithmic] {
        figure.axis = axis
        let picture = try Picture(figure, columns, 16)
        #expect(picture.axis <= columns / 3 + 1)
      }
    }
    let short = try Picture(
      Figure(
        kind: .line([
          Series(
            name: "a",
            first: 0,
            y: [sample(log10: -123_456_789), sample(log10: 987_654_321)]
          )
        ])
      )
    )
    #expect(short.smallPrint.contains("y labels are powers of ten"))
    #expect(short.labels.contains { $0.text.hasSuffix("00000000") && $0.text != "0" })
  }

  @Test("32 One tick only, one row only, one column only")
  func one() throws {
    #expect(try Picture(figure([1, 1, 1]), 20, 5).count("*") > 0)
    #expect(try Picture(figure([5])).xLabels.map(\.text) == ["0"])
  }

  @Test("33 The least value on the bottom row, the greatest on the top, ends in the outer columns")
  func corners() throws {
    for (low, high) in Self.ranges {
      for axis in [AxisRequest.linear, .logarithmic, .symmetricLogarithmic] {
        if axis == .logarithmic, low <= 0 { continue }
        let picture = try Picture(figure([low, high], axis: axis), 50, 13)
        #expect(picture[0, 0] == "*", "\(low)...\(high) \(axis)")
        #expect(
          picture[picture.plotColumns - 1, picture.rows - 1] == "*",
          "\(low)...\(high) \(axis)"
        )
      }
    }
  }

  @Test("36 A jump is joined without holes and does not pass its end")
  func jumps() throws {
    let picture = try Picture(figure([0, 0, 1, 1, 0, 1], axis: .linear), 21, 20)
    for column in 1..<picture.plotColumns {
      let here = picture.rows(of: "*", column: column)
      let before = picture.rows(of: "*", column: column - 1)
      let lower = try #require(here.first)
      let upper = try #require(here.last)
      #expect(here.count == upper - lower + 1, "no hole in a column")
      let isJoined = before.contains { ((lower - 1)...(upper + 1)).contains($0) }
      #expect(isJoined, "no hole between columns")
    }
  }

  @Test("37 A line from far below to far above crosses the whole plot")
  func crossing() throws {
    let picture = try Picture(figure([-1e300, 1e300], axis: .linear))
    let rows = Set((0..<picture.plotColumns).flatMap { picture.rows(of: "*", column: $0) })
    #expect(rows.count == picture.rows)
  }

  @Test("38 A threshold in range is a line with a name; out of range a note")
  func thresholds() throws {
    var figure = figure([1, 1e10])
    figure.thresholds = [
      Threshold(at: Sample(1e5), label: "float16"), Threshold(at: Sample(1e38), label: "float32"),
      Threshold(at: Sample(1e-9), label: "low"),
    ]
    let picture = try Picture(figure)
    #expect(picture.count("-") > 50)
    #expect(picture.smallPrint.contains("- float16 (100000)"))
    #expect(picture.smallPrint.contains("float32 (1e38) lies above the figure"))
    #expect(picture.smallPrint.contains("low (1e-9) lies below the figure"))
  }

  @Test("A guess is drawn where it is, or noted when it is off the axis")
  func guesses() throws {
    var figure = figure([1, 2, 3], axis: .linear)
    figure.guesses = [Guess(x: 1, y: Sample(3)), Guess(x: 2, y: Sample(1e9))]
    let picture = try Picture(figure)
    #expect(picture.count("?") == 2)
    #expect(
      picture.rows(of: "?", column: picture.plotColumns / 2) == [picture.rows - 1]
        || picture.rows(of: "?", column: (picture.plotColumns - 1) / 2) == [picture.rows - 1]
    )
    #expect(picture.smallPrint.contains("? your guess, 1e9, lies above the figure"))
  }
}
