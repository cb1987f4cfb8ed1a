import DeepNetworks
import TerminalText

extension Comparison {
  /// What is said of a file; nothing where everything is the same.
  package func report(path: String) -> String? {
    let path = neutralised(path)
    switch self {
    case .same: return nil
    case .differs(let difference, let count):
      let more = count == 1 ? "" : "  (the first of \(count) lines that differ)"
      return """
        \(path):\(difference.line): differs\(more)
          expected: \(Self.shown(difference.expected))
          got:      \(Self.shown(difference.got))
        """
    case .otherEngine(let recorded):
      return """
        \(path): recorded with engine \(recorded), and this is engine \(Engine.version): \
        not compared. --update records it anew.
        """
    case .notAtWidth(let columns, let problem):
      return "\(path): at \(columns) columns \(problem.words)"
    }
  }

  private static func shown(_ line: String?) -> String {
    guard let line else { return "(the end)" }
    return neutralised(line)
  }
}

extension Comparison.WidthProblem {
  fileprivate var words: String {
    switch self {
    case .prompts: "inputs are read at other prompts."
    case .marks: "the marks are others."
    case .overlong(let line): "this line is too wide:\n  \(neutralised(line))"
    }
  }
}
