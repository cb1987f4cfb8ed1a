import TerminalText

/// The contents of a figure between two axes, in pixels.
struct PlotDrawing: LineSurface {
  let plot: Plot
  private(set) var drawing = Drawing()

  init(_ plot: Plot) { self.plot = plot }

  mutating func drawThreshold(_ index: Int, at height: Double) {
    drawing.line(plot.left, plot.up(height), plot.right, plot.up(height), .threshold)
  }

  mutating func drawMark(across place: Double) {
    drawing.line(plot.across(place), plot.top, plot.across(place), plot.bottom, .mark)
  }

  mutating func drawLevel(at height: Double) {
    drawing.line(plot.left, plot.up(height), plot.right, plot.up(height), .mark)
  }

  mutating func drawName(of threshold: Threshold, at height: Double) {
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

  mutating func drawGuess(across place: Double, at height: Double) {
    let across = plot.across(min(max(place, 0), 1))
    drawing.words("?", across, plot.up(height) + 5, .middle, isStrong: true)
  }

  /// What is off the axis has no triangle: those are of now.
  mutating func drawGhost(_ ghost: Ghost, x: ClosedRange<Double>, scale: Scale) {
    let one = ghost.points(on: scale)
    var stroke = Stroke(isThinned: one.x.count > 4 * Int(plot.width))
    var dots: [(Double, Double)] = []
    for (x0, y0) in zip(one.x, one.y) where x0.isFinite {
      guard case .at(let height) = scale.place(y0) else {
        if let lone = stroke.interrupt() { dots.append(lone) }
        continue
      }
      let point = (plot.across(place(x0, in: x)), plot.up(height))
      if ghost.isJoined { stroke.go(to: point.0, point.1) } else { dots.append(point) }
    }
    if let lone = stroke.interrupt() { dots.append(lone) }
    drawing.path(stroke.d, .ghost)
    for (x, y) in dots { drawing.add(Drawing.ghostMarker(x, y)) }
  }

  /// A line through the points; many in one column of pixels are drawn as their extent.
  mutating func drawLine(_ one: Series, index: Int, x: ClosedRange<Double>, scale: Scale) {
    var stroke = Stroke(isThinned: one.x.count > 4 * Int(plot.width))
    var dots: [(Double, Double)] = []
    for (x0, y0) in zip(one.x, one.y) where x0.isFinite {
      let across = plot.across(place(x0, in: x))
      switch scale.place(y0) {
      case .at(let height): stroke.go(to: across, plot.up(height))
      case .above, .below, .gap:
        if let lone = stroke.interrupt() { dots.append(lone) }
        drawOff(scale.place(y0), across)
      }
    }
    if let lone = stroke.interrupt() { dots.append(lone) }
    drawing.path(stroke.d, .series(index))
    for (x, y) in dots { drawing.add(Drawing.marker(index, x, y)) }
  }

  /// A triangle on the edge for what is off the axis; once per pixel.
  private mutating func drawOff(_ placement: Scale.Placement, _ across: Double) {
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
    if !drawing.text.hasSuffix("\(d)\" fill=\"\(Look.offScale)\" fill-opacity=\"1\"/>\n") {
      drawing.area(d, Look.offScale, opacity: "1")
    }
  }

  mutating func drawPoints(_ one: Series, index: Int, x: ClosedRange<Double>, scale: Scale) {
    for (x0, y0) in zip(one.x, one.y) where x0.isFinite {
      let across = plot.across(place(x0, in: x))
      switch scale.place(y0) {
      case .at(let height): drawing.add(Drawing.marker(index, across, plot.up(height)))
      case .above, .below, .gap: drawOff(scale.place(y0), across)
      }
    }
  }

  mutating func drawBand(_ band: Quantiles, index: Int, x: ClosedRange<Double>, scale: Scale) {
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
    drawing.area(
      lower.isEmpty ? "" : lower + upper.reversed().joined() + "Z",
      Look.series(index).color
    )
  }
}
