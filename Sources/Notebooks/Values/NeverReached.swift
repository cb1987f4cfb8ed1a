import DeepNetworks

/// An answer that is no number.
package enum NeverReached: Sendable, Hashable {
  /// Why a training was over early.
  package enum Ending: String, Sendable {
    case diverged, overflowed, stopped
  }

  /// A search through the layers, or steps, that found none.
  case search(last: Int)
  /// A training that was over before the step that was asked for.
  case over(Ending, step: Int)
  /// A singular value of which the entries say no more than a bound.
  case undetermined(below: Extended)

  /// What the text of a training that was over says; nil of another.
  init?(over text: String) {
    let words = text.split(separator: " ")
    guard let ending = words.first.flatMap({ Ending(rawValue: String($0)) }),
      let step = words.last.flatMap({ Int($0) })
    else { return nil }
    self = .over(ending, step: step)
  }

  var text: String {
    switch self {
    case .search(let last): "never up to \(last)"
    case .over(let ending, let step): "\(ending.rawValue) at step \(step)"
    case .undetermined(let bound):
      "< \(Rendering.number(bound, digits: 6)): not determined by these entries"
    }
  }

  /// What a table says of it.
  var word: String {
    switch self {
    case .search: "never"
    case .over(let ending, _): ending.rawValue
    case .undetermined: "undetermined"
    }
  }

  /// What it is, as in "… is …".
  var kind: String {
    switch self {
    case .search, .over: "the answer \"\(word)\""
    case .undetermined: "a bound"
    }
  }

  /// A name with the answer behind it.
  func text(named name: String) -> String {
    switch self {
    case .search, .over: "\(name) = \(text)"
    case .undetermined: "\(name) \(text)"
    }
  }

  /// Why one cannot compute with it.
  var problem: ValueProblem {
    switch self {
    case .search, .over: .neverReached(text)
    case .undetermined: .undetermined(text)
    }
  }
}
