import TerminalText

extension GradeFault: CustomStringConvertible {
  var description: String {
    switch self {
    case .table(let path, let error): "\(neutralised(path)): \(error)"
    case .occupied(let path): "\(neutralised(path)) is there already; --force overwrites it."
    case .severalFiles(let count):
      count == 0
        ? "Nothing here is a transcript. Hand in the file that :submit writes."
        : "Here are \(count) transcripts, and one can be marked. Hand in a single one."
    }
  }
}
