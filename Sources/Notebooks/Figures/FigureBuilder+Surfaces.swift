import DeepNetworks
import Plotting
import TerminalText

// Figures that are no lines: surfaces, histograms, and networks drawn.
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
    let across = max(1, columns.count)
    var outside = Scope()
    try evaluator.eachPiece(
      across * rows.count,
      in: &outside,
      failing: { Failure($0, at: expression.range, in: statement.source) }
    ) { cell, evaluator, _ throws(Failure) in
      let place = [columns.isEmpty ? .zero : columns[cell % across], rows[cell / across]]
      let overrides = zip(parameters.map(\.name), place).map { ($0, $1) }
      var scope = scope(Setting(overrides: overrides, format: formats.first), &evaluator)
      return try evaluator.evaluate(expression, of: statement.source, in: &scope)
    } take: { _, value, before, meter throws(Failure) in
      guard surface.take(value) else {
        throw failure(.cannotShow(verb: .heatmap, kind: value.kind), expression.range)
      }
      meter.release(to: before)
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

  /// How often values come in each interval; several expressions or settings stand side by side.
  func histogram(
    _ parameters: [Parameter],
    _ formats: [NumberFormat],
    _ evaluator: inout Evaluator
  ) throws(Failure) -> FigureOutput {
    var settings = [Setting(overrides: [], format: nil)]
    for parameter in parameters {
      settings = settings.flatMap { setting in
        parameter.values.map {
          Setting(overrides: setting.overrides + [(parameter.name, $0)], format: nil)
        }
      }
    }
    if !formats.isEmpty {
      settings = settings.flatMap { setting in
        formats.map { Setting(overrides: setting.overrides, format: $0) }
      }
    }
    let count = settings.count * figure.expressions.count
    guard count <= Self.mostBeside else {
      throw failure(
        .tooManyLines(.histogram, count: count, limit: Self.mostBeside),
        figure.verbRange
      )
    }
    var figures: [Figure] = []
    for expression in figure.expressions {
      for setting in settings {
        var scope = scope(setting, &evaluator)
        let value = try evaluator.evaluate(expression, of: statement.source, in: &scope)
        guard let numbers = value.allNumbers, !numbers.isEmpty else {
          throw failure(.cannotShow(verb: .histogram, kind: value.kind), expression.range)
        }
        let parts =
          setting.overrides.map { "\($0.name) = \(Rendering.number($0.value, digits: 6))" }
          + (setting.format.map { [$0.name] } ?? [])
        let title = count == 1 ? figure.title.map { neutralised($0) } : nil
        figures.append(
          Figure(
            title: title ?? parts.joined(separator: ", "),
            kind: .histogram(numbers.map { Sample($0, in: setting.format) }),
            xLabel: caption(expression),
            xIsInteger: false,
            axis: figure.axis
          )
        )
      }
    }
    if figures.count == 1 { return FigureOutput(figure: figures[0], notes: []) }
    let title = figure.title.map { neutralised($0) } ?? ""
    return FigureOutput(figure: Figure(title: title, kind: .beside(figures)), notes: [])
  }

  static let mostBeside = 4

  /// A network as its layers, with the size of something in each, where a list of it is given.
  func drawing(_ evaluator: inout Evaluator) throws(Failure) -> FigureOutput {
    if let clause = figure.over.first { throw failure(.drawsOneNetwork, clause.nameRange) }
    var scope = Scope()
    if let format = figure.formats.first, let named = NumberFormat(name: format.name) {
      scope.format = named
    }
    let first = figure.expressions[0]
    let value = try evaluator.evaluate(first, of: statement.source, in: &scope)
    guard case .network(let network) = value else {
      throw failure(.drawsOneNetwork, first.range)
    }
    var signal: [Sample] = []
    var label = ""
    if figure.expressions.count > 1 {
      let second = figure.expressions[1]
      let list = try evaluator.evaluate(second, of: statement.source, in: &scope)
      guard case .layers(let layers) = list, layers.numbers.count == layers.elements.count else {
        throw failure(.cannotShow(verb: .draw, kind: list.kind), second.range)
      }
      label = caption(second)
      // A list from layer 1 on has nothing to say of the input.
      signal = Array(repeating: Sample.notANumber, count: max(0, layers.first))
      signal += layers.numbers.map { Sample($0, in: scope.format) }
    }
    let widths = (0...network.depth).map(network.width)
    return FigureOutput(
      figure: Figure(
        title: figure.title.map { neutralised($0) } ?? caption(first),
        kind: .network(NetworkDrawing(widths: widths, signal: signal, signalLabel: label))
      ),
      notes: []
    )
  }
}

/// The cells of a heatmap as they are worked out, row by row.
private struct Surface {
  let caption: String
  private let parameters: [FigureBuilder.Parameter]
  private var numbers: [Extended] = []
  private var lists: [PerLayer] = []
  private var matrix: Matrix?

  init(_ parameters: [FigureBuilder.Parameter], _ caption: String) {
    self.parameters = parameters
    self.caption = caption
  }

  /// Takes the value of a cell, or of a row of them; false where it is no number.
  mutating func take(_ value: Value) -> Bool {
    switch value {
    case .number(let number): numbers.append(number)
    case .never: numbers.append(.nan)
    case .vector(let vector) where vector.count == 1: numbers.append(vector[0])
    case .layers(let list) where list.numbers.count == list.elements.count: lists.append(list)
    case .matrix(let matrix): self.matrix = matrix
    case .truth, .text, .range, .vector, .network, .layers, .function, .builtIn, .format,
      .initialization, .loss, .document, .record:
      return false
    }
    return true
  }

  struct Result {
    var values: Heatmap
    var xLabel: String
    var xIsInteger: Bool
  }

  /// nil where what was taken has not two directions.
  func heatmap(_ format: NumberFormat?) -> Result? {
    switch parameters.count {
    case 2 where !numbers.isEmpty: numbersOverTwo(format)
    case 1 where !lists.isEmpty: layersOverOne(format)
    case 0: entries
    default: nil
    }
  }

  private func numbersOverTwo(_ format: NumberFormat?) -> Result? {
    let width = parameters[0].values.count
    let rows = stride(from: 0, to: numbers.count, by: width).map { start in
      numbers[start..<min(numbers.count, start + width)].map { Sample($0, in: format) }
    }
    return Result(
      values: Heatmap(
        x: parameters[0].values.map(\.double),
        y: parameters[1].values.map(\.double),
        yLabel: parameters[1].name,
        yIsInteger: parameters[1].isWhole,
        valueLabel: caption,
        values: rows
      ),
      xLabel: parameters[0].name,
      xIsInteger: parameters[0].isWhole
    )
  }

  private func layersOverOne(_ format: NumberFormat?) -> Result? {
    guard let first = lists.first, !first.elements.isEmpty,
      lists.allSatisfy({ $0.first == first.first && $0.last == first.last })
    else { return nil }
    return Result(
      values: Heatmap(
        x: (first.first...first.last).map(Double.init),
        y: parameters[0].values.map(\.double),
        yLabel: parameters[0].name,
        yIsInteger: parameters[0].isWhole,
        valueLabel: caption,
        values: lists.map { list in list.numbers.map { Sample($0, in: format) } }
      ),
      xLabel: first.axis.word,
      xIsInteger: true
    )
  }

  private var entries: Result? {
    guard let matrix else { return nil }
    return Result(
      values: Heatmap(
        x: (1...matrix.columns).map(Double.init),
        y: (1...matrix.rows).map(Double.init),
        yLabel: "row",
        yIsInteger: true,
        valueLabel: caption,
        values: (0..<matrix.rows).map { row in
          (0..<matrix.columns).map { Sample(matrix[row, $0]) }
        }
      ),
      xLabel: "column",
      xIsInteger: true
    )
  }
}

extension Value {
  /// All numbers in a value, in order; nil where something in it is no number.
  fileprivate var allNumbers: [Extended]? {
    switch rangeAsVector {
    case .number(let number): [number]
    case .vector(let vector): vector.elements
    case .matrix(let matrix):
      (0..<matrix.rows).flatMap { row in (0..<matrix.columns).map { matrix[row, $0] } }
    case .layers(let list):
      list.allNumbers
    case .truth, .text, .range, .network, .never, .function, .builtIn, .format, .initialization,
      .loss, .document, .record:
      nil
    }
  }
}

extension PerLayer {
  fileprivate var allNumbers: [Extended]? {
    var numbers: [Extended] = []
    for element in elements {
      guard let more = element.allNumbers else { return nil }
      numbers += more
    }
    return numbers
  }
}
