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
    _ evaluator: inout Evaluator
  ) throws(Failure) {
    do throws(Problem) {
      try evaluator.meter.spend(
        operations: Meter.perNode * Double(samples),
        bytes: Self.bytesPerSample * Double(samples)
      )
    } catch {
      throw Failure(error, at: line.expression.range, in: statement.source)
    }
  }

  func series(
    _ line: PlannedLine,
    _ shape: Shape,
    _ part: (index: Int, count: Int),
    _ evaluator: inout Evaluator
  )
    throws(Failure) -> Line
  {
    var result = Line(name: line.name, format: line.setting.format, x: [], y: [])
    guard case .parameter(let index) = shape.axis else {
      evaluator.meter.begin(part: part.index, of: part.count)
      var scope = scope(line.setting, &evaluator)
      let value = try evaluator.evaluate(line.expression, of: statement.source, in: &scope)
      try spend(samples: Int(value.extent.entries), of: line, &evaluator)
      (result.x, result.y) = samples(of: value)
      return result
    }
    let parameter = shape.parameters[index]
    try spend(samples: parameter.values.count, of: line, &evaluator)
    for (offset, x) in parameter.values.enumerated() {
      let samples = parameter.values.count
      evaluator.meter.begin(part: part.index * samples + offset, of: part.count * samples)
      let before = (evaluator.meter.operations, evaluator.meter.bytes)
      var setting = line.setting
      setting.overrides.append((parameter.name, x))
      var scope = scope(setting, &evaluator)
      let value = try evaluator.evaluate(line.expression, of: statement.source, in: &scope)
      guard let y = Self.number(value) else {
        throw failure(
          .cannotShow(verb: figure.verb, kind: value.kind),
          line.expression.range
        )
      }
      result.x.append(x)
      result.y.append(y)
      evaluator.meter.release(to: before.1)
      if offset == 0 {
        // The first sample tells what the others will take, before they take it.
        let rest = Double(parameter.values.count - 1)
        do throws(Problem) {
          try evaluator.meter.foresee(operations: (evaluator.meter.operations - before.0) * rest)
        } catch {
          throw Failure(error, at: line.expression.range, in: statement.source)
        }
      }
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
