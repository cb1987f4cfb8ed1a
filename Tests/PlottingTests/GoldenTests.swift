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
}

extension Figure {
  /// The figure as plain text, its description under it.
  func picture(_ columns: Int, _ rows: Int) -> String {
    ([rendered(columns: columns, rows: rows).encoded(as: .plain)] + description)
      .joined(separator: "\n")
  }
}
