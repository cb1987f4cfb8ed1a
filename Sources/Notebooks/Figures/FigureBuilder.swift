import DeepNetworks
import Plotting
import TerminalText

/// Evaluates what a figure shows, once for each line and sample, and makes the figure of it.
struct FigureBuilder {
  let figure: FigureStatement
  let statement: Statement
  /// The definitions that depend on what `over` sets.
  private var affected: Set<String> = []

  /// More lines than this cannot be told apart.
  static let mostLines = 8
  static let mostColumns = 16

  init(_ figure: FigureStatement, _ statement: Statement) {
    self.figure = figure
    self.statement = statement
  }

  /// A parameter with the values it runs over.
  struct Parameter {
    var name: String
    var values: [Extended]
    var isRange: Bool
    var isWhole: Bool
  }

  /// What a line is drawn for: its parameters and its format.
  struct Setting {
    var overrides: [(name: String, value: Extended)]
    var format: NumberFormat?
  }

  func failure(_ problem: FigureProblem, _ range: SourceRange) -> Failure {
    Failure(.figure(problem), at: range, in: statement.source)
  }

  mutating func build(_ evaluator: inout Evaluator) throws(Failure) -> FigureOutput {
    guard figure.verb == .plot || figure.verb == .table else {
      throw failure(.notDrawn(figure.verb), figure.verbRange)
    }
    let parameters = try parameters(&evaluator)
    let formats = try formats()
    affected = evaluator.definitions.dependents(of: figure.over.map(\.name))
    let shape = try shape(parameters, formats, &evaluator)
    let lines = try lines(shape, parameters, formats)
    var series: [Line] = []
    for (index, line) in lines.enumerated() {
      series.append(try self.series(line, shape, (index, lines.count), &evaluator))
    }
    return try FigureAssembly(figure: figure, shape: shape, lines: series, builder: self)
      .output(&evaluator)
  }

  // MARK: - Clauses

  private func parameters(_ evaluator: inout Evaluator) throws(Failure) -> [Parameter] {
    var parameters: [Parameter] = []
    let read = figure.expressions.flatMap(\.names)
    for clause in figure.over {
      let affected = evaluator.definitions.dependents(of: [clause.name])
      guard read.contains(where: { $0 == clause.name || affected.contains($0) }) else {
        throw failure(.overWithoutEffect(clause.name), clause.nameRange)
      }
      var scope = Scope()
      let value = try evaluator.evaluate(clause.values, of: statement.source, in: &scope)
      parameters.append(try parameter(clause, value))
    }
    return parameters
  }

  private func parameter(_ clause: OverClause, _ value: Value) throws(Failure) -> Parameter {
    switch value {
    case .range(let range):
      return Parameter(
        name: clause.name,
        values: range.values,
        isRange: true,
        isWhole: range.isWhole
      )
    case .vector(let vector) where vector.count > 0 && vector.isFinite:
      let values = vector.elements
      return Parameter(
        name: clause.name,
        values: values,
        isRange: false,
        isWhole: values.allSatisfy(\.isInteger)
      )
    case .number, .truth, .text, .vector, .matrix, .network, .layers, .never, .function, .builtIn,
      .format, .initialization, .loss, .document, .record:
      throw failure(.overNeedsNumbers(kind: value.kind), clause.values.range)
    }
  }

  private func formats() throws(Failure) -> [NumberFormat] {
    var formats: [NumberFormat] = []
    for named in figure.formats {
      guard let format = NumberFormat(name: named.name) else {
        throw failure(
          .unknownFormat(named.name, known: NumberFormat.allCases.map(\.name)),
          named.range
        )
      }
      formats.append(format)
    }
    return formats
  }

  // MARK: - The axis

  /// What the horizontal axis counts.
  enum Axis: Hashable {
    case layers
    case entries
    case parameter(Int)

    func words(_ names: [String]) -> String {
      switch self {
      case .layers: "layers"
      case .entries: "the entries of a vector"
      case .parameter(let index): names[index]
      }
    }
  }

  struct Shape {
    var axis: Axis
    var parameters: [Parameter]
    /// The parameters that give one line per value.
    var lineParameters: [Int]
  }

  /// Evaluates the expressions at the first sample to see what they run over.
  private func shape(
    _ parameters: [Parameter],
    _ formats: [NumberFormat],
    _ evaluator: inout Evaluator
  ) throws(Failure) -> Shape {
    let first = Setting(
      overrides: parameters.map { ($0.name, $0.values[0]) },
      format: formats.first
    )
    var scope = scope(first, &evaluator)
    let bytes = evaluator.meter.bytes
    var axis: Axis?
    for expression in figure.expressions {
      let value = try evaluator.evaluate(expression, of: statement.source, in: &scope)
      let found = try self.axis(of: value, expression, parameters)
      if let axis, axis != found {
        let names = parameters.map(\.name)
        throw failure(
          .mixedAxes(first: axis.words(names), other: found.words(names)),
          expression.range
        )
      }
      axis = found
    }
    evaluator.meter.release(to: bytes)
    let chosen = axis ?? .entries
    if chosen != .layers, let at = figure.layers.first {
      throw failure(.layersWithoutList, at.range)
    }
    let lineParameters = parameters.indices.filter { chosen != .parameter($0) }
    return Shape(axis: chosen, parameters: parameters, lineParameters: lineParameters)
  }

  private func axis(
    of value: Value,
    _ expression: Expression,
    _ parameters: [Parameter]
  )
    throws(Failure) -> Axis
  {
    switch value.rangeAsVector {
    case .layers(let list):
      guard list.elements.allSatisfy({ if case .number = $0 { true } else { false } }) else {
        throw failure(.cannotShow(verb: figure.verb, kind: value.kind), expression.range)
      }
      return .layers
    case .vector(let vector):
      guard vector.count > 0 else { throw failure(.nothingToShow(figure.verb), expression.range) }
      return .entries
    case .number, .never:
      let ranges = parameters.indices.filter { parameters[$0].isRange }
      if ranges.count > 1 { throw failure(.twoRanges, figure.over[ranges[1]].nameRange) }
      guard let index = ranges.first ?? parameters.indices.first else {
        throw failure(.oneNumber(figure.verb), expression.range)
      }
      return .parameter(index)
    case .truth, .text, .range, .matrix, .network, .function, .builtIn, .format, .initialization,
      .loss, .document, .record:
      throw failure(.cannotShow(verb: figure.verb, kind: value.kind), expression.range)
    }
  }

  // MARK: - Lines

  /// One line to be: an expression in a setting.
  struct PlannedLine {
    var expression: Expression
    var setting: Setting
    var name: String
  }

  private func lines(
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

  private func series(
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
    case .number, .truth, .text, .range, .matrix, .network, .never, .function, .builtIn, .format,
      .initialization, .loss, .document, .record:
      return ([], [])
    }
  }
}

extension PerLayer {
  /// The numbers of a list of numbers.
  var numbers: [Extended] {
    elements.compactMap { element in
      if case .number(let number) = element { number } else { nil }
    }
  }
}
