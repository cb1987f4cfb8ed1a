import DeepNetworks
import TerminalText

/// What an expression can be.
package enum Value: Sendable, Hashable {
  case number(Extended)
  case truth(Truth)
  case text(String)
  case range(NumberRange)
  case vector(Vector)
  case matrix(Matrix)
  /// Behind a reference: a network is large, and values stand in every frame of the evaluation.
  indirect case network(Network)
  case layers(PerLayer)
  /// `first l where …` that no layer fulfils.
  case never(NeverReached)
  /// A function of one line, by its name.
  case function(String)
  /// A built-in function used as a value: `activation: tanh`.
  case builtIn(BuiltIn)
  case format(NumberFormat)
  case initialization(Initialization)
  case loss(Loss)
  /// Lines that a function wrote: a derivation, a diagnosis.
  case document(StyledText)
  /// A result whose parts have names, as in `h.loss`; behind a reference, as it may be large.
  indirect case record(Record)
}
