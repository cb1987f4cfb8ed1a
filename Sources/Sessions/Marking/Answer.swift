import DeepNetworks

/// An answer that was read.
enum Answer: Sendable, Hashable {
  /// An expression of the question's parameters, with its value.
  case number(Extended, text: String)
  /// An expression of parameters that run; its value is worked out at many points.
  case formula(String)
  case state(NamedState)
  /// Ids of choices; sorted where their order means nothing.
  case choices([String])
  case points([Extended])
  /// The notebook as it is.
  case handedIn
  case words(String)
}
