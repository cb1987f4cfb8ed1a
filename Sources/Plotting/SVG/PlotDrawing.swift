import TerminalText

extension Page {
  /// Thresholds, marks, bands, lines or points, guesses.
  mutating func drawContents(
    _ line: LineFigure,
    scale: Scale,
    x: ClosedRange<Double>,
    _ plot: Plot
  ) {
    for threshold in figure.thresholds {
      guard case .at(let height) = scale.place(threshold.at) else { continue }
      let y = plot.up(height)
      drawing.line(plot.left, y, plot.right, y, .threshold)
    }
    for mark in figure.marks {
      switch mark {
      case .x(let at):
        guard x.contains(at) else { continue }
        let across = plot.across(place(at, in: x))
        drawing.line(across, plot.top, across, plot.bottom, .mark)
      case .value(let level):
        guard case .at(let height) = scale.place(level) else { continue }
        drawing.line(plot.left, plot.up(height), plot.right, plot.up(height), .mark)
      case .cell: continue
      }
    }
    for (index, band) in line.bands.enumerated() {
      draw(band, Look.series(index).color, scale: scale, x: x, plot)
    }
    for (index, one) in line.series.enumerated() {
      if figure.isScatter {
        drawPoints(one, index, scale: scale, x: x, plot)
      } else {
        drawLine(one, index, scale: scale, x: x, plot)
      }
    }
    for threshold in figure.thresholds {
      guard case .at(let height) = scale.place(threshold.at) else { continue }
      let y = plot.up(height)
      let below = height > 0.9
      drawing.words(
        threshold.words,
        plot.right - 4,
        below ? y + 14 : y - 5,
        .end,
        color: Look.threshold.color,
        isOutlined: true
      )
    }
    for guess in figure.guesses where guess.x.isFinite {
      let height: Double
      switch scale.place(guess.y) {
      case .at(let place): height = place
      case .above: height = 1
      case .below: height = 0
      case .gap: continue
      }
      let across = plot.across(min(max(place(guess.x, in: x), 0), 1))
      drawing.words("?", across, plot.up(height) + 5, .middle, isStrong: true)
    }
  }

  /// A line through the points; many in one column of pixels are drawn as their extent.
  private mutating func drawLine(
    _ one: Series,
    _ index: Int,
    scale: Scale,
    x: ClosedRange<Double>,
    _ plot: Plot
  ) {
    var stroke = Stroke(isThinned: one.x.count > 4 * Int(plot.width))
    var dots: [(Double, Double)] = []
    for (x0, y0) in zip(one.x, one.y) where x0.isFinite {
      let across = plot.across(place(x0, in: x))
      switch scale.place(y0) {
      case .at(let height): stroke.go(to: across, plot.up(height))
      case .above, .below, .gap:
        if let lone = stroke.interrupt() { dots.append(lone) }
        drawOff(scale.place(y0), across, plot)
      }
    }
    if let lone = stroke.interrupt() { dots.append(lone) }
    drawing.path(stroke.d, .series(index))
    for (x, y) in dots { drawing.add(Page.marker(index, x, y)) }
  }

  /// A triangle on the edge for what is off the axis; once per pixel.
  private mutating func drawOff(_ placement: Scale.Placement, _ across: Double, _ plot: Plot) {
    let edge: (y: Double, tip: Double)
    switch placement {
    case .above: edge = (plot.top + 7, plot.top)
    case .below: edge = (plot.bottom - 7, plot.bottom)
    case .at, .gap: return
    }
    let (low, tip) = (Drawing.number(edge.y), Drawing.number(edge.tip))
    let (a, b, c) = (
      Drawing.number(across - 3), Drawing.number(across), Drawing.number(across + 3)
    )
    let d = "M\(a) \(low)L\(c) \(low)L\(b) \(tip)Z"
    if !drawing.text.hasSuffix("\(d)\" fill=\"#c62828\" fill-opacity=\"1\"/>\n") {
      drawing.area(d, "#c62828", opacity: "1")
    }
  }

  private mutating func drawPoints(
    _ one: Series,
    _ index: Int,
    scale: Scale,
    x: ClosedRange<Double>,
    _ plot: Plot
  ) {
    for (x0, y0) in zip(one.x, one.y) where x0.isFinite {
      let across = plot.across(place(x0, in: x))
      switch scale.place(y0) {
      case .at(let height): drawing.add(Page.marker(index, across, plot.up(height)))
      case .above, .below, .gap: drawOff(scale.place(y0), across, plot)
      }
    }
  }

  private mutating func draw(
    _ band: Quantiles,
    _ color: String,
    scale: Scale,
    x: ClosedRange<Double>,
    _ plot: Plot
  ) {
    func height(_ sample: Sample) -> Double? {
      switch scale.place(sample) {
      case .at(let height): height
      case .above: 1
      case .below: 0
      case .gap: nil
      }
    }
    var lower = ""
    var upper: [String] = []
    for index in band.low.x.indices where band.low.x[index].isFinite {
      guard let low = height(band.low.y[index]), let high = height(band.high.y[index]) else {
        continue
      }
      let across = Drawing.number(plot.across(place(band.low.x[index], in: x)))
      lower += "\(lower.isEmpty ? "M" : "L")\(across) \(Drawing.number(plot.up(low)))"
      upper.append("L\(across) \(Drawing.number(plot.up(high)))")
    }
    drawing.area(lower.isEmpty ? "" : lower + upper.reversed().joined() + "Z", color)
  }

  /// A small shape, of another form for each of the first five series.
  static func marker(_ index: Int, _ x: Double, _ y: Double) -> String {
    let color = Look.series(index).color
    func at(_ dx: Double, _ dy: Double) -> String {
      "\(Drawing.number(x + dx)) \(Drawing.number(y + dy))"
    }
    switch index % 5 {
    case 0:
      return "<circle cx=\"\(Drawing.number(x))\" cy=\"\(Drawing.number(y))\" r=\"3\" "
        + "fill=\"\(color)\"/>\n"
    case 1:
      return "<path d=\"\(box(x - 3, y - 3, 6, 6))\" fill=\"none\" stroke=\"\(color)\"/>\n"
    case 2:
      return "<path d=\"M\(at(0, -4))L\(at(4, 3))L\(at(-4, 3))Z\" fill=\"\(color)\"/>\n"
    case 3:
      return "<path d=\"M\(at(-3, -3))L\(at(3, 3))M\(at(-3, 3))L\(at(3, -3))\" "
        + "stroke=\"\(color)\"/>\n"
    default:
      return "<path d=\"M\(at(0, -4))L\(at(4, 0))L\(at(0, 4))L\(at(-4, 0))Z\" fill=\"none\" "
        + "stroke=\"\(color)\"/>\n"
    }
  }
}

/// The path of a line, piece by piece.
private struct Stroke {
  private(set) var d = ""
  private let isThinned: Bool
  private var count = 0
  private var first = (0.0, 0.0)
  /// Of the column of pixels that is being passed: lowest, highest and last point.
  private var column: (at: Int, low: Double, high: Double, last: (Double, Double))?

  init(isThinned: Bool) { self.isThinned = isThinned }

  mutating func go(to x: Double, _ y: Double) {
    count += 1
    if count == 1 { first = (x, y) }
    guard isThinned else {
      add(x, y, begins: count == 1)
      return
    }
    if let now = column, now.at == Int(x) {
      column = (now.at, min(now.low, y), max(now.high, y), (x, y))
    } else {
      flush()
      add(x, y, begins: count == 1)
      column = (Int(x), y, y, (x, y))
    }
  }

  /// Ends a piece; gives its point when it has only one, which a path does not show.
  mutating func interrupt() -> (Double, Double)? {
    flush()
    column = nil
    defer { count = 0 }
    return count == 1 ? first : nil
  }

  private mutating func flush() {
    guard let column, column.low < column.high else { return }
    let x = Double(column.at) + 0.5
    add(x, column.low, begins: false)
    add(x, column.high, begins: false)
    add(column.last.0, column.last.1, begins: false)
  }

  private mutating func add(_ x: Double, _ y: Double, begins: Bool) {
    d += "\(begins ? "M" : "L")\(Drawing.number(x)) \(Drawing.number(y))"
  }
}
