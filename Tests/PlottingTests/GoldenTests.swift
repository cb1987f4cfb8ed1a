import Plotting
import TerminalText
import Testing

@Suite("Pictures as they were recorded")
struct GoldenTests {
  @Test("The central figure: 1.5^l and 0.5^l over 150 layers")
  func central() throws {
    let figure = Figure(
      title: "rms(a)",
      kind: .line([powers(1.5, 0...150), powers(0.5, 0...150)])
    )
    try expectGolden("central", figure.picture(72, 20))
    try expectGolden("central-40x16", figure.picture(40, 16))
    try expectGolden("central-20x10", figure.picture(20, 10))
    try expectGolden("central-132x40", figure.picture(132, 40))
  }

  @Test("The same over 19 layers on a linear axis")
  func linear() throws {
    let figure = Figure(
      title: "rms(a)",
      kind: .line([powers(1.5, 0...19), powers(0.5, 0...19)]),
      axis: .linear
    )
    try expectGolden("linear", figure.picture(72, 20))
  }

  @Test("Underflow to zero and overflow to infinity in float32")
  func underflow() throws {
    let figure = Figure(
      title: "rms(a) in float32",
      kind: .line([powersInFloat32(1.8, 0...200), powersInFloat32(0.5, 0...200)]),
      thresholds: [
        Threshold(at: Sample(0x1p-126), label: "smallest normal"),
        Threshold(at: Sample(0x1p-1074), label: "smallest float64"),
      ]
    )
    try expectGolden("underflow", figure.picture(72, 24))
  }

  @Test("A learner's guess")
  func guess() throws {
    let figure = Figure(
      title: "rms(a)",
      kind: .line([powers(1.5, 0...19), powers(0.5, 0...19)]),
      axis: .linear,
      guesses: [Guess(x: 19, y: Sample(28))]
    )
    try expectGolden("guess", figure.picture(80, 20))
  }

  @Test("A depth far beyond Double: 1.5^9999")
  func deep() throws {
    let figure = Figure(
      title: "rms(a)",
      kind: .line([powers(1.5, 0...9999), powers(0.5, 0...9999)])
    )
    try expectGolden("deep", figure.picture(72, 20))
    var linear = figure
    linear.axis = .linear
    try expectGolden("deep-linear", linear.picture(72, 20))
  }

  @Test("Hardly more than one: 1.01^l against 0.99^l")
  func little() throws {
    let figure = Figure(
      title: "rms(a)",
      kind: .line([powers(1.01, 0...400), powers(0.99, 0...400)])
    )
    try expectGolden("little", figure.picture(72, 20))
  }

  @Test("Eight lines, long names, more legend than a line holds")
  func many() throws {
    let factors = [0.5, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0]
    let figure = Figure(
      title: "rms of the activations, one line per factor",
      kind: .line(factors.map { powers($0, 0...50) })
    )
    try expectGolden("many", figure.picture(72, 22))
  }

  @Test("Values of both signs over many decades")
  func symmetric() throws {
    let values: [Double] = (-30...30).map { Double($0 * $0 * $0) }
    let figure = Figure(title: "x³", kind: .line([series("x³", values)]), xLabel: "step")
    try expectGolden("symmetric", figure.picture(72, 20))
  }

  @Test("A parameter on the x axis")
  func parameter() throws {
    let x: [Double] = (0...100).map { 0.5 + Double($0) / 100 }
    let y: [Sample] = x.map { base in
      var power = 1.0
      for _ in 0..<19 { power *= base }
      return Sample(power)
    }
    let figure = Figure(
      title: "rms(y)",
      kind: .line([Series(name: "", x: x, y: y)]),
      xLabel: "s",
      xIsInteger: false
    )
    try expectGolden("parameter", figure.picture(72, 20))
  }

  @Test("The table of float formats")
  func table() throws {
    let layers = 120...152
    let figure = Figure(
      title: "rms(a) at 120...152",
      kind: .table([powersInFloat32(1.8, layers), powersInFloat32(0.5, layers)])
    )
    try expectGolden("table", figure.picture(72, 20))
    try expectGolden("table-20", figure.picture(20, 20))
  }
}

extension Figure {
  /// The figure as plain text, its description under it.
  func picture(_ columns: Int, _ rows: Int) -> String {
    ([rendered(columns: columns, rows: rows).encoded(as: .plain)] + description)
      .joined(separator: "\n")
  }
}
