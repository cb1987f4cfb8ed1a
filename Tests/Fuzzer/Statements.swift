import Notebooks
import TerminalText

/// Reads bytes as statements and holds the parser to its promises; the sanitizer sees the rest.
func readStatements(_ bytes: UnsafeBufferPointer<UInt8>) {
  let text = String(decoding: bytes, as: UTF8.self)
  _ = Parser.isComplete(text)
  for result in Parser.statements(of: text) {
    switch result {
    case .success(let statement): checkStable(statement)
    case .failure(let failure): checkPlace(failure)
    }
  }
}

/// A statement's own text reads as the same statement.
private func checkStable(_ statement: Statement) {
  let again = Parser.statements(of: statement.text)
  guard again.count == 1, case .success(let second) = again[0] else {
    preconditionFailure("a statement does not read again")
  }
  precondition(second.text == statement.text)
  precondition(second.names == statement.names)
  precondition(second.definedName == statement.definedName)
}

/// A failure lies within its source, and its report holds no controls and fits.
private func checkPlace(_ failure: Failure) {
  precondition(failure.range.lower <= failure.source.end)
  let report = failure.report(columns: 60)
  precondition(!failure.problem.message.isEmpty)
  precondition(report.plain.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  precondition(failure.excerpt(columns: 60).width <= 60)
}
