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

  @Test("Four starts in two rows")
  func four() throws {
    let members = [1.5, 1.1, 1, 0.5].map { factor in
      let one = powers(factor, 0...50)
      return Figure(title: one.name, kind: .line([Series(name: "rms(a)", x: one.x, y: one.y)]))
    }
    try expect("beside-four", Figure(title: "four starts", kind: .beside(members)), 72, 26)
  }

  @Test("A cobweb of a map with a number that stays and one that does not")
  func cobweb() throws {
    func map(_ x: Double) -> Double { 2.8 * x * (1 - x) }
    let x = (0...40).map { Double($0) / 40 }
    let curve = Series(name: "2.8 x (1 - x)", x: x, y: x.map { Sample(map($0)) })
    let ways = [0.05, 0.95].map { start in
      (0..<12).reduce(into: [start]) { way, _ in way.append(map(way[way.count - 1])) }
        .map { Sample($0) }
    }
    let figure = Figure(
      title: "2.8 x (1 - x)",
      kind: .cobweb(Cobweb(curve: curve, ways: ways)),
      xLabel: "x",
      xIsInteger: false,
      axis: .linear
    )
    try expect("cobweb", figure)
  }

  @Test("Two levels in a heatmap, and samples in one")
  func levels() throws {
    let places = (0...30).map { Double($0) / 10 - 1.5 }
    var map = Heatmap(
      x: places,
      y: places,
      yLabel: "v",
      yIsInteger: false,
      valueLabel: "u^2 + v^2",
      values: places.map { v in places.map { Sample($0 * $0 + v * v) } }
    )
    var figure = Figure(
      title: "circles",
      kind: .heatmap(map),
      xLabel: "u",
      xIsInteger: false,
      axis: .linear
    )
    figure.thresholds = [
      Threshold(at: Sample(1), label: "1"), Threshold(at: Sample(2), label: "2"),
      Threshold(at: Sample(9), label: "beyond"),
    ]
    try expect("heatmap-levels", figure, 72, 26)
    map.points = [(0.0, 0.0, 1), (1, 1, 2), (-1, 1, 2), (-1, 1, 1)].map {
      Heatmap.Point(x: $0.0, y: $0.1, kind: $0.2)
    }
    figure.kind = .heatmap(map)
    figure.thresholds = []
    try expect("heatmap-points", figure, 72, 26)
  }

  @Test("A histogram of exponents with a format's limits in it")
  func exponents() throws {
    var generator = SplitMix64(seed: 4)
    let values = (0..<200).map { _ in
      powers(0.1, 0...16).y[Int.random(in: 3...9, using: &generator)]
    }
    var figure = Figure(
      title: "gradients",
      kind: .histogram(values),
      xLabel: "abs(dJ/dW)",
      axis: .logarithmic
    )
    figure.thresholds = [
      Threshold(at: Sample(65504), label: "float16 max"),
      Threshold(at: Sample(0x1p-14), label: "float16 smallest normal"),
      Threshold(at: Sample(0x1p-24), label: "float16 smallest subnormal"),
    ]
    try expect("histogram-levels", figure)
  }
}
