import DeepNetworks

/// A lexical element of the cell language (grammar rules 1 to 9 in this module's README).
struct Token: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case number(Extended)
    case text(String)
    case name(String)
    /// A superscript layer number or power as people paste it: `²`, `⁻¹`.
    case superscript(Int)
    /// `⁽³⁾`, the layer number as the lecture writes it.
    case layerSuperscript(Int)
    case symbol(Symbol)
    /// Characters that mean nothing here; the parser reports them when it gets there. Behind a
    /// reference: tokens are many, and few of them are this.
    indirect case invalid(SyntaxProblem)
    case newline
    case end
  }

  var kind: Kind
  var range: SourceRange
  /// White space stood directly before it.
  var spaceBefore: Bool

  func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }
}

/// The punctuation of the language.
enum Symbol: String, Sendable, Hashable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case power = "^"
  case equals = "="
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case comma = ","
  case colon = ":"
  case range = "..."
  case dot = "."
  case prime = "'"

  /// A line that ends in it goes on in the next (rule 3).
  var continuesLine: Bool {
    switch self {
    case .plus, .minus, .times, .divide, .power, .equals, .equal, .notEqual, .less, .lessOrEqual,
      .greater, .greaterOrEqual, .comma, .colon, .range:
      true
    case .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .dot, .prime: false
    }
  }
}
