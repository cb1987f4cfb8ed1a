import Foundation
import Notebooks
import Testing

/// A statement, and how many instructions it took.
///
/// `estimates.tsv` has a line for each: the instructions, a tab, the statement, whose own ends of lines are
/// written `\\n`. They are those of callgrind (release build, one thread, FATHOM_ISA=avx2) for `fathom run` of
/// the setting and the statement twice, without those for the setting and the statement once: what the first
/// use of a function starts belongs to no statement.
struct CountedStatement: Sendable, CustomTestStringConvertible {
  let text: String
  let instructions: Double

  var testDescription: String { text }

  /// All rows of the table.
  static let all: [CountedStatement] = {
    let path = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    guard let table = try? String(contentsOfFile: "/\(path)/estimates.tsv", encoding: .utf8) else {
      preconditionFailure("the table lies beside this file")
    }
    return table.split(separator: "\n").map { line in
      let cells = line.split(separator: "\t", maxSplits: 1).map(String.init)
      guard cells.count == 2, let instructions = Double(cells[0]) else {
        preconditionFailure("a row has a number and a statement: \(line)")
      }
      return CountedStatement(
        text: cells[1].replacingOccurrences(of: "\\n", with: "\n"),
        instructions: instructions
      )
    }
  }()

  /// The examples of the help, each with what stands before it: the help's setting for topics, and the
  /// definitions among the examples before it.
  static let settings: [String: [String]] = {
    var settings: [String: [String]] = [:]
    func take(_ examples: [String], after setting: [String]) {
      var before = setting
      for example in examples {
        settings[example] = settings[example] ?? before
        if (try? Parser.statements(of: example).first?.get().definedName) != nil {
          before.append(example)
        }
      }
    }
    for function in BuiltIns.functions { take(function.examples, after: []) }
    for topic in Help.topics { take(topic.examples, after: Help.setting) }
    return settings
  }()

  /// How the statement fails when it runs for the second time within so many operations.
  func failure(within operations: Double) throws -> Failure? {
    var notebook = Notebook()
    for text in (Self.settings[text] ?? []) + [text] { try Self.run(text, &notebook, Meter()) }
    let meter = Meter(limits: Meter.Limits(operations: operations, bytes: 4e9))
    do {
      try Self.run(text, &notebook, meter)
      return nil
    } catch let failure as Failure {
      return failure
    }
  }

  private static func run(_ text: String, _ notebook: inout Notebook, _ meter: Meter) throws {
    for statement in Parser.statements(of: text) {
      let statement = try statement.get()
      try notebook.define(statement)
      _ = try notebook.output(of: statement, meter: meter)
    }
  }
}
