import Foundation
import Notebooks
import TerminalText
import TestSupport
import Testing

/// A statement that fails, and its whole report: the line, the caret, the sentence.
struct Complaint: Sendable, CustomTestStringConvertible {
  let statement: String
  let setting: String
  let report: String

  init(_ statement: String, after setting: String = "", says report: String) {
    self.statement = statement
    self.setting = setting
    self.report = report
  }

  var testDescription: String { statement.count > 60 ? statement.prefix(60) + "…" : statement }

  private var failure: Failure? {
    var desk = Desk(after: setting)
    return desk.failure(statement)
  }

  /// Enters the statement and compares its report.
  func check() throws {
    let failure = try #require(failure, "\(statement) should fail")
    #expect(failure.report(columns: 80).plain == report)
    for columns in [20, 40, 60, 80] {
      let spelt = Layout(columns: columns, isASCII: true).fitted(
        failure.report(columns: columns, isASCII: true)
      )
      #expect(spelt.width <= columns && spelt.plain.utf8.allSatisfy { $0 < 0x80 }, "\(spelt.plain)")
    }
  }

  /// The name of the problem's own case, such as `semicolon`.
  func problemName() throws -> String {
    let failure = try #require(failure, "\(statement) should fail")
    let inner = Mirror(reflecting: failure.problem).children.first?.value
    let name = inner.map { "\($0)" } ?? ""
    return String(name.prefix { $0.isLetter })
  }
}

/// The cases of an enum of problems, read from its source, so that none can go without an example.
func cases(of enumeration: String) throws -> Set<String> {
  let text = try Repository.text("Sources/Notebooks/Syntax/Problem.swift")
  let body = try #require(text.components(separatedBy: "enum \(enumeration):").last)
  let lines = body.prefix(while: { $0 != "}" }).split(separator: "\n")
  return Set(
    lines.map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.hasPrefix("case ") }
      .map { String($0.dropFirst(5).prefix { $0.isLetter }) }
  )
}
