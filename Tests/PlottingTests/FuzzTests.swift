import Plotting
import TerminalText
import Testing

@Suite("Any values at any size")
struct FuzzTests {
  private func value(_ generator: inout Generator) -> Double {
    let extremes: [Double] = [
      0, -0.0, 1, -1, .nan, .infinity, -.infinity, 0x1p-1074, .greatestFiniteMagnitude,
      -.greatestFiniteMagnitude, 1e16, 1e-300, 3,
    ]
    if Bool.random(using: &generator) { return extremes.randomElement(using: &generator) ?? 0 }
    return Double(bitPattern: generator.next())
  }

  private func sample(_ generator: inout Generator) -> Sample {
    let exponents = [0, 0, 0, 1 << 40, -(1 << 40), 16000, -16000, Int.max, Int.min]
    return Sample(
      significand: value(&generator),
      tail: value(&generator) * 1e-17,
      exponent: exponents.randomElement(using: &generator) ?? 0,
      isSubnormal: Bool.random(using: &generator)
    )
  }

  @Test("Figures, tables, descriptions and data of whatever bits", arguments: 0..<150)
  func anything(seed: Int) {
    var generator = Generator(seed: UInt64(seed))
    let all = (0..<Int.random(in: 0...4, using: &generator)).map { index in
      let count = Int.random(in: 0...6, using: &generator)
      return Series(
        name: "n\(index)",
        x: (0..<count).map { _ in value(&generator) },
        y: (0..<count).map { _ in sample(&generator) }
      )
    }
    let axes: [Figure.AxisRequest] = [
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
