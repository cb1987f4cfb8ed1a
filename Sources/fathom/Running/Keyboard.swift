import LineEditing
import Notebooks
import Sessions

/// Statements as somebody types them, line by line, with line editing.
@MainActor
struct Keyboard {
  func run(_ runner: inout StatementRunner) throws {
    let editor = LineEditor()
    defer { editor.close() }
    var pending = ""
    while true {
      switch editor.readLine(prompt: pending.isEmpty ? "fathom> " : "      > ") {
      case .line(let line):
        pending += line + "\n"
        // An empty line ends a statement that never closes its brackets.
        guard Parser.isComplete(pending) || line.isEmpty else { continue }
        if Command.leaves(line) { return }
        runner.run(pending)
        pending = ""
      case .interrupted: pending = ""
      case .endOfInput, .terminated, .failed: return
      }
    }
  }
}
