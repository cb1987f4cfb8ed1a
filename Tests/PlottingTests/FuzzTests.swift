import Plotting
import TerminalText
import TestSupport
import Testing

@Suite("Any values at any size")
struct FuzzTests {
  private func value(_ generator: inout SplitMix64) -> Double {
    let extremes: [Double] = [
      0, -0.0, 1, -1, .nan, .infinity, -.infinity, 0x1p-1074, .greatestFiniteMagnitude,
      -.greatestFiniteMagnitude, 1e16, 1e-300, 3,
    ]
    if Bool.random(using: &generator) { return extremes.randomElement(using: &generator) ?? 0 }
    return Double(bitPattern: generator.next())
  }

  private func sample(_ generator: inout SplitMix64) -> Sample {
    let exponents = [0, 0, 0, 1 << 40, -(1 << 40), 16000, -16000, Int.max, Int.min]
    return Sample(
      significand: value(&generator),
      tail: value(&generator) * 1e-17,
      exponent: exponents.randomElement(using: &generator) ?? 0,
      isSubnormal: Bool.random(using: &generator)
    )
  }

  @Test("Every kind, in text, in words, as data and as SVG", arguments: 0..<60)
  func everyKind(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed + 1000))
    let samples = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
      sample(&generator)
    }
    let series = (0..<Int.random(in: 0...3, using: &generator)).map { index in
      Series(
        name: "n\(index)",
        x: samples.map { _ in value(&generator) },
        y: samples
      )
    }
    var kinds = Kinds.kinds(samples: samples, series: series)
    kinds.append(
      .heatmap(
        Heatmap(
          x: (0..<5).map { _ in value(&generator) },
          y: (0..<3).map { _ in value(&generator) },
          yLabel: "y",
          yIsInteger: Bool.random(using: &generator),
          valueLabel: "v",
          values: [samples, [], samples]
        )
      )
    )
    kinds.append(
      .bands([Band(name: "b", x: samples.map { _ in value(&generator) }, runs: [samples])])
    )
    let axes: [AxisRequest] = [
      .automatic, .linear, .logarithmic, .symmetricLogarithmic,
    ]
    for kind in kinds {
      let figure = Figure(
        title: "t",
        kind: kind,
        xIsInteger: Bool.random(using: &generator),
        axis: axes.randomElement(using: &generator) ?? .automatic,
        thresholds: [Threshold(at: sample(&generator), label: "l")],
        guesses: [Guess(x: value(&generator), y: sample(&generator))],
        marks: [
          .x(value(&generator)), .value(sample(&generator)),
          .cell(x: value(&generator), y: value(&generator)),
        ]
      )
      let columns = Int.random(in: 1...120, using: &generator)
      let rows = Int.random(in: 1...45, using: &generator)
      let charset = Charset.allCases.randomElement(using: &generator) ?? .ascii
      let text = figure.rendered(columns: columns, rows: rows, charset: charset)
      #expect(text.width <= columns)
      #expect((2...5).contains(figure.description.count))
      #expect(figure.pointings.count == 3)
      #expect(figure.svg().hasSuffix("</svg>\n"))
      #expect(figure.data.hasSuffix("\n") || figure.data.isEmpty)
    }
  }

  @Test("Figures, tables, descriptions and data of whatever bits", arguments: 0..<150)
  func anything(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let all = (0..<Int.random(in: 0...4, using: &generator)).map { index in
      let count = Int.random(in: 0...6, using: &generator)
      return Series(
        name: "n\(index)",
        x: (0..<count).map { _ in value(&generator) },
        y: (0..<count).map { _ in sample(&generator) }
      )
    }
    let axes: [AxisRequest] = [
      .automatic, .linear, .logarithmic, .symmetricLogarithmic,
    ]
    for axis in axes {
      let figure = Figure(
        title: "t",
        kind: .line(all),
        xIsInteger: Bool.random(using: &generator),
        axis: axis,
        thresholds: [Threshold(at: sample(&generator), label: "l")],
        guesses: [Guess(x: value(&generator), y: sample(&generator))]
      )
      let columns = Int.random(in: 1...120, using: &generator)
      let rows = Int.random(in: 1...45, using: &generator)
      let text = figure.rendered(columns: columns, rows: rows)
      #expect(text.width <= columns && text.lines.count <= rows)
      #expect((2...5).contains(figure.description.count))
      #expect(figure.data.hasSuffix("\n"))
      var table = figure
      table.kind = .table(all)
      #expect(table.rendered(columns: columns, rows: rows).width <= columns)
      #expect((2...5).contains(table.description.count))
    }
  }
}
