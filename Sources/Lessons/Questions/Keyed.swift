/// What marks a question, which a learners' copy withholds.
package enum Keyed<Key: Sendable & Hashable>: Sendable, Hashable {
  case withheld
  case key(Key)

  /// The key, where the copy has it.
  package var kept: Key? {
    switch self {
    case .withheld: nil
    case .key(let key): key
    }
  }
}
