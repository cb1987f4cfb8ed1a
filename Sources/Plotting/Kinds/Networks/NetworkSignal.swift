import TerminalText

/// The signal of a network, layer by layer.
struct NetworkSignal: Sendable, Hashable {
  let drawing: NetworkDrawing
  /// The first value that is an ordinary number other than zero, and its layer.
  let reference: (layer: Int, value: Sample)?
  let sizes: [SignalSize]

  init(_ drawing: NetworkDrawing) {
    self.drawing = drawing
    let first = drawing.signal.firstIndex { $0.isFinite && $0.kind != .zero }
    reference = first.map { ($0, drawing.signal[$0].magnitude) }
    let value = reference?.value
    sizes = drawing.widths.indices.map { layer in
      guard !drawing.signal.isEmpty else { return .ordinary }
      guard layer >= drawing.signalStart else { return .absent }
      guard drawing.signal.indices.contains(layer) else { return .notNumber }
      return SignalSize(drawing.signal[layer], beside: value)
    }
  }

  /// "rms(a) vanishes: below 1e-3 of layer 0's from layer 11 on".
  func events(_ words: AxisWords) -> [String] {
    guard let reference else { return [] }
    let name = neutralised(drawing.signalLabel)
    let start = "of \(words.at(Double(reference.layer)))'s"
    let all: [(String, (SignalSize) -> Bool)] = [
      ("\(name) vanishes: below 1e-3 \(start)", { [.zero, .tiny, .small].contains($0) }),
      ("\(name) explodes: above 1e3 \(start)", { [.large, .huge, .infinite].contains($0) }),
      ("\(name) is zero", { $0 == .zero }), ("\(name) is infinite", { $0 == .infinite }),
      ("\(name) is not a number", { $0 == .notNumber }),
    ]
    return all.compactMap { text, condition in
      let layers = sizes.indices.filter { condition(sizes[$0]) }
      guard let first = layers.first, let last = layers.last else { return nil }
      let isToTheEnd = last == sizes.count - 1 && layers.count == last - first + 1
      if layers.count == 1 { return "\(text) at \(words.at(Double(first)))" }
      if isToTheEnd { return "\(text) from \(words.at(Double(first))) on" }
      return "\(text) in \(words.count(layers.count)), first at \(words.at(Double(first)))"
    }
  }

  static func == (left: NetworkSignal, right: NetworkSignal) -> Bool {
    left.drawing == right.drawing
  }

  func hash(into hasher: inout Hasher) { hasher.combine(drawing) }
}
