import DeepNetworks
import Plotting

// The levels that `against` marks.
extension FigureBuilder {
  /// A number as a level of its own, a format as its largest and smallest numbers.
  func levels(_ evaluator: inout Evaluator) throws(Failure) -> [Threshold] {
    guard let first = figure.levels.first else { return [] }
    guard hasAxis else { throw failure(.levelsWithoutAxis(figure.verb), first.range) }
    var levels: [Threshold] = []
    for expression in figure.levels {
      let value = try value(ofLevel: expression, &evaluator)
      switch value {
      case .number(let number):
        levels.append(Threshold(at: Sample(number), label: caption(expression)))
      case .format(let format): levels += Self.limits(of: format)
      case .truth, .text, .range, .vector, .matrix, .network, .layers, .never, .function, .builtIn,
        .initialization, .loss, .document, .record:
        throw failure(.levelsNeedNumbers(kind: value.kind), expression.range)
      }
    }
    return levels
  }

  /// Whether there is an axis of values to mark a level on.
  private var hasAxis: Bool {
    switch figure.verb.values {
    case .courses(let courses): courses.manner == .drawn
    case .samples, .surface, .iteration: true
    case .network: figure.expressions.count > 1
    }
  }

  /// A level is worked out before a parameter runs; a name that is nearly a format's is taken for one.
  private func value(
    ofLevel expression: Expression,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> Value {
    var scope = Scope()
    do throws(Failure) {
      return try evaluator.evaluate(expression, of: statement.source, in: &scope)
    } catch {
      let known = NumberFormat.allCases.map(\.name)
      if case .name(.unknownName(let name, _, _)) = error.problem, error.definition == nil,
        formatName(meantBy: name, known) != nil
      {
        throw failure(.unknownFormat(name, known: known), error.range)
      }
      throw error
    }
  }

  private static func limits(of format: NumberFormat) -> [Threshold] {
    [
      ("max", format.largestFinite), ("smallest normal", format.smallestNormal),
      ("smallest subnormal", format.smallestSubnormal),
    ].map { Threshold(at: Sample($1), label: "\(format.name) \($0)") }
  }
}
