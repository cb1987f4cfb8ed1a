import TerminalText

extension Page {
  /// A row per bar: its name, its number, the bar.
  mutating func draw(_ bars: BarFigure) {
    let columns = Int((width - 2 * Page.margin) / Page.character)
    let plan = BarPlan(bars.rows, columns: columns)
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
      drawBar(row.value, scale: bars.scale, base: base, y: y + 3, height: step - 6, plot)
    }
    drawing.line(plot.across(base), plot.top, plot.across(base), plot.bottom, .axis)
    if bars.rows.isEmpty {
      drawing.words("no values", Page.margin, plot.top + 15, color: Look.faint)
    }
    let y = add(notes: (bars.notes + plan.notes).map(\.plain), at: plot.bottom + Page.line)
    height = max(min(height, y), y - 4)
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
      color: "#ffffff",
      isStrong: true
    )
  }

  /// A table in the rows and columns that it has as text.
  mutating func draw(_ table: ValueTable) {
    let untitled = ValueTable(table.figure.withoutTitle, series: table.series)
    var y = top + 12
    for line in untitled.rendered(columns: frame.columns).lines {
      drawing.words(line.encoded(as: .plain), Page.margin, y)
      y += Page.line
    }
    height = y
  }

  /// A small line per series between its name and its ends.
  mutating func draw(sparklines series: [Series]) {
    let names = series.map { neutralised($0.name) }
    let nameWidth = min(
      width / 3,
      Double(names.map { displayWidth($0) }.max() ?? 0) * Page.character
    )
    var y = top
    for (index, one) in series.enumerated() {
      let most = max(1, Int(nameWidth / Page.character))
      drawing.words(StyledText(names[index]).truncated(to: most).plain, Page.margin, y + 18)
      let left = Page.margin + nameWidth + 10
      let plot = Plot(left: left, right: max(left + 40, width - 190), top: y + 4, bottom: y + 24)
      if let scale = Sparkline.scale(figure, one, shared: shared), let x = Domain([one]).x {
        var bare = figure
        bare.marks = []
        bare.thresholds = []
        bare.guesses = []
        bare.kind = .line([one])
        let line = LineFigure(bare, series: [one], frame: frame)
        var inner = Page(bare.withoutTitle, width: width, height: height, shared: shared)
        inner.drawContents(line, scale: scale, x: x, plot)
        drawing.add(inner.drawing.text)
      }
      if let first = one.y.first, let last = one.y.last {
        let ends = "\(first.text(digits: 4)) to \(last.text(digits: 4))"
        drawing.words(ends, plot.right + 10, y + 18)
      }
      y += 30
    }
    if series.isEmpty { drawing.words("no values", Page.margin, y + 15, color: Look.faint) }
    height = max(y, top + 24) + 6
  }

  /// Pages beside each other.
  mutating func draw(_ members: [Figure]) {
    let range = BesideFigure.range(members)
    let isNarrow = width / Double(max(1, members.count)) < 240
    let each = isNarrow ? width : width / Double(max(1, members.count))
    var (x, y, highest) = (0.0, top - Page.margin, 0.0)
    for member in members {
      let (inner, used) = member.drawn(width: each, height: height - top, shared: range)
      let place = "\(Drawing.number(x)) \(Drawing.number(y))"
      drawing.add("<g transform=\"translate(\(place))\">\n\(inner.text)</g>\n")
      highest = max(highest, used)
      if isNarrow { y += used } else { x += each }
    }
    height = isNarrow ? y : y + highest
    if members.isEmpty {
      drawing.words("no figures", Page.margin, top + 15, color: Look.faint)
      height = top + 30
    }
  }
}

extension Figure {
  var withoutTitle: Figure {
    var figure = self
    figure.title = ""
    return figure
  }
}
