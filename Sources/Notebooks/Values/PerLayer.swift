import DeepNetworks

/// A value for each layer, with the number of the first: a has layers 0…L, W has 1…L.
///
/// Also a value for each step of a training, and numbers of extended range that are counted from 1:
/// a vector has one exponent for all its entries.
package struct PerLayer: Sendable, Hashable {
  /// What the numbers of a list count.
  enum Axis: Sendable, Hashable {
    case layer, step, index

    /// As a figure's axis names it.
    var word: String {
      switch self {
      case .layer: "layer"
      case .step: "step"
      case .index: "index"
      }
    }

    var plural: String {
      switch self {
      case .layer: "layers"
      case .step: "steps"
      case .index: "indices"
      }
    }
  }

  var axis: Axis
  /// What it is called on the board: `a`, `W`, `dJ_da`; empty for a computed list.
  var symbol: String
  var first: Int
  package var elements: [Value]
  /// What the entries of its vectors count: steps of a training from 0, or nothing but their place.
  let entries: Axis
  /// What stands after the last element, where a training ended early.
  let ending: NeverReached?

  init(
    symbol: String = "",
    first: Int,
    elements: [Value],
    axis: Axis = .layer,
    entries: Axis = .index,
    ending: NeverReached? = nil
  ) {
    self.axis = axis
    self.entries = entries
    self.ending = ending
    self.symbol = symbol
    self.first = first
    self.elements = elements
  }

  var last: Int { first + elements.count - 1 }

  package subscript(layer layer: Int) -> Value? {
    if layer > last, axis == .step, let ending { return .never(ending) }
    guard layer >= first, layer <= last else { return nil }
    let element = elements[layer - first]
    guard entries == .step, case .vector(let vector) = element else { return element }
    let numbers = vector.elements.map(Value.number)
    return .layers(PerLayer(first: 0, elements: numbers, axis: .step, ending: ending))
  }

  /// The numbers of a list of numbers.
  var numbers: [Extended] {
    elements.compactMap { element in
      if case .number(let number) = element { number } else { nil }
    }
  }
}
