import DeepNetworks

/// An answer that is no number.
package enum NeverReached: Sendable, Hashable {
  /// A search through the layers, or steps, that found none.
  case search(last: Int)
  /// A singular value of which the entries say no more than a bound.
  case undetermined(below: Extended)

  var text: String {
    switch self {
    case .search(let last): "never up to \(last)"
    case .undetermined(let bound):
      "< \(Rendering.number(bound, digits: 6)): not determined by these entries"
    }
  }

  /// What it is, as in "… is …".
  var kind: String {
    switch self {
    case .search: "the answer \"never\""
    case .undetermined: "a bound"
    }
  }

  /// A name with the answer behind it.
  func text(named name: String) -> String {
    switch self {
    case .search: "\(name) = \(text)"
    case .undetermined: "\(name) \(text)"
    }
  }

  /// Why one cannot compute with it.
  var problem: ValueProblem {
    switch self {
    case .search: .neverReached(text)
    case .undetermined: .undetermined(text)
    }
  }
}
