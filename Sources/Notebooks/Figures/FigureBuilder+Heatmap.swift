import DeepNetworks
import Plotting
import TerminalText

// Heatmaps.
extension FigureBuilder {
  /// A number at each pair of two parameters, of a parameter and a layer, or of row and column.
  ///
  /// The verb is the one that shows it, which need not be the one that was written.
  func surface(
    _ verb: FigureVerb,
    _ make: (Heatmap) -> Figure.Kind,
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
        .tooManyLines(verb, count: columns.count * rows.count, limit: Self.mostCells),
        figure.verbRange
      )
    }
    var origin = try originOfCells(expression, parameters, formats, &evaluator)
    let across = max(1, columns.count)
    evaluator.meter.stage = evaluator.meter.whole
    func take(_ value: Value) throws(Failure) {
      guard surface.take(value) else {
        throw failure(.cannotShow(verb: verb, kind: value.kind), expression.range)
      }
    }
    if formats.isEmpty, let cells = try cellsByDepth(expression, parameters, &evaluator) {
      for cell in cells { try take(cell) }
    } else {
      try foresee(expression, parameters, formats.first, &evaluator)
      var outside = Scope()
      try evaluator.eachPiece(
        across * rows.count,
        in: &outside,
        failing: { Failure($0, at: expression.range, in: statement.source) }
      ) { cell, evaluator, _ throws(Failure) in
        let place = [columns.isEmpty ? .zero : columns[cell % across], rows[cell / across]]
        let overrides = zip(parameters.map(\.name), place).map { ($0, $1) }
        var scope = scope(Setting(overrides: overrides, format: formats.first), &evaluator)
        return try value(expression, &evaluator, in: &scope)
      } take: { _, found, before, meter throws(Failure) in
        origin = origin.with(found.origin)
        try take(found.value)
        meter.release(to: before)
      }
    }
    guard let heatmap = surface.heatmap(origin.stored(in: formats.first)) else {
      throw failure(.surfaceNeedsTwo(parameters.count), expression.range)
    }
    return FigureOutput(
      figure: Figure(
        title: figure.title.map { neutralised($0) } ?? surface.caption,
        kind: make(heatmap.values),
        xLabel: heatmap.xLabel,
        xIsInteger: heatmap.xIsInteger,
        axis: figure.axis
      ),
      notes: []
    )
  }

  /// Where the numbers of the first cell come from; refused where they are in no format.
  private func originOfCells(
    _ expression: Expression,
    _ parameters: [Parameter],
    _ formats: [NumberFormat],
    _ evaluator: inout Evaluator
  ) throws(Failure) -> Origin {
    guard !formats.isEmpty else { return .exact }
    let bytes = evaluator.meter.bytes
    defer { evaluator.meter.release(to: bytes) }
    var scope = scope(first(parameters, formats), &evaluator)
    let value = try evaluator.evaluate(expression, of: statement.source, in: &scope)
    return try origin(of: expression, value, scope, evaluator)
  }

  /// More cells than this say no more.
  static let mostCells = 250_000
}
