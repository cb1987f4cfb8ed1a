import ArgumentParser
import Glibc
import LineEditing
import Notebooks

/// `fathom run [FILE]`: statements from a file, a pipe or the keyboard, no lesson.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run statements of the cell language.",
    discussion: """
      Results go to standard output, errors with their place to standard error. One failed \
      statement makes the exit status 1; the others still run.

        echo '1.5^149' | fathom run
      """
  )

  @Argument(help: "A file of statements; standard input if left out.", completion: .file())
  var file: String?

  @Option(help: "The width of the output (20 to 500).")
  var columns: Int?

  @Option(help: "The rows of a figure (3 to 200).")
  var rows: Int?

  @Option(help: "The characters of figures: ascii, blocks or braille.")
  var charset: CharsetName = .ascii

  func validate() throws {
    if let columns, !(20...500).contains(columns) {
      throw ValidationError("--columns takes 20 to 500; here is \(columns).")
    }
    if let rows, !(3...200).contains(rows) {
      throw ValidationError("--rows takes 3 to 200; here is \(rows).")
    }
  }

  mutating func run() throws {
    let layout = Terminal.layout(columns: columns, rows: rows, charset: charset.charset)
    var runner = StatementRunner(name: file ?? "stdin", layout: layout)
    if let file {
      runner.run(try InputFile.statements(at: file))
    } else if TerminalProfile.isTerminal(STDIN_FILENO) {
      try MainActor.assumeIsolated { try Keyboard().run(&runner) }
    } else {
      try InputFile.forEachStatement(of: STDIN_FILENO) { text, line in
        runner.run(text, firstLine: line)
      }
    }
    try runner.finish()
  }
}
