import DeepNetworks
import Plotting
import TerminalText

// Functions that are applied to their own values.
extension FigureBuilder {
  /// The curve has so many parts.
  private static let cobwebParts = 40
  /// A way has so many steps at most.
  private static let mostSteps = 40

  /// The function over its range, and what comes of a number near each end.
  func cobweb(
    _ make: (Cobweb) -> Figure.Kind,
    _ parameters: [Parameter],
    _ evaluator: inout Evaluator
  ) throws(Failure) -> FigureOutput {
    let expression = figure.expressions[0]
    if figure.expressions.count > 1 {
      throw failure(.cobwebNeedsRange, figure.expressions[1].range)
    }
    if let format = figure.formats.first {
      throw failure(.takesNoClause(figure.verb, "in"), format.range)
    }
    guard parameters.count == 1, let low = parameters[0].values.first,
      let high = parameters[0].values.last, low < high
    else { throw failure(.cobwebNeedsRange, figure.verbRange) }
    let name = parameters[0].name
    let width = high - low
    func value(_ at: Extended, _ evaluator: inout Evaluator) throws(Failure) -> Extended {
      var scope = scope(Setting(overrides: [(name, at)], format: nil), &evaluator)
      let value = try evaluator.evaluate(expression, of: statement.source, in: &scope)
      guard case .number(let number) = value else {
        throw failure(.cannotShow(verb: figure.verb, kind: value.kind), expression.range)
      }
      return number
    }
    var curve = Series(name: caption(expression), x: [], y: [])
    for part in 0...Self.cobwebParts {
      let at = low + width * Extended(part) / Extended(Self.cobwebParts)
      curve.x.append(at.double)
      curve.y.append(Sample(try value(at, &evaluator)))
    }
    var ways: [[Sample]] = []
    for start in [low + width / 20, high - width / 20] {
      var way = [start]
      while way.count <= Self.mostSteps, let last = way.last, last >= low, last <= high {
        let next = try value(last, &evaluator)
        guard next.isFinite else { break }
        way.append(next)
        if (next - last).abs() < width / 1000 { break }
      }
      ways.append(way.map { Sample($0) })
    }
    return FigureOutput(
      figure: Figure(
        title: figure.title.map { neutralised($0) } ?? caption(expression),
        kind: make(Cobweb(curve: curve, ways: ways)),
        xLabel: name,
        xIsInteger: false,
        axis: .linear
      ),
      notes: []
    )
  }
}
