import DeepNetworks

/// A name and what it stands for; behind a reference, as all who keep a notebook share it.
package final class Definition: Sendable {
  /// What a name stands for: the value of an expression, or a function of one line.
  enum Body: Sendable {
    case value(Expression)
    case function(parameters: [String], Expression)
  }

  package let name: String
  let body: Body
  package let statement: Statement
  /// The names that it reads, built-in ones too: a learner's `norm` may come later.
  package let names: [String]
  /// Whether it is the learner's own, by who typed it, also where it says what the lesson's says.
  package let isOwn: Bool

  /// nil where the statement defines nothing.
  init?(_ statement: Statement, isOwn: Bool = false) {
    self.isOwn = isOwn
    switch statement.kind {
    case .definition(let name, let expression):
      self.name = name
      body = .value(expression)
    case .function(let name, let parameters, let expression):
      self.name = name
      body = .function(parameters: parameters, expression)
    case .expression, .figure, .explain, .help: return nil
    }
    self.statement = statement
    names = statement.names
  }

  /// Whether it stands for a number that is written as a decimal, and for this one.
  func isNumeral(of value: Extended) -> Bool {
    guard case .value(let expression) = body, expression.nodes.count == 1,
      case .number(value) = expression.nodes[0].kind
    else { return false }
    return Ratio(value) != nil
  }
}
