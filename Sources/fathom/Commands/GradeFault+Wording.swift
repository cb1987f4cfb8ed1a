import TerminalText

extension GradeFault: CustomStringConvertible {
  var description: String {
    switch self {
    case .table(let path, let error): "\(neutralised(path)): \(error)"
    case .occupied(let path): "\(neutralised(path)) is there already; --force overwrites it."
    case .severalFiles(let count):
      "Gradescope takes the result of one file at a time; here are \(count)."
    }
  }
}
