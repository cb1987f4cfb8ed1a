import DeepNetworks

/// The one number by which it is measured how a value reacts.
struct Size {
  let value: Extended
  /// What it is the size of: "y", "its rms", "the norm of M".
  let words: String
  /// The number is the value itself, with its sign.
  var isWhole = false

  /// nil where a value has no size; `owner` is nil for what the sentence is about.
  ///
  /// A list is measured where it ends: gradients are passed down, so theirs end at the first layer.
  init?(_ value: Value, of owner: String?, _ meter: inout Meter) throws(Problem) {
    func part(_ what: String) -> String { owner.map { "the \(what) of \($0)" } ?? "its \(what)" }
    switch value {
    case .number(let number):
      (self.value, words, isWhole) = (number, owner ?? "it", true)
    case .vector(let vector) where vector.count > 0:
      try meter.spend(entries: vector.extent.entries)
      (self.value, words) = (vector.rms(), part("rms"))
    case .matrix(let matrix):
      try meter.spend(entries: matrix.extent.entries)
      (self.value, words) = (matrix.frobeniusNorm(), part("norm"))
    case .layers(let list) where !list.elements.isEmpty:
      let place = list.isPassedDown ? list.first : list.last
      guard let element = list[layer: place],
        let size = try Size(element, of: nil, &meter)
      else { return nil }
      let what = size.isWhole ? "value" : String(size.words.dropFirst("its ".count))
      (self.value, words) = (
        size.value,
        list.isPassedDown ? "\(part(what)) at \(list.axis.word) \(place)" : part("last \(what)")
      )
    case .network(let network):
      try meter.spend(network.forwardCost)
      let x = Vector.normal(network.inputWidth, seed: 1)
      do {
        let forward = try network.forward(x, checkpoint: meter.checkpoint)
        (self.value, words) = (forward.output.rms(), part("output's rms"))
      } catch {
        throw EngineProblem.problem(of: error)
      }
    case .record(let record):
      guard case .layers(let loss)? = record.fields.first(where: { $0.name == "loss" })?.value,
        case .number(let last)? = loss.elements.last
      else { return nil }
      (self.value, words) = (last, part("last loss"))
    case .truth, .text, .range, .vector, .layers, .never, .function, .builtIn, .format,
      .initialization, .loss, .document:
      return nil
    }
    guard self.value.isFinite else { return nil }
  }
}

extension PerLayer {
  /// Gradients come from the last layer.
  var isPassedDown: Bool { symbol.hasPrefix("dJ") }

  /// The size of each element; empty where one has none.
  func sizes(_ meter: inout Meter) throws(Problem) -> [Extended] {
    var sizes: [Extended] = []
    for element in elements {
      guard let size = try Size(element, of: nil, &meter) else { return [] }
      sizes.append(size.value.abs())
    }
    return sizes
  }
}
