/// A network to be drawn: the width of each layer, the input's first, and how large the signal is there.
package struct NetworkDrawing: Sendable, Hashable {
  package var widths: [Int]
  /// One sample per layer; none when only the shape is of interest.
  package var signal: [Sample]
  /// What the signal is: `rms(a)`.
  package var signalLabel: String

  package init(widths: [Int], signal: [Sample] = [], signalLabel: String = "signal") {
    self.widths = widths
    self.signal = signal
    self.signalLabel = signalLabel
  }
}
