import DeepNetworks
import Plotting

/// Whole numbers at which a line is drawn that could be drawn between them too.
package struct WholeNumbers: Sendable, Hashable {
  package let count: Int
  /// The clause that takes more of them, `over z in -6...6 by 0.2`.
  package let finer: String
}

extension Notebook {
  /// More whole numbers than this make a line smooth enough.
  private static let mostWhole = 30
  /// The steps that are advised, from the longest on.
  private static let finerSteps = [0.5, 0.2, 0.1, 0.05, 0.02]
  /// How many values are to be taken at least.
  private static let fewestValues = 50.0
  /// What trying a value between two whole numbers may spend.
  private static let trying = Meter.Limits(operations: 5e7, bytes: 2e7)

  /// The few whole numbers over which a plot runs, where what it draws has a value between them.
  ///
  /// `a...b` with whole ends means whole numbers, as layers and seeds are; that of others a curve was
  /// meant shows only where one of them is tried.
  package func wholeNumbers(in statement: Statement) -> WholeNumbers? {
    guard case .figure(let figure) = statement.kind, figure.verb == .plot, figure.over.count == 1,
      figure.beside.isEmpty, case .range(_, _, nil, _)? = figure.over[0].values.nodes.last?.kind
    else { return nil }
    let (clause, source) = (figure.over[0], statement.source)
    guard
      case .range(let range)? = worked(clause.values, in: source), range.isWhole,
      (3...Self.mostWhole).contains(range.count)
    else { return nil }
    let between = range.lower + Extended(0.5)
    var copy = self
    for case .success(let definition) in Parser.statements(
      of: "\(clause.name) = \(Rendering.number(between))"
    ) {
      do throws(Failure) { try copy.define(definition) } catch { return nil }
    }
    for expression in figure.expressions {
      guard case .number? = copy.worked(expression, in: source) else { return nil }
    }
    let span = Double(range.count - 1)
    let step = Self.finerSteps.first { span / $0 >= Self.fewestValues } ?? 0.02
    let values = source.text(clause.values.range)
    return WholeNumbers(
      count: range.count,
      finer: "over \(clause.name) in \(values) by \(Rendering.number(Extended(step)))"
    )
  }

  private func worked(_ expression: Expression, in source: Source) -> Value? {
    try? value(of: expression, in: source, meter: Meter(limits: Self.trying))
  }
}
