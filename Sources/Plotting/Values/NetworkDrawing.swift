/// A network to be drawn: the width of each layer, the input's first, and how large the signal is there.
package struct NetworkDrawing: Sendable, Hashable {
  /// Units of each layer, the input first.
  package var widths: [Int]
  /// One sample per layer; none when only the shape is of interest.
  package var signal: [Sample]
  /// What the signal is: `rms(a)`.
  package var signalLabel: String
  /// How each layer is connected with the one before, from layer 1 on; what is missing is connected throughout.
  package var links: [Links] = []
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

  /// Which units of two layers are connected.
  package enum Links: Sendable, Hashable {
    /// Each with each.
    case all
    /// Each with its own, as by a multiple of the identity.
    case parallel
    /// Those whose weight is not 0: for each unit of a layer, each of the one before.
    case some([Bool])
  }

  private func links(in layer: Int) -> Links {
    links.indices.contains(layer - 1) ? links[layer - 1] : .all
  }

  /// Whether a unit of the layer before goes into a unit of a layer.
  func joins(_ unit: Int, to target: Int, in layer: Int) -> Bool {
    switch links(in: layer) {
    case .all: true
    case .parallel: unit == target
    case .some(let pattern): pattern[target * widths[layer - 1] + unit]
    }
  }

  /// How many connections there are between two layers.
  func connections(_ from: Int, _ to: Int) -> Int {
    switch links(in: to) {
    case .all: widths[from] * widths[to]
    case .parallel: widths[to]
    case .some(let pattern): pattern.count { $0 }
    }
  }

  /// The signal as a line over the layers that have one.
  var series: Series {
    Series(name: signalLabel, first: signalStart, y: Array(signal.dropFirst(signalStart)))
  }

  func sample(at layer: Int) -> Sample? {
    layer >= signalStart && signal.indices.contains(layer) ? signal[layer] : nil
  }
}
