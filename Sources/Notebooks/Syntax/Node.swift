import DeepNetworks

/// An argument of a call: a node of the same expression, with a label or without.
struct Argument: Sendable, Hashable {
  var label: String?
  var node: Int
  var range: SourceRange
}

/// One node of an expression; operands are indices of earlier nodes.
struct Node: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case number(Extended)
    case text(String)
    case boolean(Bool)
    case name(String)
    case list([Int])
    case range(lower: Int, upper: Int, step: Int?, isSampled: Bool)
    case negate(Int)
    case binary(BinaryOperator, Int, Int)
    case transpose(Int)
    case index(Int, [Int])
    /// A name in front of brackets: a built-in, a function of one line, or a network.
    case call(String, [Argument])
    /// Any other expression in front of brackets.
    case apply(Int, [Argument])
    case field(Int, String)
    /// `first l where condition`
    case first(String, Expression)
  }

  var kind: Kind
  var range: SourceRange
}
