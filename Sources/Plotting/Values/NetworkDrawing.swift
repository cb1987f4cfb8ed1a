/// A network to be drawn: the width of each layer, the input's first, and how large the signal is there.
package struct NetworkDrawing: Sendable, Hashable {
  /// Units of each layer, the input first.
  package var widths: [Int]
  /// One sample per layer; none when only the shape is of interest.
  package var signal: [Sample]
  /// What the signal is: `rms(a)`.
  package var signalLabel: String
  /// The first layer that has a signal; weights have none for the input.
  package var signalStart: Int

  package init(
    widths: [Int],
    signal: [Sample] = [],
    signalLabel: String = "signal",
    signalStart: Int = 0
  ) {
    self.widths = widths
    self.signal = signal
    self.signalLabel = signalLabel
    self.signalStart = signalStart
  }

  /// The signal as a line over the layers that have one.
  var series: Series {
    Series(name: signalLabel, first: signalStart, y: Array(signal.dropFirst(signalStart)))
  }

  func sample(at layer: Int) -> Sample? {
    layer >= signalStart && signal.indices.contains(layer) ? signal[layer] : nil
  }
}
