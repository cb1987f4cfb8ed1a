/// What a number can turn into.
enum NamedState: String, Sendable, Hashable, CaseIterable {
  case inf, underflow, nan

  /// The state that a line names, as people write it.
  init?(typed text: String) {
    switch text.lowercased() {
    case "inf", "infinity", "∞": self = .inf
    case "underflow": self = .underflow
    case "nan": self = .nan
    default: return nil
    }
  }
}
