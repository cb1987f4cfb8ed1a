extension HistoryError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let path, let code):
      "The history '\(path)' cannot be read: \(SystemError.text(code))."
    case .unwritable(let path, let code):
      "The history '\(path)' cannot be written: \(SystemError.text(code)). "
        + "What you type now is forgotten when you leave."
    }
  }
}
