import TerminalText

/// A shade per pair of two parameters.
struct HeatmapForm: FigureForm {
  var around: Surroundings
  var map: Heatmap

  private var words: AxisWords { AxisWords(around) }

  func figure(_ frame: Frame) -> HeatmapFigure {
    HeatmapFigure(around, pointings: pointings, map: map, frame: frame)
  }

  func text(in frame: Frame) -> StyledText { figure(frame).rendered() }

  func draw(on page: inout Page) { page.draw(figure(page.frame)) }

  func sentences(shared: Domain?) -> [String] {
    HeatmapDescription(around, pointings: pointings, map: map).sentences
  }

  var data: String {
    let (across, up) = (words, AxisWords(map))
    let label = map.valueLabel.isEmpty ? "value" : neutralised(map.valueLabel)
    let order = map.runsDown ? Array(map.y.indices.reversed()) : Array(map.y.indices)
    let rows = order.flatMap { j in
      map.x.indices.map { i in
        [across.number(map.x[i]), up.number(map.y[j]), map.value(i, j).text(digits: 15)]
      }
    }
    return ([[across.label, up.label, label]] + rows).tabSeparated
  }

  var domain: Domain? { Domain(map) }

  func covers(_ mark: Mark) -> Bool {
    switch mark {
    case .x: false
    case .value: true
    case .cell(let x, let y):
      map.x.finiteRange?.contains(x) == true && map.y.finiteRange?.contains(y) == true
    }
  }

  func sentence(at mark: Mark) -> String {
    switch mark {
    case .x:
      return "A cell of a heatmap has two numbers: \(words.label) and \(neutralised(map.yLabel))."
    case .value(let level): return map.values.flatMap { $0 }.shares(of: level, "cells")
    case .cell(let x, let y): return cell(x, y)
    }
  }

  /// More than others where that tells more of its rows apart: there is more under its plot than under lines.
  func height(columns: Int, rows: Int) -> Int {
    max(rows, min(rows + Self.mostMore, Self.beneathText, map.y.count + Self.around))
  }

  /// A title, the axis, its labels, their names, the key of two lines, and a note.
  private static let around = 7
  /// What an ordinary figure is raised by at most.
  private static let mostMore = 5
  /// The rows that a screen of 24 has under a line of prose and a cell of two lines.
  private static let beneathText = 18

  private func cell(_ x: Double, _ y: Double) -> String {
    let rows = AxisWords(map)
    guard let i = map.x.nearestIndex(to: x), let j = map.y.nearestIndex(to: y) else {
      return "There are no cells."
    }
    if let range = map.x.finiteRange, !range.contains(x) {
      return "\(words.at(x)) is outside \(words.range(range))."
    }
    if let range = map.y.finiteRange, !range.contains(y) {
      return "\(rows.at(y)) is outside \(rows.range(range))."
    }
    let place = "\(words.at(map.x[i])), \(rows.at(map.y[j]))"
    let isThere = map.x[i] == x && map.y[j] == y
    let value = "\(neutralised(map.valueLabel)) \(map.value(i, j).state)"
    return isThere ? "\(place): \(value)." : "The nearest cell is \(place): \(value)."
  }

  mutating func spell() {
    map.yLabel = TerminalText.spelledInASCII(map.yLabel)
    map.valueLabel = TerminalText.spelledInASCII(map.valueLabel)
  }
}

extension FigureHelp {
  static let heatmap = FigureHelp(
    summary: "a number over two parameters, as shades.",
    lines: [
      "A list by layer over one parameter has the layers to the right; a matrix shows its entries.",
      "plot over two ranges is a heatmap too. against draws where a level runs between the cells.",
      "A network of two inputs shows what it decides; a task behind it, its samples in that.",
    ],
    examples: [
      "heatmap log10(rms(y)) over s in 0.5...1.5, L in 1...50",
      "heatmap log10(rms(a)) over s in 0.5...1.5", "heatmap sample(gaussian(), 8, 8)",
      "heatmap log10(rms(y)) over s in 0.5...1.5 by 0.1, L in 1...20 against 0",
      "heatmap network(he(), widths: [2, 8, 2], activation: relu), spirals(samples: 20)",
    ]
  )
}
