import TerminalText

/// A line of text per series: its name, its course in a few glyphs, its first and its last value.
///
/// Each has an axis of its own, from its least to its greatest value, unless a range is shared with other figures.
/// When columns are few the values go first, then the name is cut.
struct Sparkline {
  let figure: Figure
  let series: [Series]
  let frame: Frame

  init(_ figure: Figure, series: [Series], frame: Frame) {
    self.figure = figure
    self.series = series
    self.frame = frame
  }

  func rendered() -> StyledText {
    guard !series.isEmpty else {
      return StyledText("no values", .faint).truncated(to: frame.columns)
    }
    let shown = series.count <= frame.rows ? series.count : frame.rows - 1
    var lines = series.indices.prefix(shown).map { line($0) }
    if shown < series.count {
      let rest = series.count - shown
      lines.append(StyledText("\(rest) more not shown", .faint).truncated(to: frame.columns))
    }
    return StyledText(lines: lines)
  }

  private func line(_ index: Int) -> StyledText {
    let one = series[index]
    let title = index == 0 && one.name.isEmpty ? figure.title : one.name
    var name = StyledText(neutralised(title), .series(index)).truncated(to: frame.columns / 3)
    if !name.isEmpty { name = name.padded(to: nameWidth) + StyledText(" ") }
    guard let first = one.y.first, let last = one.y.last else {
      return (name + StyledText("no values", .faint)).truncated(to: frame.columns)
    }
    let ends = " \(first.text(digits: 4)) to \(last.text(digits: 4))"
    let least = 6
    let hasEnds = frame.columns - name.width - ends.count >= least
    let room = max(1, frame.columns - name.width - (hasEnds ? ends.count : 0))
    return (name + glyphs(one, index, columns: min(room, 60)) + StyledText(hasEnds ? ends : ""))
      .truncated(to: frame.columns)
  }

  private var nameWidth: Int {
    min(series.map { displayWidth(neutralised($0.name)) }.max() ?? 0, frame.columns / 3)
  }

  /// One glyph per value; of values that share one the one farthest from zero shows.
  fileprivate func glyphs(_ one: Series, _ index: Int, columns: Int) -> StyledText {
    let perCell = frame.charset == .braille ? 2 : 1
    let slots = min(one.y.count, columns * perCell)
    let shown = (0..<slots).map { slot -> Sample in
      let part = one.y[slot * one.y.count / slots..<(slot + 1) * one.y.count / slots]
      return part.first { !$0.isFinite } ?? part.max { $0.magnitude < $1.magnitude } ?? .notANumber
    }
    let scale = Sparkline.scale(figure, one, shared: frame.shared)
    var text = StyledText()
    for start in stride(from: 0, to: slots, by: perCell) {
      let part = shown[start..<min(start + perCell, slots)]
      if let odd = part.compactMap({ Peculiarity($0, on: scale) }).max() {
        text.append(odd.glyph, .offScale)
      } else {
        text.append(String(glyph(part.map { height($0, on: scale) })), .series(index))
      }
    }
    return text
  }

  static func scale(_ figure: Figure, _ one: Series, shared: Domain?) -> Scale? {
    Scale(plain: figure.axis, for: Domain([one]).sharing(shared))
  }

  private func height(_ sample: Sample, on scale: Scale?) -> Double {
    if let scale, case .at(let place) = scale.place(sample) { place } else { 0 }
  }

  private func glyph(_ heights: [Double]) -> Character {
    func level(_ height: Double, of count: Int) -> Int { cell(height, count: count) }
    switch frame.charset {
    case .ascii: return Sparkline.ascii[level(heights[0], of: Sparkline.ascii.count)]
    case .blocks: return Sparkline.blocks[level(heights[0], of: Sparkline.blocks.count)]
    case .braille:
      var dots = 0
      for (column, height) in heights.enumerated() {
        for up in 0...level(height, of: 4) { dots |= 1 << ((3 - up) * 2 + column) }
      }
      return frame.charset.glyph(dots: dots)
    }
  }

  private static let ascii: [Character] = Array("_.:-=+*#")
  private static let blocks: [Character] = Array("▁▂▃▄▅▆▇█")
}

extension Figure {
  /// The course of some values as at most `columns` ASCII characters, from `_` for the least to `#`.
  ///
  /// On a log axis where positive values span more than three decades; there `0` is zero and `<` is
  /// negative. `^`, `v` and `n` are infinite, minus infinite and no number.
  package static func levels(of samples: [Sample], columns: Int) -> String {
    let series = Series(name: "", first: 0, y: samples)
    let line = Sparkline(
      Figure(kind: .sparkline([series])),
      series: [series],
      frame: Frame(columns: columns, rows: 1)
    )
    return line.glyphs(series, 0, columns: columns).plain
  }
}
