extension LineReadError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noEditor: "The line editor is not open."
    case .readFailed(let code): "The input cannot be read: \(SystemError.text(code))."
    }
  }
}
