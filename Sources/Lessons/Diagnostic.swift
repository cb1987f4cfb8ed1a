/// Something that an author must act on, and where.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable { case error, warning }

  package let path: String
  package let position: Position
  package let problem: Problem

  /// `FL001` and so on; a code keeps its meaning for ever.
  package var code: String { problem.code }
  package var severity: Severity { problem.severity }
  /// What is wrong, with the text in question.
  package var message: String { problem.message }
  /// What to write instead.
  package var advice: String { problem.advice }

  /// One line: `path:line:column: error FL012: message advice`.
  package var text: String {
    "\(path):\(position.line):\(position.column): \(severity.rawValue) \(code): \(message) \(advice)"
  }
}
