import Notebooks
import Plotting
import Testing

/// What an error tells somebody to type can be typed.
@Suite("Advice in errors")
struct AdviceTests {
  private static let complaints =
    BoundProblemTests.complaints + FigureProblemTests.complaints + NameProblemTests.complaints
    + SyntaxProblemTests.complaints + ValueProblemTests.complaints

  /// A sentence that ends in something to type has no full stop; nil for other sentences.
  private static func advice(_ complaint: Complaint) -> String? {
    let message = complaint.report.split(separator: "\n").last.map(String.init) ?? ""
    guard let end = message.last, !".?".contains(end) else { return nil }
    // Dots stand for something that only the reader knows, brackets in a call for what may be left out.
    guard !message.contains("…"), !message.contains(":]") else { return nil }
    let starts = [
      "as in: ", "For example: ", "Give one: ", "a list: ", "quantities: ", "network: ",
    ]
    return starts.compactMap { start in
      let parts = message.split(separator: start)
      return parts.count > 1 ? String(parts[parts.count - 1]) : nil
    }.first
  }

  @Test("runs in the lecture's notebook")
  func runs() {
    var count = 0
    for complaint in Self.complaints {
      guard let advice = Self.advice(complaint) else { continue }
      count += 1
      // A clause stands behind a figure.
      let statement = advice.hasPrefix("over ") ? "plot rms(y) \(advice)" : advice
      let failure = fault(statement, after: lecture + "\nf(t) = t^2")
      #expect(failure == nil, "\(advice): \(failure?.problem.message ?? "")")
    }
    #expect(count >= 25, "\(count)")
  }

  @Test("the example of each verb is one that it can show", arguments: FigureVerb.allCases)
  func verbs(_ verb: FigureVerb) throws {
    for statement in [verb.rawValue, "\(verb.rawValue) \"text\"", "1 + \(verb.rawValue)(1)"] {
      guard let message = fault(statement, after: lecture)?.problem.message else { continue }
      for start in ["For example: ", "right behind \(verb.rawValue): "] {
        let parts = message.split(separator: start)
        guard parts.count > 1 else { continue }
        for advice in String(parts[1]).split(separator: ", or ") {
          #expect(fault(String(advice), after: lecture) == nil, "\(advice)")
        }
      }
    }
  }
}
