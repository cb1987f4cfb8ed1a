import TerminalText

/// A network in words.
struct NetworkDescription {
  let around: Surroundings
  let pointings: [String]
  let drawing: NetworkDrawing

  var sentences: [String] {
    let words = AxisWords(around)
    guard let first = drawing.widths.first, let last = drawing.widths.last else {
      return ["Drawing of a network.", "It has no layers."]
    }
    let range = words.range(0...Double(drawing.widths.count - 1))
    let widths =
      drawing.widths.allSatisfy { $0 == first }
      ? "all \(first) wide"
      : "\(first) wide at first, \(last) at last, at most \(drawing.widths.max() ?? 0)"
    var sentences = ["Drawing of a network, \(range), \(widths)."]
    sentences += pointings
    if !drawing.signal.isEmpty {
      sentences +=
        Description(around, pointings: [], series: [drawing.series], form: .line).courses
    }
    let events = NetworkSignal(drawing).events(words)
    sentences += events.map { $0 + "." }
    sentences += around.thresholds.map { drawing.series.y.words(of: $0, "layers") + "." }
    if sentences.count == 1 { sentences.append("No signal is shown.") }
    return Array(sentences.prefix(5))
  }
}
