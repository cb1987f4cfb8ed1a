import DeepNetworks

/// An answer that is no number.
package enum NeverReached: Sendable, Hashable {
  /// A search through the layers, or steps, that found none.
  case search(last: Int)
  /// A training that was over before the step that was asked for.
  case diverged(step: Int)
  /// A singular value of which the entries say no more than a bound.
  case undetermined(below: Extended)

  var text: String {
    switch self {
    case .search(let last): "never up to \(last)"
    case .diverged(let step): "diverged at step \(step)"
    case .undetermined(let bound):
      "< \(Rendering.number(bound, digits: 6)): not determined by these entries"
    }
  }

  /// What a table says of it.
  var word: String {
    switch self {
    case .search: "never"
    case .diverged: "diverged"
    case .undetermined: "undetermined"
    }
  }

  /// What it is, as in "… is …".
  var kind: String {
    switch self {
    case .search, .diverged: "the answer \"\(word)\""
    case .undetermined: "a bound"
    }
  }

  /// A name with the answer behind it.
  func text(named name: String) -> String {
    switch self {
    case .search, .diverged: "\(name) = \(text)"
    case .undetermined: "\(name) \(text)"
    }
  }

  /// Why one cannot compute with it.
  var problem: ValueProblem {
    switch self {
    case .search, .diverged: .neverReached(text)
    case .undetermined: .undetermined(text)
    }
  }
}
