import Plotting
import TerminalText
import TestSupport
import Testing

@Suite("Figures in words")
struct DescriptionTests {
  private func course(_ values: [Double], axis: AxisRequest = .linear) -> String {
    figure(values, axis: axis).description[1]
  }

  @Test("The lecture's figure on a linear axis")
  func linear() {
    let figure = Figure(
      kind: .line([powers(1.5, 0...19), powers(0.5, 0...19)]),
      axis: .linear
    )
    #expect(
      figure.description == [
        "Linear plot, 2 lines, layers 0 to 19.",
        "s = 1.5 rises all the way, ×1.5 per layer, from 1 to 2216.84; "
          + "90 % of the rise is in the last 6 layers.",
        "s = 0.5 falls all the way, ×0.5 per layer, from 1 to 1.90735e-6; "
          + "on this axis it lies on 0.",
        "s = 1.5 and s = 0.5 both begin at 1.",
      ]
    )
  }

  @Test("On a log axis the factor comes before the decades")
  func logarithmic() {
    let figure = Figure(kind: .line([powers(1.5, 0...150)]), axis: .logarithmic)
    #expect(
      figure.description == [
        "Log plot, 1 line, layers 0 to 150.",
        "s = 1.5 rises all the way, ×1.5 per layer (0.176 decades), from 1 to 2.59232e26.",
      ]
    )
  }

  @Test("A factor is claimed only while it is constant")
  func factors() {
    #expect(course([1, 2, 4, 8, 16]).contains("×2 per layer, from 1 to 16"))
    #expect(
      course([1, 2, 4, 8, 16, 16])
        == "line 1 rises, ×2 per layer up to layer 4, then level, from 1 to 16."
    )
    #expect(course([1, 2, 4, 8, 16, 17]).contains("×2 per layer up to layer 4, from 1 to 17"))
    #expect(!course([1, 2, 4.001, 8, 16]).contains("×"))
    #expect(!course([1, 2, 5, 7]).contains("×"))
    #expect(
      course([1, 2, 5, 1000], axis: .logarithmic).contains("on average ×10 per layer (1 decades)")
    )
    #expect(!course([-1, -2, -4, -8, -16]).contains("×"))
  }

  @Test("Differences, constants, turns, ups and downs")
  func shapes() {
    #expect(course([1, 3, 5, 7]).contains("rises all the way, +2 per layer, from 1 to 7"))
    #expect(course([7, 5, 3, 1]).contains("falls all the way, -2 per layer, from 7 to 1"))
    #expect(course([2, 2, 2]) == "line 1 is 2 throughout.")
    #expect(course([1, 4, 9, 2]) == "line 1 rises from 1 to 9 at layer 2, then falls to 2.")
    #expect(course([9, 1, 4]) == "line 1 falls from 9 to 1 at layer 1, then rises to 4.")
    #expect(
      course([1, 5, 2, 7, 3])
        == "line 1 goes up and down between 1 (layer 0) and 7 (layer 3), from 1 to 3."
    )
    #expect(course([1, 2, 2, 7]).contains("rises or stays level, from 1 to 7"))
    // What has come to rest goes on in its last digits, which a log axis shows.
    let resting = [1, 0.5, 1e-30, 3e-30, 2e-30, 5e-30]
    #expect(course(resting).contains("falls or stays level, from 1 to 5e-30"))
    #expect(course(resting, axis: .logarithmic).contains("goes up and down"))
    #expect(course([1e16, 1e16 + 10]).contains("from 1e16, by 10 in all"))
    #expect(course([1, 1.00000001]).contains("from 1 to 1.00000001"))
    #expect(course([5]) == "line 1 has one finite value, 5 at layer 0.")
  }

  @Test("Where zeros and infinities begin")
  func peculiar() {
    #expect(
      course([1, 2, 4, 8, 16, .infinity, .infinity], axis: .logarithmic).hasSuffix(
        "from 1 to 16 at layer 4; 2 layers are infinite, from layer 5 on."
      )
    )
    #expect(
      course([1, 0.5, 0.25, 0.125, 0], axis: .logarithmic).hasSuffix(
        "from 1 to 0.125 at layer 3; layer 4 is zero."
      )
    )
    #expect(course([0, 1, .nan, 3]).hasSuffix("layer 0 is zero; layer 2 is not a number."))
    #expect(course([.infinity, .infinity]) == "line 1: all 2 layers are infinite.")
  }

  @Test("Zeros at the end are part of a linear course, and left of a logarithmic one")
  func zeros() {
    #expect(
      course([3, 1, 2, 5, 0])
        == "line 1 goes up and down between 0 (layer 4) and 5 (layer 3), from 3 to 0; "
        + "layer 4 is zero."
    )
    #expect(
      course([1, 2, 3, 0])
        == "line 1 rises from 1 to 3 at layer 2, then falls to 0; layer 3 is zero."
    )
    #expect(
      course([-5, -3, 0, 0])
        == "line 1 rises or stays level, from -5 to 0; 2 layers are zero, from layer 2 on."
    )
    #expect(course([1, 2, 3, 0], axis: .logarithmic).contains("from 1 to 3 at layer 2; layer 3"))
    // What has become small before may be an underflow on any axis.
    #expect(
      course([1, 1e-3, 1e-6, 1e-9, 0]).contains(
        "falls all the way, ×0.001 per layer, from 1 to 1e-9"
      )
    )
  }

  @Test("Of differences below the digits shown there is no turn")
  func digits() {
    #expect(course([1, 1.0000001, 1]) == "line 1 stays at 1.")
    #expect(course([1, 1.0000001, 1, 1.0000001]) == "line 1 stays at 1.")
    #expect(course([1, 1.0000001, 0.5]) == "line 1 stays at 1 up to layer 1, then falls to 0.5.")
    #expect(
      course([0.5, 1.0000001, 1]) == "line 1 rises from 0.5 to 1 at layer 1, then stays there."
    )
  }

  @Test("A course's ends are the series' ends, and a turn is its extreme, for whatever values")
  func ends() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<400 {
      let values = (0..<Int.random(in: 2...7, using: &generator)).map { _ in
        generator.pick([0, 0, 1, 2, 3, 5, -1, -2.5])
      }
      let text = course(values)
      let last = NumberText.short(values[values.count - 1])
      let end = text.split(separator: ";")[0]
      #expect(
        end.hasSuffix(" to \(last)") || end.hasSuffix(" to \(last).")
          || end.contains("throughout") || end.contains("in all"),
        "\(values): \(text)"
      )
      if let turn = text.firstMatch(of: #/rises from \S+ to (\S+) at/#) {
        #expect(values.max().map { NumberText.short($0) } == String(turn.1), "\(values): \(text)")
      }
    }
  }

  @Test("Four fifths are spoken of only where they are about that many", arguments: 3...60)
  func fourFifths(count: Int) throws {
    // Ties at the ends, and none.
    for ties in [0, count / 4] {
      let values = (0..<count).map { Double(max($0, ties)) }
      let text = Figure(kind: .histogram(values.map { Sample($0) })).description
        .first { $0.contains("median") }
      guard let match = try #require(text).firstMatch(of: /between ([0-9.]+) and ([0-9.]+)\.$/),
        match.0.hasPrefix("between"), text?.contains("four fifths") == true,
        let low = Double(match.1), let high = Double(match.2)
      else { continue }
      let share = Double(values.count { low <= $0 && $0 <= high }) / Double(count)
      #expect(share > 0.74 && share < 0.87, "\(text ?? "")")
    }
  }

  @Test("The median of a histogram is the mean of the two in the middle")
  func medians() {
    func text(_ values: [Sample]) -> String {
      Figure(kind: .histogram(values)).description.first { $0.contains("median") } ?? ""
    }
    #expect(text([1, 2].map { Sample($0) }).contains("the median is 1.5."))
    #expect(text([100, 1, 3, 2].map { Sample($0) }).contains("the median is 2.5."))
    #expect(text([-1, 5, 1].map { Sample($0) }).contains("the median is 1."))
    #expect(text([-3, 0].map { Sample($0) }).contains("the median is -1.5."))
    // (1 + 3)/2·2^5000 = 2^5001 = 2.82e1505.
    let far = [1, 1.5].enumerated().map { Sample(significand: $1, exponent: 5000 + $0) }
    #expect(text(far).contains("the median is 2.82e1505."))
  }

  @Test("Crossings")
  func crossings() {
    func meeting(_ one: [Double], _ other: [Double]) -> String {
      figure(one, other).description.dropFirst(3).joined()
    }
    #expect(
      meeting([0, 1, 2, 3], [3, 2, 1, 0]) == "line 1 and line 2 cross between layer 1 and layer 2."
    )
    #expect(meeting([0, 1, 2], [2, 1, 0]) == "line 1 and line 2 cross at layer 1.")
    #expect(
      meeting([0, 2, 0, 2], [1, 1, 1, 1])
        == "line 1 and line 2 cross 3 times, first between layer 0 and layer 1."
    )
    #expect(meeting([1, 2], [1, 2]) == "line 1 and line 2 are the same everywhere.")
    #expect(meeting([1, 2], [1, 3]) == "line 1 and line 2 both begin at 1.")
    #expect(meeting([1, 2], [3, 4]).isEmpty)
  }

  @Test("A parameter instead of layers, thresholds, guesses, tables, many lines")
  func others() {
    let parameter = Figure(
      kind: .line([Series(name: "y", x: [0.5, 1, 1.5], y: [1, 2, 4].map { Sample($0) })]),
      xLabel: "s",
      xIsInteger: false,
      thresholds: [Threshold(at: Sample(1.5), label: "limit")],
      guesses: [Guess(x: 1, y: Sample(3))]
    )
    #expect(
      parameter.description == [
        "Linear plot, 1 line, s from 0.5 to 1.5.", "y rises all the way, from 1 to 4.",
        "y is first above limit (1.5) at s = 1.", "Your guess: 3 at s = 1.",
      ]
    )
    let table = Figure(kind: .table([series("a", [1, 2])]))
    #expect(table.description[0] == "Table, 1 column, layers 0 to 1.")
    let many = Figure(kind: .line((1...7).map { series("n\($0)", [0, Double($0)]) }))
    #expect(many.description.count <= 5)
    #expect(many.description[3] == "Between them end n2, n3, n4, n5, n6.")
  }

  @Test("Two to five sentences, whatever the figure; true ends")
  func always() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let count = Int.random(in: 1...6, using: &generator)
      let all = (0..<count).map { index in
        series(
          "n\(index)",
          (0..<Int.random(in: 1...9, using: &generator)).map { _ in
            [0, .nan, .infinity, Double.random(in: -9...9, using: &generator), 1e-300]
              .randomElement(using: &generator) ?? 0
          }
        )
      }
      let description = Figure(kind: .line(all)).description
      #expect((2...5).contains(description.count))
      #expect(description.allSatisfy { $0.hasSuffix(".") && !$0.contains("  ") })
    }
  }

  @Test("Tab-separated data, with 15 digits and far beyond Double")
  func data() {
    let figure = Figure(
      kind: .line([Series(name: "a", first: 3, y: [Sample(0.1), sample(log10: 5000), .zero])])
    )
    let lines = figure.data.split(separator: "\n")
    #expect(lines[0] == "layer\ta" && lines[1] == "3\t0.1" && lines[3] == "5\t0")
    #expect(lines[2].hasSuffix("e5000") || lines[2].hasSuffix("e4999"))
  }
}
