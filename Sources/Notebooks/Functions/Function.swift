import DeepNetworks

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

/// A built-in function: what it is called, takes, means, and does.
package struct Function: Sendable {
  package let name: String
  package let parameters: [Parameter]
  package let summary: String
  /// Statements that run as they stand; the help shows them and a test runs them.
  package let examples: [String]
  let body: @Sendable (inout Call) throws(Failure) -> Value

  init(
    _ name: String,
    _ parameters: [Parameter],
    _ summary: String,
    examples: [String],
    body: @escaping @Sendable (inout Call) throws(Failure) -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.summary = summary
    self.examples = examples
    self.body = body
  }

  /// `network(weights, depth:, last:)`: what may be left out stands in brackets.
  package var signature: String {
    let parts = parameters.map { parameter in
      let shown = parameter.isPositional ? parameter.name : "\(parameter.name):"
      return parameter.need == .required ? shown : "[\(shown)]"
    }
    return "\(name)(\(parts.joined(separator: ", ")))"
  }
}

/// An argument with its value.
struct BoundArgument {
  var label: String?
  var value: Value
  var range: SourceRange

  init(value: Value, range: SourceRange) {
    self.value = value
    self.range = range
  }

  init(_ argument: Argument, _ values: [Value]) {
    label = argument.label
    value = values[argument.node]
    range = argument.range
  }
}
