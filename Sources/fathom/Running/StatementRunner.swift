import ArgumentParser
import Glibc
import LineEditing
import Notebooks
import TerminalText

/// Enters statements into a notebook one after another and shows what they give.
struct StatementRunner {
  private var notebook = Notebook()
  private let name: String
  private let layout: Layout
  private let output = Terminal.profile(of: STDOUT_FILENO)
  private let errors = Terminal.profile(of: STDERR_FILENO)
  private var failures = 0
  /// Definitions that read a name which wasn't there.
  private var waiting: [Statement] = []
  /// Names that figures set with `over`.
  private var varied: Set<String> = []
  private var refusal: (any Error)?

  init(name: String, layout: Layout) {
    self.name = name
    self.layout = layout
  }

  /// Runs all statements of a text that begins at a line of its file.
  mutating func run(_ text: String, firstLine: Int = 1) {
    for result in Parser.statements(of: Source(text, firstLine: firstLine)) where refusal == nil {
      do throws(Failure) {
        try show(try result.get())
      } catch {
        failures += 1
        report(error, result)
      }
    }
  }

  /// Reports the names that never came; leaves with status 1 where a statement failed or the output took
  /// no more.
  mutating func finish() throws {
    var missing: Set<String> = []
    for statement in waiting where refusal == nil {
      do throws(Failure) {
        _ = try notebook.output(of: statement)
      } catch {
        guard error.definition == statement.definedName,
          case .name(.unknownName(let name, _, _)) = error.problem,
          !varied.contains(name), missing.insert(name).inserted
        else { continue }
        failures += 1
        report(error, .success(statement))
      }
    }
    if let refusal { throw refusal }
    if failures > 0 { throw ExitCode.failure }
  }

  private mutating func show(_ statement: Statement) throws(Failure) {
    if let remark = try notebook.define(statement) {
      send(layout.wrapped(StyledText(remark, .faint), hanging: 2))
    }
    varied.formUnion(statement.variedNames)
    guard let name = statement.definedName else {
      send(try notebook.output(of: statement).rendered(layout))
      return
    }
    // A script's definitions say nothing; only what cannot be worked out is reported.
    do throws(Failure) {
      _ = try notebook.output(of: statement)
    } catch {
      // Another definition's failure was reported at its own line.
      guard error.definition == name else { return }
      // What it reads may come in a later line, or in a figure's over.
      if case .name(.unknownName(_, nil, _)) = error.problem { return waiting.append(statement) }
      throw error
    }
  }

  private mutating func send(_ text: StyledText) {
    do {
      try Terminal.send(Terminal.encoded(text, for: output) + "\n", to: STDOUT_FILENO)
    } catch {
      refusal = error
    }
  }

  private mutating func report(_ failure: Failure, _ result: Result<Statement, Failure>) {
    let failure = notebook.advised(failure, asking: try? result.get())
    let place = failure.position
    var text = StyledText("\(neutralised(name)):\(place.line):\(place.column): ", .strong)
    text.append("error: ", .error)
    text.append(failure.message)
    // Other programs take an error in one line.
    if errors.isTerminal {
      let page = Layout(columns: layout.columns, isASCII: errors.isASCII)
      text = page.wrapped(text, hanging: 2)
    }
    text.append("\n")
    text.append(failure.excerpt(columns: layout.columns, isASCII: errors.isASCII))
    // The place is in a definition; which statement asked for it would otherwise be a riddle.
    if case .success(let statement) = result, let name = failure.definition,
      statement.definedName != name
    {
      let line = statement.source.firstLine + statement.source.line(at: statement.range.lower) - 1
      text.append("\n  needed in line \(line)", .faint)
    }
    do {
      try Terminal.send(Terminal.encoded(text, for: errors) + "\n", to: STDERR_FILENO)
    } catch {
      refusal = refusal ?? error
    }
  }
}
