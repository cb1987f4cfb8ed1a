import Plotting
import TerminalText
import TestSupport
import Testing

/// A picture per kind and character set; each was looked at when it was recorded.
@Suite("Pictures of every kind as they were recorded")
struct KindGoldenTests {
  private func expect(
    _ name: String,
    _ figure: Figure,
    _ columns: Int = 72,
    _ rows: Int = 20
  ) throws {
    for charset in Charset.allCases {
      let text = figure.rendered(columns: columns, rows: rows, charset: charset).encoded(as: .plain)
      let words = charset == .ascii ? "\n" + figure.description.joined(separator: "\n") : ""
      try expectGolden("kind-\(name)-\(charset)", text + words)
    }
    try expectGolden("kind-\(name).svg", figure.svg())
  }

  private func normal(_ generator: inout SplitMix64) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
  }

  @Test("Lines with thresholds and marks")
  func line() throws {
    try expect(
      "line",
      Figure(
        title: "rms(a)",
        kind: .line([powers(1.5, 0...150), powers(0.5, 0...150)]),
        thresholds: [
          Threshold(at: Sample(3.4028235e38), label: "float32 max"),
          Threshold(at: Sample(0x1p-126), label: "float32 smallest normal"),
        ],
        marks: [.x(75)]
      ),
      72,
      22
    )
  }

  @Test("Bars of both signs and special values")
  func bars() throws {
    let values: [(String, Double)] = [
      ("linear", 1), ("tanh", 5.0 / 3), ("relu", 1.4142135623731), ("dead", 0), ("tiny", 1e-9),
      ("negative", -0.7), ("overflow", .infinity), ("lost", .nan),
    ]
    let bars = values.map { Bar(name: $0.0, value: Sample($0.1)) }
    try expect("bars", Figure(title: "gain of an activation", kind: .bars(bars)), 72, 12)
    let log = (0..<8).map { Bar(name: "layer \($0)", value: powers(0.01, 0...8).y[$0]) }
    try expect("bars-log", Figure(title: "rms(dJ/da)", kind: .bars(log)), 72, 12)
  }

  @Test("A histogram of logarithms, with what it cannot place")
  func histogram() throws {
    var generator = SplitMix64(seed: 1)
    let values = (0..<64).map { _ in Sample(normal(&generator) * 2 - 5) }
    let figure = Figure(
      title: "log10 of the singular values",
      kind: .histogram(values + [Sample(-Double.infinity), .notANumber]),
      xLabel: "log10(sv)"
    )
    try expect("histogram", figure)
  }

  @Test("A heatmap over s and L, pooled, and a small one with special values")
  func heatmap() throws {
    // log10(s^(L-1)) from the engine's powers of each s.
    let s = (0...20).map { Double(10 + $0) / 20 }
    let layers = (1...75).map { Double(2 * $0) }
    let rows = layers.map { layer in s.map { Sample((layer - 1) * logarithm($0)) } }
    let map = Heatmap(
      x: s,
      y: layers,
      yLabel: "L",
      yIsInteger: true,
      valueLabel: "log10(rms(y))",
      values: rows
    )
    var figure = Figure(
      title: "log10 rms(ŷ) over s and L",
      kind: .heatmap(map),
      xLabel: "s",
      xIsInteger: false
    )
    figure.marks = [.cell(x: 1.5, y: 100)]
    try expect("heatmap", figure, 72, 24)
    let values: [[Double]] = [[1, 10, .nan, 1e3], [2, 40, .infinity, 0], [1e-3, -1, 3, 9]]
    let small = Heatmap(
      x: [1, 2, 3, 4],
      y: [1, 2, 3],
      yLabel: "row",
      yIsInteger: true,
      valueLabel: "W",
      values: values.map { $0.map { Sample($0) } }
    )
    try expect(
      "heatmap-log",
      Figure(title: "W", kind: .heatmap(small), xLabel: "column", axis: .logarithmic)
    )
  }

  /// log10 by a series of arctanh, as exact as a shade needs.
  private func logarithm(_ x: Double) -> Double {
    let t = (x - 1) / (x + 1)
    var sum = 0.0
    var term = t
    for k in 0..<200 {
      sum += 2 * term / Double(2 * k + 1)
      term *= t * t
    }
    return sum / 2.302585092994046
  }

  @Test("Two clouds")
  func scatter() throws {
    var generator = SplitMix64(seed: 2)
    let x = (0..<60).map { _ in normal(&generator) }
    let a = x.map { Sample(2 * $0 + normal(&generator) / 2) }
    let b = x.map { Sample(5 - $0 + normal(&generator) / 2) }
    let figure = Figure(
      title: "two clouds",
      kind: .scatter([Series(name: "a", x: x, y: a), Series(name: "b", x: x, y: b)]),
      xLabel: "x",
      xIsInteger: false
    )
    try expect("scatter", figure)
    var alone = figure
    alone.kind = .scatter([Series(name: "a", x: x, y: a)])
    try expect("scatter-one", alone)
  }

  @Test("Gradient norms of twenty seeds, two activations")
  func bands() throws {
    var generator = SplitMix64(seed: 3)
    func run(_ factor: Double) -> [Sample] {
      var value = 1.0
      return (0...50).map { _ in
        defer { value *= factor * (1 + normal(&generator) / 5) }
        return Sample(value)
      }
    }
    let bands = [("tanh", 0.75), ("relu", 1.02)].map { name, factor in
      Band(name: name, first: 0, runs: (0..<20).map { _ in run(factor) })
    }
    try expect("bands", Figure(title: "norm(dJ/da) over 20 seeds", kind: .bands(bands)))
  }

  @Test("A network of few layers, and one of many")
  func network() throws {
    let small = NetworkDrawing(
      widths: [2, 4, 4, 3, 1],
      signal: [1, 5, 2000, 1e-4, 0].map { Sample($0) },
      signalLabel: "rms(a)"
    )
    try expect("network", Figure(title: "a network", kind: .network(small)))
    let deep = NetworkDrawing(
      widths: [2] + Array(repeating: 64, count: 59) + [1],
      signal: powers(0.7, 0...60).y,
      signalLabel: "rms(a)"
    )
    try expect("network-deep", Figure(title: "60 layers", kind: .network(deep), marks: [.x(20)]))
  }

  @Test("Two starts beside each other, and two tables of the same kind")
  func beside() throws {
    let members = [1.5, 0.5].map { factor in
      let one = powers(factor, 0...50)
      return Figure(title: one.name, kind: .line([Series(name: "rms(a)", x: one.x, y: one.y)]))
    }
    try expect("beside", Figure(title: "two starts", kind: .beside(members)))
  }
}
