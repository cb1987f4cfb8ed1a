import TerminalText

/// The layers of a network, as wide as they are, with the size of the signal in each.
struct NetworkForm: FigureForm {
  var around: Surroundings
  var drawing: NetworkDrawing

  private var words: AxisWords { AxisWords(around) }

  func text(in frame: Frame) -> StyledText {
    NetworkFigure(around, pointings: pointings, drawing: drawing, frame: frame).rendered()
  }

  func draw(on page: inout Page) { page.draw(self) }

  func sentences(shared: Domain?) -> [String] {
    NetworkDescription(around: around, pointings: pointings, drawing: drawing).sentences
  }

  var data: String {
    let hasSignal = !drawing.signal.isEmpty
    let rows = drawing.widths.indices.map { layer in
      let signal = drawing.sample(at: layer)?.text(digits: 15) ?? ""
      return ["\(layer)", "\(drawing.widths[layer])"] + (hasSignal ? [signal] : [])
    }
    let name = neutralised(drawing.signalLabel)
    return ([[words.label, "width"] + (hasSignal ? [name] : [])] + rows).tabSeparated
  }

  /// It has no axis of values.
  var domain: Domain? { nil }

  func covers(_ mark: Mark) -> Bool {
    switch mark {
    case .x(let x): x >= 0 && x < Double(drawing.signal.count)
    case .value: true
    case .cell: false
    }
  }

  func sentence(at mark: Mark) -> String {
    SeriesPointing(words: words, series: [drawing.series]).sentence(at: mark)
  }

  mutating func spell() { drawing.signalLabel = TerminalText.spelledInASCII(drawing.signalLabel) }
}

extension FigureHelp {
  static let draw = FigureHelp(
    summary: "a network, layer by layer; beside it the size of something in each layer.",
    examples: ["draw net", "draw net, rms(a)"]
  )
}
