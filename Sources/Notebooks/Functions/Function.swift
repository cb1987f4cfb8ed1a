import DeepNetworks

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
  var signature: String {
    let parts = parameters.map { parameter in
      let shown = parameter.isPositional ? parameter.name : "\(parameter.name):"
      return parameter.need == .required ? shown : "[\(shown)]"
    }
    return "\(name)(\(parts.joined(separator: ", ")))"
  }
}
