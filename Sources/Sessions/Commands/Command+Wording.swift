extension Command {
  /// `:answer [QUESTION]`: how it is typed.
  var usage: String {
    switch takes {
    case .nothing: ":\(name)"
    case .optional(let what): ":\(name) [\(what)]"
    case .required(let what): ":\(name) \(what)"
    }
  }

  /// How it is typed and what it does.
  var explanation: String { "\(usage), \(summary)" }
}
