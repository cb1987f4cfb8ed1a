import DeepNetworks
import Plotting
import TerminalText

/// Evaluates what a figure shows, once for each line and sample, and makes the figure of it.
struct FigureBuilder {
  let figure: FigureStatement
  let statement: Statement
  /// The definitions that depend on what `over` sets.
  private(set) var affected: Set<String> = []

  /// How many lines can be told apart, or how many columns a table has.
  static func most(_ courses: FigureCourses) -> Int {
    switch courses.manner {
    case .drawn: 8
    case .listed: 16
    }
  }

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
    let levels = try levels(&evaluator)
    var output = try unmarked(&evaluator)
    output.figure.mark(levels: levels)
    output.figure.xIsLogarithmic = figure.scale == .loglog
    return output
  }

  private mutating func unmarked(_ evaluator: inout Evaluator) throws(Failure) -> FigureOutput {
    try refuseUselessClauses()
    switch figure.verb.values {
    case .network(let make): return try drawing(make, &evaluator)
    case .samples(let make):
      let (parameters, formats) = try settings(&evaluator)
      return try histogram(make, parameters, formats, &evaluator)
    case .iteration(let make):
      return try cobweb(make, try settings(&evaluator).0, &evaluator)
    case .surface(let make):
      if let shown = try regions(make, &evaluator) { return shown }
      let (parameters, formats) = try settings(&evaluator)
      return try surface(figure.verb, make, parameters, formats, &evaluator)
    case .courses(let courses):
      let (parameters, formats) = try settings(&evaluator)
      if let verb = courses.ofSurface, case .surface(let make) = verb.values,
        try isSurface(parameters, formats, &evaluator)
      {
        if figure.scale == .loglog { throw failure(.loglogOfOther, figure.verbRange) }
        return try surface(verb, make, parameters, formats, &evaluator)
      }
      do throws(Failure) {
        return try lines(courses, parameters, formats, &evaluator)
      } catch {
        guard case .figure(.cannotShow(.scatter, let kind)) = error.problem,
          kind.hasPrefix("a task") || kind == "the function xor",
          let shown = try samples(&evaluator)
        else { throw error }
        return shown
      }
    }
  }

  /// What it runs over.
  private mutating func settings(
    _ evaluator: inout Evaluator
  ) throws(Failure) -> ([Parameter], [NumberFormat]) {
    let parameters = try parameters(&evaluator)
    let formats = try formats()
    affected = evaluator.definitions.dependents(of: figure.over.map(\.name))
    return (parameters, formats)
  }

  /// Lines, or columns of a table.
  private func lines(
    _ courses: FigureCourses,
    _ parameters: [Parameter],
    _ formats: [NumberFormat],
    _ evaluator: inout Evaluator
  ) throws(Failure) -> FigureOutput {
    // One sample beforehand is no share of the work.
    evaluator.meter.stage.width = 0
    let (shape, spent) = try evaluator.measured { evaluator throws(Failure) in
      try self.shape(courses, parameters, formats, &evaluator)
    }
    let planned = try lines(courses, shape, formats)
    let lines = try lines(planned, shape, like: spent, &evaluator)
    return try FigureAssembly(
      figure: figure,
      courses: courses,
      shape: shape,
      lines: lines,
      builder: self
    ).output(&evaluator)
  }

  /// Whether it is a number over two ranges.
  private func isSurface(
    _ parameters: [Parameter],
    _ formats: [NumberFormat],
    _ evaluator: inout Evaluator
  ) throws(Failure) -> Bool {
    guard parameters.count == 2, parameters.allSatisfy(\.isRange) else { return false }
    let bytes = evaluator.meter.bytes
    defer { evaluator.meter.release(to: bytes) }
    var scope = scope(first(parameters, formats), &evaluator)
    let value = try self.value(figure.expressions[0], &evaluator, in: &scope)
    switch value.rangeAsVector {
    case .layers, .vector: return false
    case .number, .truth, .text, .range, .matrix, .network, .never, .function, .builtIn, .format,
      .initialization, .loss, .document, .record:
      return true
    }
  }

  // MARK: - Clauses

  /// Refuses clauses that would change nothing, so that nobody believes that they did.
  private func refuseUselessClauses() throws(Failure) {
    if figure.scale == .loglog, figure.verb != .plot, figure.verb != .scatter {
      throw failure(.loglogOfOther, figure.verbRange)
    }
    switch figure.verb.values {
    case .courses: return
    case .samples, .surface: break
    case .iteration:
      if figure.scale != nil { throw failure(.takesNoClause(figure.verb, "on"), figure.verbRange) }
    case .network:
      if figure.layers.isEmpty, figure.scale != nil {
        throw failure(.takesNoClause(figure.verb, "on"), figure.verbRange)
      }
    }
    if let at = figure.layers.first { throw failure(.takesNoClause(figure.verb, "at"), at.range) }
  }

  private func parameters(_ evaluator: inout Evaluator) throws(Failure) -> [Parameter] {
    var parameters: [Parameter] = []
    let read = figure.expressions.flatMap(\.names)
    for clause in figure.over {
      let affected = evaluator.definitions.dependents(of: [clause.name])
      guard read.contains(where: { $0 == clause.name || affected.contains($0) }) else {
        throw failure(
          .overWithoutEffect(clause.name, ours: figure.depending(on: clause, in: statement)),
          clause.nameRange
        )
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
        values: figure.scale == .loglog ? range.valuesByFactor : range.values,
        isRange: true,
        isWhole: range.isWhole
      )
    case .vector(let vector) where vector.count > 0 && vector.isFinite:
      // The same value twice would be one line under another of the same name.
      var seen: Set<Extended> = []
      let values = vector.elements.filter { seen.insert($0).inserted }
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

  func formats() throws(Failure) -> [NumberFormat] {
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
    /// The numbers of a list: layers, steps of training, or indices.
    case list(PerLayer.Axis)
    case entries
    case parameter(Int)
    /// Nothing: each expression is one number.
    case nothing

    func words(_ names: [String]) -> String {
      switch self {
      case .list(let axis): axis.plural
      case .entries: "the entries of a vector"
      case .parameter(let index): names[index]
      case .nothing: "nothing"
      }
    }
  }

  struct Shape {
    var axis: Axis
    var parameters: [Parameter]
    /// The parameters that give one line per value.
    var lineParameters: [Int]
    /// Where the numbers of each expression come from, in a float format.
    var origins: [Origin]
    /// What each expression is in the first setting.
    var values: [Value]
    /// The parameter whose values are the runs of a band.
    var bandParameter: Int?
    /// The parameters of which not all values are drawn.
    var thinned: [Thinned] = []
  }

  /// The setting of the first sample.
  func first(_ parameters: [Parameter], _ formats: [NumberFormat]) -> Setting {
    Setting(overrides: parameters.map { ($0.name, $0.values[0]) }, format: formats.first)
  }

  /// Evaluates the expressions at the first sample to see what they run over.
  private func shape(
    _ courses: FigureCourses,
    _ parameters: [Parameter],
    _ formats: [NumberFormat],
    _ evaluator: inout Evaluator
  ) throws(Failure) -> Shape {
    var scope = scope(first(parameters, formats), &evaluator)
    let bytes = evaluator.meter.bytes
    var axis: Axis?
    var origins: [Origin] = []
    var values: [Value] = []
    for expression in figure.expressions {
      let value = try self.value(expression, &evaluator, in: &scope)
      values.append(value)
      origins.append(try origin(of: expression, value, scope, evaluator))
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
    let isList = if case .list = chosen { true } else { false }
    if !isList, let at = figure.layers.first {
      throw failure(.layersWithoutList, at.range)
    }
    var shape = Shape(
      axis: chosen,
      parameters: parameters,
      lineParameters: parameters.indices.filter { chosen != .parameter($0) },
      origins: origins,
      values: values
    )
    settleFamilies(&shape, courses, formats, in: evaluator.definitions)
    return shape
  }

  /// Where the numbers of an expression come from that was evaluated just now; refused where no
  /// network has computed them in the format that is asked for.
  func origin(
    of expression: Expression,
    _ value: Value,
    _ scope: Scope,
    _ evaluator: Evaluator
  ) throws(Failure) -> Origin {
    guard let format = scope.format else { return .exact }
    guard evaluator.origin != .exact else {
      throw failure(
        .notInFormat(
          caption(expression),
          format: format.name,
          rounded: value.allNumbers == nil ? nil : figure.rounded(in: statement.source)
        ),
        expression.range
      )
    }
    return evaluator.origin
  }

  func axis(
    of value: Value,
    _ expression: Expression,
    _ parameters: [Parameter]
  )
    throws(Failure) -> Axis
  {
    if case .text = value, takesWords {
      guard let index = parameters.indices.first else {
        throw failure(.oneText(figure.verb), expression.range)
      }
      return .parameter(parameters.indices.first { parameters[$0].isRange } ?? index)
    }
    switch value.rangeAsVector {
    case .layers(let list):
      guard list.elements.allSatisfy({ if case .number = $0 { true } else { false } }) else {
        throw failure(.cannotShow(verb: figure.verb, kind: value.kind), expression.range)
      }
      return .list(list.axis)
    case .vector(let vector):
      guard vector.count > 0 else { throw failure(.nothingToShow(figure.verb), expression.range) }
      return .entries
    case .number, .never:
      let ranges = parameters.indices.filter { parameters[$0].isRange }
      if ranges.count > 1 { throw failure(.twoRanges, figure.over[ranges[1]].nameRange) }
      if parameters.isEmpty, figure.verb.values.courses?.takesLoneNumbers == true {
        return .nothing
      }
      guard let index = ranges.first ?? parameters.indices.first else {
        throw failure(.oneNumber(figure.verb), expression.range)
      }
      return .parameter(index)
    case .truth, .text, .range, .matrix, .network, .function, .builtIn, .format, .initialization,
      .loss, .document, .record:
      throw failure(.cannotShow(verb: figure.verb, kind: value.kind), expression.range)
    }
  }
}
