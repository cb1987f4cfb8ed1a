/// One thing that a function can be given.
package struct Parameter: Sendable {
  package enum Need: Sendable, Hashable {
    case required
    /// What holds where it is left out, in words.
    case optional(String)
  }

  package let name: String
  /// Given without a label, in this place; otherwise only as `name: value`.
  package let isPositional: Bool
  package let need: Need
  package let meaning: String

  static func positional(_ name: String, _ meaning: String) -> Parameter {
    Parameter(name: name, isPositional: true, need: .required, meaning: meaning)
  }

  static func required(_ name: String, _ meaning: String) -> Parameter {
    Parameter(name: name, isPositional: false, need: .required, meaning: meaning)
  }

  static func optional(_ name: String, _ meaning: String, otherwise: String) -> Parameter {
    Parameter(name: name, isPositional: false, need: .optional(otherwise), meaning: meaning)
  }
}
