import DeepNetworks
import Plotting
import TerminalText

// The lines of a figure: which there are, and their samples.
extension FigureBuilder {
  /// One line to be: an expression in a setting.
  struct PlannedLine {
    var expression: Expression
    var setting: Setting
    var name: String
  }

  func lines(
    _ shape: Shape,
    _ parameters: [Parameter],
    _ formats: [NumberFormat]
  )
    throws(Failure) -> [PlannedLine]
  {
    var settings: [Setting] = [Setting(overrides: [], format: nil)]
    let limit = figure.verb == .table ? Self.mostColumns : Self.mostLines
    let others = max(1, formats.count) * figure.expressions.count
    for index in shape.lineParameters {
      let parameter = parameters[index]
      if settings.count * parameter.values.count * others > limit {
        throw failure(
          .tooManyLines(
            figure.verb,
            count: settings.count * parameter.values.count * others,
            limit: limit
          ),
          figure.over[index].values.range
        )
      }
      settings = settings.flatMap { setting in
        parameter.values.map { value in
          Setting(overrides: setting.overrides + [(parameter.name, value)], format: nil)
        }
      }
    }
    if settings.count * others > limit {
      let surplus = figure.expressions.count > limit ? figure.expressions[limit].range : nil
      throw failure(
        .tooManyLines(figure.verb, count: settings.count * others, limit: limit),
        surplus ?? figure.formats.last?.range ?? figure.verbRange
      )
    }
    if !formats.isEmpty {
      settings = settings.flatMap { setting in
        formats.map { Setting(overrides: setting.overrides, format: $0) }
      }
    }
    return figure.expressions.flatMap { expression in
      settings.map { setting in
        PlannedLine(
          expression: expression,
          setting: setting,
          name: name(expression, setting, formats)
        )
      }
    }
  }

  private func name(
    _ expression: Expression,
    _ setting: Setting,
    _ formats: [NumberFormat]
  )
    -> String
  {
    var parts: [String] = []
    if figure.expressions.count > 1 { parts.append(caption(expression)) }
    parts += setting.overrides.map { "\($0.name) = \(Rendering.number($0.value, digits: 6))" }
    if formats.count > 1, let format = setting.format { parts.append(format.name) }
    return parts.isEmpty ? caption(expression) : parts.joined(separator: ", ")
  }

  private static let longestCaption = 80

  /// An expression as it was written, in one line.
  func caption(_ expression: Expression) -> String {
    let lines = statement.source.text(expression.range).split(separator: "\n").map { line in
      line.prefix { $0 != "#" }.split { $0.unicodeScalars.allSatisfy(\.isBlank) }
        .joined(separator: " ")
    }
    let text = lines.filter { !$0.isEmpty }.joined(separator: " ")
    return neutralised(
      text.count > Self.longestCaption ? text.prefix(Self.longestCaption - 1) + "…" : text
    )
  }

  /// A line with its samples.
  struct Line {
    var name: String
    var format: NumberFormat?
    var x: [Extended]
    var y: [Extended]
  }

  func scope(_ setting: Setting, _ evaluator: inout Evaluator) -> Scope {
    let overrides = Dictionary(
      setting.overrides.map { ($0.name, Value.number($0.value)) },
      uniquingKeysWith: { $1 }
    )
    return Scope(overrides: overrides, format: setting.format, affected: affected)
  }

  /// What a sample takes in a line and in the figure made of it.
  private static let bytesPerSample = 200.0

  private func spend(
    samples: Int,
    of line: PlannedLine,
    _ meter: inout Meter
  ) throws(Failure) {
    do throws(Problem) {
      try meter.spend(
        operations: Meter.perNode * Double(samples),
        bytes: Self.bytesPerSample * Double(samples)
      )
    } catch {
      throw Failure(error, at: line.expression.range, in: statement.source)
    }
  }

  /// Lines of lists or vectors, each from one value.
  func series(
    _ lines: [PlannedLine],
    like shape: Meter.Piece,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> [Line] {
    var series: [Line] = []
    var like = shape
    like.operations /= Double(figure.expressions.count)
    var outside = Scope()
    try evaluator.eachPiece(
      lines.count,
      estimate: like,
      in: &outside,
      failing: { Failure($0, at: figure.verbRange, in: statement.source) }
    ) { index, evaluator, _ throws(Failure) in
      var scope = scope(lines[index].setting, &evaluator)
      return try evaluator.evaluate(lines[index].expression, of: statement.source, in: &scope)
    } take: { index, value, _, meter throws(Failure) in
      let line = lines[index]
      try spend(samples: Int(value.extent.entries), of: line, &meter)
      let (x, y) = samples(of: value)
      series.append(Line(name: line.name, format: line.setting.format, x: x, y: y))
    }
    return series
  }

  /// A line of numbers, one for each value of a parameter.
  func series(
    _ line: PlannedLine,
    over parameter: Parameter,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> Line {
    var result = Line(name: line.name, format: line.setting.format, x: [], y: [])
    let values = parameter.values
    try spend(samples: values.count, of: line, &evaluator.meter)
    var outside = Scope()
    try evaluator.eachPiece(
      values.count,
      in: &outside,
      failing: { Failure($0, at: line.expression.range, in: statement.source) }
    ) { offset, evaluator, _ throws(Failure) in
      var setting = line.setting
      setting.overrides.append((parameter.name, values[offset]))
      var scope = scope(setting, &evaluator)
      return try evaluator.evaluate(line.expression, of: statement.source, in: &scope)
    } take: { offset, value, before, meter throws(Failure) in
      guard let y = Self.number(value) else {
        throw failure(
          .cannotShow(verb: figure.verb, kind: value.kind),
          line.expression.range
        )
      }
      result.x.append(values[offset])
      result.y.append(y)
      meter.release(to: before)
    }
    return result
  }

  /// A sample; "never" has no height and is left out as a gap.
  private static func number(_ value: Value) -> Extended? {
    switch value {
    case .number(let number): number
    case .vector(let vector) where vector.count == 1: vector[0]
    case .never: .nan
    case .truth, .text, .range, .vector, .matrix, .network, .layers, .function, .builtIn, .format,
      .initialization, .loss, .document, .record:
      nil
    }
  }

  private func samples(of value: Value) -> ([Extended], [Extended]) {
    switch value.rangeAsVector {
    case .layers(let list):
      return (list.elements.indices.map { Extended(list.first + $0) }, list.numbers)
    case .vector(let vector):
      return ((0..<vector.count).map { Extended($0 + 1) }, vector.elements)
    case .number(let number): return ([.one], [number])
    case .never: return ([.one], [.nan])
    case .truth, .text, .range, .matrix, .network, .function, .builtIn, .format, .initialization,
      .loss, .document, .record:
      return ([], [])
    }
  }
}
