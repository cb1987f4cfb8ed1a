import DeepNetworks
import Plotting
import TerminalText

// The lines of a figure: which there are, and their samples.
extension FigureBuilder {
  /// One line to be: an expression in a setting.
  struct PlannedLine {
    var expression: Expression
    var setting: Setting
    var origin: Origin
    var name: String

    /// The line with its samples, where they come from what the first one did.
    func made(x: [Extended], runs: [[Extended]]) -> Line {
      Line(name: name, format: setting.format, origin: origin, x: x, runs: runs)
    }
  }

  func lines(
    _ courses: FigureCourses,
    _ shape: Shape,
    _ formats: [NumberFormat]
  )
    throws(Failure) -> [PlannedLine]
  {
    var settings: [Setting] = [Setting(overrides: [], format: nil)]
    let limit = Self.most(courses)
    let others = max(1, formats.count) * figure.expressions.count
    let count = shape.lineParameters.reduce(others) { $0 * shape.parameters[$1].values.count }
    if count > limit {
      let surplus = figure.expressions.count > limit ? figure.expressions[limit].range : nil
      throw failure(
        .tooManyLines(figure.verb, count: count, limit: limit),
        surplus ?? figure.formats.last?.range ?? figure.verbRange
      )
    }
    for index in shape.lineParameters {
      let parameter = shape.parameters[index]
      settings = settings.flatMap { setting in
        parameter.values.map { value in
          Setting(overrides: setting.overrides + [(parameter.name, value)], format: nil)
        }
      }
    }
    if !formats.isEmpty {
      settings = settings.flatMap { setting in
        formats.map { Setting(overrides: setting.overrides, format: $0) }
      }
    }
    return zip(figure.expressions, shape.origins).flatMap { expression, origin in
      settings.map { setting in
        PlannedLine(
          expression: expression,
          setting: setting,
          origin: origin,
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

  /// A line with its samples, or a band with the samples of each of its runs.
  struct Line {
    var name: String
    var format: NumberFormat?
    var origin: Origin
    var x: [Extended]
    /// Of a line one.
    var runs: [[Extended]]
    /// By place, what is said where there is no number.
    var words: [Int: String] = [:]
    /// Where rounding holds its values; nil where it doesn't.
    var still: Still?

    /// What its numbers were stored in; what is computed of them was in none.
    var stored: StoredFormat? { origin.stored(in: format) }

    /// The samples of a line.
    var y: [Extended] { runs.first ?? [] }

    /// The same at some of its places.
    func at(_ places: [Int]) -> Line {
      var part = self
      part.x = places.filter(x.indices.contains).map { x[$0] }
      part.runs = runs.map { run in places.filter(run.indices.contains).map { run[$0] } }
      let kept = places.filter(x.indices.contains)
      part.words = [:]
      for (index, place) in kept.enumerated() { part.words[index] = words[place] }
      return part
    }

    /// The first place at which a sample of any run is so.
    func first(where condition: (Extended) -> Bool) -> Int? {
      runs.compactMap { $0.firstIndex(where: condition) }.min()
    }
  }

  func scope(_ setting: Setting, _ evaluator: inout Evaluator) -> Scope {
    let overrides = Dictionary(
      setting.overrides.map { ($0.name, Value.number($0.value)) },
      uniquingKeysWith: { $1 }
    )
    var scope = Scope(overrides: overrides, format: setting.format, affected: affected)
    scope.isPlain =
      setting.format == nil
      && setting.overrides.allSatisfy {
        evaluator.definitions[$0.name]?.isNumeral(of: $0.value) == true
      }
    return scope
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

  func lines(
    _ planned: [PlannedLine],
    _ shape: Shape,
    like piece: Meter.Piece,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> [Line] {
    if let band = shape.bandParameter {
      return try each(planned, &evaluator) { line, left, evaluator throws(Failure) in
        try self.band(line, shape, over: shape.parameters[band], lines: left, &evaluator)
      }
    }
    if case .parameter(let index) = shape.axis {
      return try each(planned, &evaluator) { line, _, evaluator throws(Failure) in
        try self.line(line, over: shape.parameters[index], &evaluator)
      }
    }
    var lines = try lists(planned, shape, like: piece, &evaluator)
    guard case .list(.layer) = shape.axis else { return lines }
    for index in lines.indices {
      lines[index].still = try still(lines[index], planned[index], &evaluator)
    }
    return lines
  }

  /// Line after line; `body` is told how many are left.
  private func each(
    _ planned: [PlannedLine],
    _ evaluator: inout Evaluator,
    _ body: (PlannedLine, Int, inout Evaluator) throws(Failure) -> Line
  ) throws(Failure) -> [Line] {
    var lines: [Line] = []
    for (index, line) in planned.enumerated() {
      evaluator.meter.enter(part: index, of: planned.count)
      lines.append(try body(line, planned.count - index, &evaluator))
    }
    return lines
  }

  /// Lines of lists or vectors, each from one value.
  private func lists(
    _ planned: [PlannedLine],
    _ shape: Shape,
    like piece: Meter.Piece,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> [Line] {
    var lines: [Line] = []
    var like = piece
    like.operations /= Double(figure.expressions.count)
    evaluator.meter.stage = evaluator.meter.whole
    let settings = max(1, planned.count / figure.expressions.count)
    var outside = Scope()
    try evaluator.eachPiece(
      planned.count,
      estimate: like,
      in: &outside,
      failing: { Failure($0, at: figure.verbRange, in: statement.source) }
    ) { index, evaluator, _ throws(Failure) in
      let (number, place) = index.quotientAndRemainder(dividingBy: settings)
      if place == 0 {
        return try known(shape.values[number], of: planned[index], &evaluator.meter)
      }
      var scope = scope(planned[index].setting, &evaluator)
      return try self.value(planned[index].expression, &evaluator, in: &scope)
    } take: { index, found, _, meter throws(Failure) in
      var line = planned[index]
      try spend(samples: Int(found.value.extent.entries), of: line, &meter)
      let (x, y) = samples(of: found.value)
      // What is known already comes from where the shape was told.
      if index % settings > 0 { line.origin = found.origin }
      lines.append(line.made(x: x, runs: [y]))
    }
    return lines
  }

  /// A value that is worked out already; only what it holds is counted.
  private func known(
    _ value: Value,
    of line: PlannedLine,
    _ meter: inout Meter
  ) throws(Failure) -> Value {
    do throws(Problem) {
      try meter.spend(operations: 0, bytes: value.extent.bytes)
    } catch {
      throw Failure(error, at: line.expression.range, in: statement.source)
    }
    return value
  }

  /// A line of numbers, one for each value of a parameter.
  private func line(
    _ line: PlannedLine,
    over parameter: Parameter,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> Line {
    try spend(samples: parameter.values.count, of: line, &evaluator.meter)
    var numbers: [Extended] = []
    var words: [Int: String] = [:]
    var made = line.made(x: parameter.values, runs: [])
    try each(parameter, line, lines: 1, &evaluator) { value, origin throws(Failure) in
      made.origin = made.origin.with(origin)
      words[numbers.count] = word(value)
      let isWord = words[numbers.count] != nil
      guard let y = isWord ? .nan : Self.number(value) else {
        throw failure(
          .cannotShow(verb: figure.verb, kind: value.kind),
          line.expression.range
        )
      }
      numbers.append(y)
      return 0
    }
    made.runs = [numbers]
    made.words = words
    return made
  }

  /// A band: the line at each value of a parameter.
  private func band(
    _ line: PlannedLine,
    _ shape: Shape,
    over parameter: Parameter,
    lines: Int,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> Line {
    var result = line.made(x: [], runs: [])
    result.runs.reserveCapacity(parameter.values.count)
    try each(parameter, line, lines: lines, &evaluator) { value, origin throws(Failure) in
      result.origin = result.origin.with(origin)
      let found = try axis(of: value, line.expression, shape.parameters)
      guard found == shape.axis else {
        let names = shape.parameters.map(\.name)
        throw failure(
          .mixedAxes(first: shape.axis.words(names), other: found.words(names)),
          line.expression.range
        )
      }
      let (x, y) = samples(of: value)
      if x.count > result.x.count { result.x = x }
      result.runs.append(y)
      return y.count
    }
    return result
  }

  /// Works a line out at each value of a parameter; `take` says how many samples it keeps of one.
  ///
  /// The first value tells what the others will take, in so many lines, before they take it.
  private func each(
    _ parameter: Parameter,
    _ line: PlannedLine,
    lines: Int,
    _ evaluator: inout Evaluator,
    _ take: (Value, Origin) throws(Failure) -> Int
  ) throws(Failure) {
    let values = parameter.values
    var began = (evaluator.meter.operations, evaluator.meter.shared?.operations ?? 0)
    var outside = Scope()
    try evaluator.eachPiece(
      values.count,
      in: &outside,
      failing: { Failure($0, at: line.expression.range, in: statement.source) }
    ) { offset, evaluator, _ throws(Failure) in
      var setting = line.setting
      setting.overrides.append((parameter.name, values[offset]))
      var scope = scope(setting, &evaluator)
      return try self.value(line.expression, &evaluator, in: &scope)
    } take: { offset, found, before, meter throws(Failure) in
      let kept = try take(found.value, found.origin)
      meter.release(to: before)
      if kept > 0 { try spend(samples: kept, of: line, &meter) }
      guard offset < 2 else { return }
      let now = (meter.operations, meter.shared?.operations ?? 0)
      let shared = now.1 - began.1
      // What the first takes of what is shared says nothing about the others.
      let each = now.0 - began.0 - (offset == 0 ? shared : 0)
      began = now
      guard offset == 0 || shared > 0 else { return }
      let others = Double(values.count * lines - 1 - offset)
      do throws(Problem) {
        try meter.foresee(
          operations: each * others,
          bytes: Self.bytesPerSample * Double(kept) * others
        )
      } catch {
        throw Failure(error, at: line.expression.range, in: statement.source)
      }
    }
  }

  /// Whether a word may stand for a number: in a table.
  var takesWords: Bool { figure.verb.values.courses?.manner == .listed }

  /// What stands for a number: in a table a text, anywhere why there is no number.
  private func word(_ value: Value) -> String? {
    if case .never(let never) = value { return never.word }
    if takesWords, case .text(let text) = value { return text }
    return nil
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
