import Notebooks
import TerminalText
import Testing

/// Ten thousand statements from the grammar, half of them damaged.
///
/// Whatever comes, reading and evaluating ends with a value, a figure or a failure that points.
@Suite("Generated statements")
struct GeneratedTests {
  private static let perSeed = 500

  @Test("no statement does harm", arguments: 0..<20)
  func anything(_ seed: Int) {
    var generator = StatementGenerator(seed: UInt64(seed))
    // What is worked out here is not worked out again for each statement.
    var desk = Desk(after: lecture + "\nf(t) = t^2 + 1\na\nW\ny")
    desk.meter = Meter(limits: Meter.Limits(operations: 1e7, bytes: 1e7))
    for index in 0..<Self.perSeed {
      let whole = generator.statement()
      let text = index % 2 == 0 ? whole : generator.damaged(whole)
      _ = Parser.isComplete(text)
      let results = Parser.statements(of: text)
      for result in results {
        switch result {
        case .success(let statement):
          checkStable(statement)
          evaluate(statement, desk, isDrawn: index % 20 == 0)
        case .failure(let failure): check(failure, of: text)
        }
      }
      if index % 2 == 0 { #expect(results.count == 1, "\(text)") }
    }
  }

  /// A statement's own text reads as the same statement.
  private func checkStable(_ statement: Statement) {
    let again = Parser.statements(of: statement.text)
    guard again.count == 1, case .success(let second) = again[0] else {
      Issue.record("\(statement.text) does not read again")
      return
    }
    #expect(second.text == statement.text)
    #expect(second.names == statement.names)
    #expect(second.definedName == statement.definedName)
    // From the same start, the whole tree is the same.
    if statement.range.lower == 0 { #expect(second.kind == statement.kind, "\(statement.text)") }
  }

  private func evaluate(_ statement: Statement, _ desk: Desk, isDrawn: Bool) {
    var desk = desk
    do throws(Failure) {
      try desk.notebook.define(statement)
      let output = try desk.notebook.output(of: statement, meter: desk.meter)
      if case .figure = output, !isDrawn { return }
      let text = output.rendered(Layout(columns: 40, rows: 12))
      #expect(text.width <= 40, "\(statement.text)")
    } catch {
      check(error, of: statement.text)
    }
  }

  private func check(_ failure: Failure, of text: String) {
    #expect(failure.range.lower <= failure.source.end)
    let report = failure.report(columns: 60)
    #expect(!failure.problem.message.isEmpty, "\(text)")
    #expect(report.plain.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" }, "\(text)")
  }
}
