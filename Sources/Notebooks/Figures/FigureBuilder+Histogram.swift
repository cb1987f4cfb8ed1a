import DeepNetworks
import Plotting
import TerminalText

// Histograms, one or several beside each other.
extension FigureBuilder {
  /// How often values come in each interval; several expressions or settings stand side by side.
  func histogram(
    _ make: ([Sample]) -> Figure.Kind,
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
        .tooManyLines(figure.verb, count: count, limit: Self.mostBeside),
        figure.verbRange
      )
    }
    var figures: [Figure] = []
    for expression in figure.expressions {
      for setting in settings {
        var scope = scope(setting, &evaluator)
        let value = try evaluator.evaluate(expression, of: statement.source, in: &scope)
        let origin = try origin(of: expression, value, scope, evaluator)
        guard let numbers = value.allNumbers, !numbers.isEmpty else {
          throw failure(.cannotShow(verb: figure.verb, kind: value.kind), expression.range)
        }
        let parts =
          setting.overrides.map { "\($0.name) = \(Rendering.number($0.value, digits: 6))" }
          + (setting.format.map { [$0.name] } ?? [])
        let title = count == 1 ? figure.title.map { neutralised($0) } : nil
        figures.append(
          Figure(
            title: title ?? parts.joined(separator: ", "),
            kind: make(numbers.map { Sample($0, in: origin.stored(in: setting.format)) }),
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
}

extension Value {
  /// All numbers in a value, in order; nil where something in it is no number.
  var allNumbers: [Extended]? {
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
