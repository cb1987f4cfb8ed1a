import TerminalText

/// Something that an author must act on, and where.
package struct Diagnostic: Sendable, Hashable {
  /// Whether a lesson can be used all the same.
  package enum Severity: String, Sendable, Hashable { case error, warning }

  /// The file as its reader named it.
  package let path: String
  /// Where the fault stands.
  package let position: Position
  /// The fault itself.
  package let problem: Problem

  /// `FL001` and so on; a code keeps its meaning for ever.
  package var code: String { problem.code }
  /// Whether a lesson can be used all the same.
  package var severity: Severity { problem.severity }
  /// What is wrong, with the text in question.
  package var message: String { problem.message }
  /// What to write instead.
  package var advice: String { problem.advice }

  /// One line: `path:line:column: error FL012: message advice`.
  package var text: String {
    neutralised(
      "\(path):\(position.line):\(position.column): \(severity.rawValue) \(code): \(message) \(advice)"
    )
  }
}

extension Problem {
  /// Whether a lesson can be used all the same.
  var severity: Diagnostic.Severity {
    switch self {
    case .idleStep, .rightChoiceLongest, .rightChoicesLongest, .rightChoicesAtOneLetter,
      .choiceOfOthersNotLast:
      .warning
    default: .error
    }
  }
}
