import DeepNetworks

/// A built-in function: what it is called, takes, means, and does.
package struct Function: Sendable {
  package let name: String
  package let parameters: [Parameter]
  package let summary: String
  /// Statements that run as they stand; the help shows them and a test runs them.
  package let examples: [String]
  let body: @Sendable (inout Call) throws(Failure) -> Value
  /// What `body` gives for one argument and no format, without looking at arguments.
  let direct: Direct?

  /// A value of a value; nil for one that only a call knows what to do with.
  typealias Direct = @Sendable (Value, inout Meter) throws(Problem) -> Value?

  init(
    _ name: String,
    _ parameters: [Parameter],
    _ summary: String,
    examples: [String],
    direct: Direct? = nil,
    body: @escaping @Sendable (inout Call) throws(Failure) -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.summary = summary
    self.examples = examples
    self.direct = direct
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
