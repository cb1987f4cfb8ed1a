import TerminalText

extension Page {
  /// A row per bar: its name, its number, the bar.
  mutating func draw(_ bars: BarFigure) {
    var frame = frame
    // A page has no least width.
    frame.columns = Int((width - 2 * Page.margin) / Page.character)
    let plan = BarPlan(bars.rows, in: frame)
    let step = 22.0
    let left = Page.margin + Double(plan.nameWidth + plan.numberWidth + 2) * Page.character
    let plot = Plot(
      left: left,
      right: width - Page.margin - 6,
      top: top,
      bottom: top + step * Double(max(1, bars.rows.count))
    )
    let base = bars.scale.map { BarFigure.base(of: $0) } ?? 0
    for (index, row) in bars.rows.enumerated() {
      let y = plot.top + step * Double(index)
      let name = StyledText(plan.names[index]).truncated(to: plan.nameWidth).plain
      drawing.words(name, Page.margin, y + 15, isStrong: row.isMarked)
      if plan.numberWidth > 0 {
        drawing.words(plan.numbers[index], left - Page.character, y + 15, .end)
      }
      drawBefore(row, bars.scale, base, y: y + 3, height: step - 6, plot)
      drawBar(row.value, scale: bars.scale, base: base, y: y + 3, height: step - 6, plot)
    }
    drawing.line(plot.across(base), plot.top, plot.across(base), plot.bottom, .axis)
    for (index, row) in bars.rows.enumerated() where row.hasLevel {
      let y = plot.top + step * Double(index) + 15
      let x = plot.across(base)
      drawing.words(BarFigure.level, x, y, .middle, color: "#c62828", isStrong: true)
    }
    if bars.rows.isEmpty {
      drawing.words("no values", Page.margin, plot.top + 15, color: Look.faint)
    }
    let y = add(notes: notes(of: bars) + plan.notes.map(\.plain), at: plot.bottom + Page.line)
    height = max(min(height, y), y - 4)
  }

  private func notes(of bars: BarFigure) -> [String] {
    let hasGhosts = bars.rows.contains { $0.before != nil && $0.before != $0.value }
    let before = hasGhosts ? bars.before.map { ["dotted: \($0)"] } ?? [] : []
    return before + bars.notes.map(\.plain)
  }

  /// The outline of a bar of before a change.
  private mutating func drawBefore(
    _ row: BarFigure.Row,
    _ scale: Scale?,
    _ base: Double,
    y: Double,
    height: Double,
    _ plot: Plot
  ) {
    guard let before = row.before, before != row.value, let scale,
      case .at(let end) = scale.place(before), end != base
    else { return }
    let (low, high) = (plot.across(min(base, end)), plot.across(max(base, end)))
    drawing.path(Drawing.box(low, y - 1.5, high - low, height + 3), .ghost)
  }

  private mutating func drawBar(
    _ value: Sample,
    scale: Scale?,
    base: Double,
    y: Double,
    height: Double,
    _ plot: Plot
  ) {
    let color = Look.series(value < .zero ? 1 : 0).color
    let end: Double
    switch value.kind {
    case .notANumber, .zero: return
    case .positiveInfinity: end = 1
    case .negativeInfinity: end = 0
    case .negative, .positive:
      guard let scale, case .at(let place) = scale.place(value) else { return }
      end = place
    }
    // However small, what is not zero leaves a trace.
    let width = max(1, abs(end - base) * plot.width)
    let x = end < base ? plot.across(base) - width : plot.across(base)
    drawing.rectangle(x, y, width, height, color)
    guard !value.isFinite else { return }
    let tip = end < base ? x + 4 : x + width - 4
    let sign = end < base ? "<" : ">"
    drawing.words(
      sign,
      tip,
      y + height - 4,
      end < base ? .start : .end,
      color: Look.paper,
      isStrong: true
    )
  }
}
