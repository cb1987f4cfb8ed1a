import Lessons
import Sessions

/// What is wrong with lessons, for another program: the form of `Schemas/check-report.schema.json`.
package struct CheckSheet: Sendable {
  /// One lesson's file and what its author must act on.
  package struct File: Sendable {
    package let path: String
    package let diagnostics: [Diagnostic]
    package let findings: [AuditFinding]
    /// Why it could not be read; nil where it could.
    package let unread: String?

    package init(
      path: String,
      diagnostics: [Diagnostic] = [],
      findings: [AuditFinding] = [],
      unread: String? = nil
    ) {
      (self.path, self.diagnostics, self.findings) = (path, diagnostics, findings)
      self.unread = unread
    }

    /// Whether nothing in it must be mended.
    package var isSound: Bool {
      unread == nil && !diagnostics.contains { $0.severity == .error }
        && !findings.contains { $0.severity == .error }
    }

    /// A line for each, for people and editors.
    package var lines: [String] { diagnostics.map(\.text) + findings.map(\.text) }
  }

  private let files: [File]

  package init(_ files: [File]) { self.files = files }

  /// One object with keys in a fixed order.
  package var json: String {
    JSON.object([
      ("format", .count(1)), ("sound", .boolean(files.allSatisfy(\.isSound))),
      ("files", .array(files.map(Self.value))),
    ]).written + "\n"
  }

  private static func value(_ file: File) -> JSON {
    let findings =
      file.diagnostics.map {
        value($0.position, $0.severity, $0.code, $0.message, $0.advice)
      }
      + file.findings.map {
        value($0.position, $0.severity, $0.code, $0.problem.message, $0.problem.advice)
      }
    return .object([
      ("path", .string(file.path)), ("sound", .boolean(file.isSound)),
      ("unread", .optional(file.unread)), ("findings", .array(findings)),
    ])
  }

  private static func value(
    _ position: Position,
    _ severity: Diagnostic.Severity,
    _ code: String,
    _ message: String,
    _ advice: String
  ) -> JSON {
    .object([
      ("line", .count(position.line)), ("column", .count(position.column)),
      ("severity", .string(severity.rawValue)), ("code", .string(code)),
      ("message", .string(message)), ("advice", .string(advice)),
    ])
  }
}
