import DeepNetworks
import Plotting
import TerminalText

// Heatmaps.
extension FigureBuilder {
  /// A number at each pair of two parameters, of a parameter and a layer, or of row and column.
  func surface(
    _ parameters: [Parameter],
    _ formats: [NumberFormat],
    _ evaluator: inout Evaluator
  ) throws(Failure) -> FigureOutput {
    let expression = figure.expressions[0]
    if figure.expressions.count > 1 {
      throw failure(.onlyOne, figure.expressions[1].range)
    }
    if formats.count > 1 { throw failure(.onlyOne, figure.formats[1].range) }
    var surface = Surface(parameters, caption(expression))
    let columns = parameters.first.map(\.values) ?? []
    let rows = parameters.count > 1 ? parameters[1].values : [.zero]
    guard parameters.isEmpty || columns.count * rows.count <= Self.mostCells else {
      throw failure(
        .tooManyLines(.heatmap, count: columns.count * rows.count, limit: Self.mostCells),
        figure.verbRange
      )
    }
    let samples = max(1, columns.count) * rows.count
    var done = 0
    for row in rows {
      for column in parameters.isEmpty ? [.zero] : columns {
        evaluator.meter.begin(part: done, of: samples)
        let before = (evaluator.meter.operations, evaluator.meter.bytes)
        let overrides = zip(parameters.map(\.name), [column, row]).map { ($0, $1) }
        var scope = scope(Setting(overrides: overrides, format: formats.first), &evaluator)
        let value = try evaluator.evaluate(expression, of: statement.source, in: &scope)
        guard surface.take(value) else {
          throw failure(.cannotShow(verb: .heatmap, kind: value.kind), expression.range)
        }
        evaluator.meter.release(to: before.1)
        done += 1
        if done == 1 {
          try foresee(
            (evaluator.meter.operations - before.0) * Double(samples - 1),
            evaluator,
            expression
          )
        }
      }
    }
    guard let heatmap = surface.heatmap(formats.first) else {
      throw failure(.surfaceNeedsTwo(parameters.count), expression.range)
    }
    return FigureOutput(
      figure: Figure(
        title: figure.title.map { neutralised($0) } ?? surface.caption,
        kind: .heatmap(heatmap.values),
        xLabel: heatmap.xLabel,
        xIsInteger: heatmap.xIsInteger,
        axis: figure.axis
      ),
      notes: []
    )
  }

  /// More cells than this say no more.
  static let mostCells = 250_000

  private func foresee(
    _ operations: Double,
    _ evaluator: Evaluator,
    _ expression: Expression
  )
    throws(Failure)
  {
    do throws(Problem) {
      try evaluator.meter.foresee(operations: operations)
    } catch {
      throw Failure(error, at: expression.range, in: statement.source)
    }
  }
}
