import TerminalText

extension HeatmapFigure {
  private var label: String { neutralised(map.valueLabel) }

  /// Every shade side by side over a scale of values; none when there is no value or no room.
  func keyBar(columns: Int) -> [StyledText] {
    guard let scale, columns >= 24 else { return [shortKey(columns: columns)] }
    let width = min(columns - 4, ramp.count * max(1, min(40, columns - 4) / ramp.count))
    var bar = StyledText(" [", .axis)
    for column in 0..<width {
      let place = (Double(column) + 0.5) / Double(width)
      bar.append(String(ramp.glyphs[ramp.level(place)]))
    }
    bar.append("]", .axis)
    bar.append(" " + label)
    return [frame.cut(bar, to: columns), StyledText("  " + numbers(scale, columns: width))]
  }

  /// Numbers under the bar, each under its shade.
  func numbers(_ scale: Scale, columns: Int) -> String {
    let (low, high) = (scale.text(at: 0), scale.text(at: 1))
    var labels = [(0, low), (max(0, columns - high.count), high)]
    // Log labels are written in full beside the bar, so that a note is never needed.
    let ticks = scale.ticks(cells: max(4, columns / 4), longest: 10)
    if ticks.note == nil {
      for tick in ticks.ticks where !tick.label.isEmpty && (0...1).contains(tick.place) {
        let column = cell(tick.place, count: columns) - tick.label.count / 2
        let isFree = labels.allSatisfy {
          column + tick.label.count + 1 < $0.0 || $0.0 + $0.1.count + 1 < column
        }
        if isFree, column >= 0 { labels.append((column, tick.label)) }
      }
    }
    var line = ""
    for (column, text) in labels.sorted(by: { $0.0 < $1.0 }) where line.count <= column {
      line += String(repeating: " ", count: column - line.count) + text
    }
    return line
  }

  /// The key in one line: the shades between the least and the greatest value.
  func shortKey(columns: Int) -> StyledText {
    guard let scale else { return frame.cut(StyledText(" " + label), to: columns) }
    var text = StyledText(" \(scale.text(at: 0)) [")
    text.append(String(ramp.glyphs))
    text.append("] \(scale.text(at: 1))")
    guard text.width <= columns else {
      return frame.cut(
        StyledText(" \(scale.text(at: 0)) to \(scale.text(at: 1))"),
        to: columns
      )
    }
    return frame.cut(text + StyledText(" \(label)"), to: columns)
  }

  /// `hasGlyphs` says whether levels are drawn as glyphs, which are told then.
  func notes(_ pooling: Pooling, hasGlyphs: Bool = true) -> [StyledText] {
    var notes = pointings.map { StyledText($0) }
    let total = map.x.count * map.y.count
    for (what, said, count) in peculiarities {
      let words = "\(count) of \(total) cells \(count == 1 ? "is" : "are") \(said)"
      notes.append(StyledText(what.glyph + " ", .offScale) + StyledText(words, .faint))
    }
    if pooling.isPooled {
      let size = "\(pooling.valuesAcross) x \(pooling.valuesUp)"
      let words =
        "each cell stands for \(pooling.isUneven ? "up to " : "")\(size) values and shows the middle one of them"
      notes.append(StyledText(words, .faint))
    }
    if !around.thresholds.isEmpty {
      let all = map.all
      let lines = levelLines
      for (index, threshold) in around.thresholds.enumerated() {
        let glyph =
          hasGlyphs ? lines.glyph(ofLevel: index).map { StyledText($0 + " ", .strong) } : nil
        notes.append(
          (glyph ?? StyledText()) + StyledText(all.words(of: threshold, "cells"), .faint)
        )
      }
    }
    if !map.isEven, map.x.count > 2 {
      let words = "columns are in the given order, not evenly spaced"
      notes.append(StyledText(words, .faint))
    }
    if let scale, scale.kind == .logarithmic {
      notes.append(StyledText("log scale of shades", .faint))
    }
    return notes
  }
}
