import Plotting
import TerminalText
import TestSupport
import Testing

/// What was before a change, in each kind that shows it; each picture was looked at when it was recorded.
@Suite("Pictures of now and before as they were recorded")
struct BeforeGoldenTests {
  private func expect(_ name: String, _ figure: Figure, rows: Int = 16) throws {
    for charset in Charset.allCases {
      let text = figure.rendered(columns: 60, rows: rows, charset: charset).encoded(as: .plain)
      let words = charset == .ascii ? "\n" + figure.description.joined(separator: "\n") : ""
      try expectGolden("before-\(name)-\(charset)", text + words)
    }
    try expectGolden("before-\(name).svg", figure.svg())
  }

  private func line(_ factors: Double...) -> Figure {
    let all = factors.map { powers($0, 0...20) }
    let series = all.enumerated().map { Series(name: "line \($0 + 1)", x: $1.x, y: $1.y) }
    return Figure(title: "rms(a)", kind: .line(series))
  }

  @Test("One line, whose factor was 1.5 and is 1.6")
  func one() throws {
    try expect("line", line(1.6).after(line(1.5), cause: "s = 1.5"))
  }

  @Test("Two lines, of which one has changed")
  func two() throws {
    try expect("lines", line(1.2, 0.5).after(line(1.2, 0.9), cause: "t = 0.9"))
  }

  @Test("Two clouds of points, of which both have moved")
  func scatter() throws {
    func cloud(_ seed: UInt64) -> Figure {
      var generator = SplitMix64(seed: seed)
      let series = ["a", "b"].map { name in
        let x = (0..<15).map { _ in Double.random(in: 0...1, using: &generator) }
        return Series(name: name, x: x, y: x.map { Sample($0 + (name == "a" ? 0 : 1)) })
      }
      return Figure(title: "clouds", kind: .scatter(series), xLabel: "x", xIsInteger: false)
    }
    try expect("scatter", cloud(1).after(cloud(2), cause: "seed = 2"))
  }

  @Test("Bars that have grown, shrunk, changed sign and stayed")
  func bars() throws {
    func bars(_ values: Double...) -> Figure {
      let names = ["grown", "shrunk", "turned", "same", "gone"]
      let bars = zip(names, values).map { Bar(name: $0, value: Sample($1)) }
      return Figure(title: "bars", kind: .bars(bars))
    }
    let figure = bars(4, 1, -1, 2, 0).after(bars(2, 3, 2, 2, 1), cause: "s = 2")
    try expect("bars", figure, rows: 10)
  }

  @Test("A histogram that has become wider")
  func histogram() throws {
    func values(_ spread: Double) -> Figure {
      var generator = SplitMix64(seed: 5)
      let values = (0..<60).map { _ in
        Sample(
          (0..<6).reduce(0) { sum, _ in sum + Double.random(in: -spread...spread, using: &generator)
          }
        )
      }
      return Figure(title: "values", kind: .histogram(values), xLabel: "value")
    }
    try expect("histogram", values(2).after(values(1), cause: "spread = 1"))
  }

  @Test("The medians of bands")
  func bands() throws {
    func bands(_ factor: Double) -> Figure {
      let runs = (0..<9).map { powers(factor * (0.96 + 0.01 * Double($0)), 0...20).y }
      return Figure(title: "nine runs", kind: .bands([Band(name: "", first: 0, runs: runs)]))
    }
    try expect("bands", bands(1.1).after(bands(1.3), cause: "s = 1.3"))
  }

  @Test("Beside each other each has its own")
  func beside() throws {
    func both(_ factor: Double) -> Figure {
      Figure(title: "both", kind: .beside([line(factor), line(factor / 2)]))
    }
    try expect("beside", both(1.6).after(both(1.5), cause: "s = 1.5"))
  }
}
