import DeepNetworks
import TerminalText

/// What an expression can be.
package enum Value: Sendable, Hashable {
  case number(Extended)
  case truth(Truth)
  case text(String)
  case range(NumberRange)
  case vector(Vector)
  case matrix(Matrix)
  /// Behind a reference: a network is large, and values stand in every frame of the evaluation.
  indirect case network(Network)
  case layers(PerLayer)
  /// `first l where …` that no layer fulfils.
  case never(NeverReached)
  /// A function of one line, by its name.
  case function(String)
  /// A built-in function used as a value: `activation: tanh`.
  case builtIn(String)
  case format(NumberFormat)
  case initialization(Initialization)
  case loss(Loss)
  /// Lines that a function wrote: a derivation, a diagnosis.
  case document(StyledText)
  /// A result whose parts have names, as in `h.loss`; behind a reference, as it may be large.
  indirect case record(Record)
}

/// The outcome of a comparison, and by how much it fails.
package struct Truth: Sendable, Hashable {
  package var holds: Bool
  package var difference: String?
}

/// Numbers from `lower` to `upper`, both included, `step` apart.
package struct NumberRange: Sendable, Hashable {
  package var lower: Extended
  package var upper: Extended
  package var count: Int
  /// Written with integers at both ends: a range of layers or counts.
  package var isWhole: Bool

  /// The value at an index: exact at both ends.
  package func value(_ index: Int) -> Extended {
    guard count > 1 else { return lower }
    if index == count - 1, reachesUpper { return upper }
    return lower + step * Extended(index)
  }

  var step: Extended
  var reachesUpper: Bool

  package var values: [Extended] { (0..<count).map(value) }
}

/// A value for each layer, with the number of the first: a has layers 0…L, W has 1…L.
///
/// Also a value for each step of a training, and numbers of extended range that are counted from 1:
/// a vector has one exponent for all its entries.
package struct PerLayer: Sendable, Hashable {
  /// What the numbers of a list count.
  package enum Axis: Sendable, Hashable {
    case layer, step, index

    /// As a figure's axis names it.
    package var word: String {
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

  package var axis: Axis
  /// What it is called on the board: `a`, `W`, `dJ_da`; empty for a computed list.
  package var symbol: String
  package var first: Int
  package var elements: [Value]

  package init(symbol: String = "", first: Int, elements: [Value], axis: Axis = .layer) {
    self.axis = axis
    self.symbol = symbol
    self.first = first
    self.elements = elements
  }

  package var last: Int { first + elements.count - 1 }

  package subscript(layer layer: Int) -> Value? {
    layer >= first && layer <= last ? elements[layer - first] : nil
  }
}

/// A search through the layers that found none.
package struct NeverReached: Sendable, Hashable {
  package var last: Int

  var text: String { "never up to \(last)" }
}
