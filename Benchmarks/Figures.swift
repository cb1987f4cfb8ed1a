import Plotting
import TerminalText

/// Figures in process: 150 layers of the lecture's, and a million points.
enum Figures {
  static var all: [Case] {
    [
      drawing(lecture, name: "figure 150", what: "1.5^l and 0.5^l, 72×20"),
      drawing(million, name: "figure 1e6", what: "a walk of 1e6 points, linear axis, 72×20"),
      drawing(chosen, name: "figure 1e6, chosen axis", what: "the same, symmetric-log axis"),
    ]
  }

  /// 1.5^l and 0.5^l, l = 0…150.
  static var lecture: Figure {
    Figure(kind: .line([powers(of: 1.5), powers(of: 0.5)]))
  }

  /// A million points of a walk, on a linear axis as the peers draw it.
  static var million: Figure {
    var state: UInt64 = 1
    var height = 0.0
    let samples = (0..<1_000_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      height += Double(state >> 11) * 0x1p-53 - 0.5
      return Sample(height)
    }
    return Figure(kind: .line([Series(name: "walk", first: 0, y: samples)]), axis: .linear)
  }

  /// The same with the axis that a figure chooses by itself.
  private static var chosen: Figure {
    var figure = million
    figure.axis = .automatic
    return figure
  }

  private static func powers(of base: Double) -> Series {
    var value = 1.0
    let samples = (0...150).map { _ in
      defer { value *= base }
      return Sample(value)
    }
    return Series(name: "\(base)", first: 0, y: samples)
  }

  private static func drawing(_ figure: Figure, name: String, what: String) -> Case {
    Case(name: name, what: what, runs: 9) {
      let text = figure.rendered(columns: 72, rows: 20)
      precondition(text.lines.count == 20)
    }
  }
}
