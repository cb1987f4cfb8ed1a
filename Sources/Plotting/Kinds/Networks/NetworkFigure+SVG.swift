import TerminalText

extension Page {
  /// A network: units and their connections where they are few, else a column per layer.
  mutating func draw(_ form: NetworkForm) {
    let (around, network) = (form.around, form.drawing)
    let signal = NetworkSignal(network)
    let words = AxisWords(around)
    let present = SignalSize.allCases.filter { signal.sizes.contains($0) }
    let hasSignal = !network.signal.isEmpty
    let levels = around.thresholds.map { network.series.y.words(of: $0, "layers") }
    let notes = form.pointings + signal.events(words) + levels
    let key = hasSignal ? present.count : 0
    let under = Page.line * Double(3 + (key + 1) / 2) + height(of: notes) + Page.margin
    let plot = Plot(
      left: Page.margin + 12,
      right: width - Page.margin - 12,
      top: top + 4,
      bottom: max(top + 80, height - under)
    )
    let count = network.widths.count
    let most = max(1, network.widths.max() ?? 1)
    let isSmall = count <= 16 && most <= 12
    func x(_ layer: Int) -> Double {
      plot.across(count < 2 ? 0.5 : Double(layer) / Double(count - 1))
    }
    func y(_ unit: Int, of width: Int) -> Double {
      plot.up(0.5) + (Double(unit) - Double(width - 1) / 2) * plot.height / Double(most)
    }
    if isSmall {
      for layer in network.widths.indices.dropFirst() {
        for from in 0..<max(0, network.widths[layer - 1]) {
          for to in 0..<max(0, network.widths[layer])
          where network.joins(from, to: to, in: layer) {
            drawing.line(
              x(layer - 1),
              y(from, of: network.widths[layer - 1]),
              x(layer),
              y(to, of: network.widths[layer]),
              .grid
            )
          }
        }
      }
    }
    let step = count > 1 ? plot.width / Double(count - 1) : 20
    for layer in network.widths.indices {
      let color = signal.sizes[layer].color
      let width = max(0, network.widths[layer])
      if isSmall {
        for unit in 0..<width {
          drawUnit(x(layer), y(unit, of: width), color, signal.sizes[layer])
        }
      } else {
        let height = max(2, plot.height * Double(width) / Double(most))
        let wide = min(20, step * 0.8)
        drawing.rectangle(x(layer) - wide / 2, plot.up(0.5) - height / 2, wide, height, color)
      }
      let isMarked = around.marks.contains(.x(Double(layer)))
      if isMarked { drawing.line(x(layer), plot.top - 4, x(layer), plot.bottom + 4, .mark) }
    }
    if count == 0 {
      drawing.words("no layers", plot.across(0.5), plot.up(0.5), .middle, color: Look.faint)
    }
    let inner = Plot(left: plot.left, right: plot.right, top: plot.bottom, bottom: plot.bottom + 4)
    drawAxes(count > 0 ? 0...Double(count - 1) : nil, words, inner)
    var y = inner.bottom + 2 * Page.line + 4
    if hasSignal { y = drawKey(present, signal, words, at: y) }
    height = max(height, add(notes: notes, at: y) - 4)
  }

  private mutating func drawUnit(_ x: Double, _ y: Double, _ color: String, _ size: SignalSize) {
    let (across, up) = (Drawing.number(x), Drawing.number(y))
    drawing.add(
      "<circle cx=\"\(across)\" cy=\"\(up)\" r=\"9\" fill=\"\(color)\" stroke=\"\(Look.ink)\"/>\n"
    )
    guard size != .ordinary else { return }
    drawing.words(size.glyph, x, y + 4, .middle, color: size.inkOnColor)
  }

  private mutating func drawKey(
    _ present: [SignalSize],
    _ signal: NetworkSignal,
    _ words: AxisWords,
    at y: Double
  ) -> Double {
    var y = y
    var x = Page.margin
    let reference = signal.reference.map { " (of \(words.at(Double($0.layer)))'s)" } ?? ""
    drawing.words("\(neutralised(signal.drawing.signalLabel))\(reference):", x, y)
    y += Page.line
    for size in present {
      let room = 20 + Double(size.words.count + 3) * Page.character
      if x + room > width {
        x = Page.margin
        y += Page.line
      }
      drawing.rectangle(x, y - 10, 12, 12, size.color)
      drawing.words("\(size.glyph) \(size.words)", x + 18, y)
      x += room
    }
    return y + Page.line
  }
}

extension SignalSize {
  /// From pale to dark with the size; what is no ordinary number is red.
  fileprivate var color: String {
    switch self {
    case .zero, .infinite, .notNumber: "#c62828"
    case .tiny: "#dbe9f6"
    case .small: "#a9c8e6"
    case .ordinary: "#5b9bd5"
    case .absent: "#ffffff"
    case .large: "#1f5a99"
    case .huge: "#0a2647"
    }
  }

  fileprivate var inkOnColor: String {
    switch self {
    case .tiny, .small, .ordinary, .absent: Look.ink
    case .zero, .infinite, .notNumber, .large, .huge: "#ffffff"
    }
  }
}
