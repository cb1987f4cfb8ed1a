import DeepNetworks
import Plotting
import TerminalText

// Networks drawn.
extension FigureBuilder {
  /// A network as its layers, with the size of something in each, where a list of it is given.
  func drawing(
    _ make: (NetworkDrawing) -> Figure.Kind,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> FigureOutput {
    if let clause = figure.over.first { throw failure(.drawsOneNetwork, clause.nameRange) }
    if figure.expressions.count > 2 { throw failure(.drawsOneList, figure.expressions[2].range) }
    if figure.formats.count > 1 { throw failure(.drawsOneList, figure.formats[1].range) }
    var scope = Scope()
    scope.format = try formats().first
    let first = figure.expressions[0]
    let value = try evaluator.evaluate(first, of: statement.source, in: &scope)
    guard case .network(let network) = value else {
      throw failure(.drawsOneNetwork, first.range)
    }
    var drawing = NetworkDrawing(widths: (0...network.depth).map(network.width))
    drawing.links = try links(of: network, &evaluator)
    if figure.expressions.count > 1 {
      try add(figure.expressions[1], to: &drawing, &scope, &evaluator)
    }
    return FigureOutput(
      figure: Figure(
        title: figure.title.map { neutralised($0) } ?? caption(first),
        kind: make(drawing)
      ),
      notes: []
    )
  }

  /// The widest layers whose weights are looked at for those that are 0.
  private static let widest = 64
  /// So many layers from each end may be seen one by one.
  private static let shownLayers = 16

  /// Which units are connected, of the layers that may be seen one by one.
  private func links(
    of network: Network,
    _ evaluator: inout Evaluator
  ) throws(Failure) -> [NetworkDrawing.Links] {
    var links = Array(repeating: NetworkDrawing.Links.all, count: network.depth)
    for layer in 1...network.depth
    where layer <= Self.shownLayers || layer > network.depth - Self.shownLayers {
      let (rows, columns) = (network.width(of: layer), network.width(of: layer - 1))
      guard max(rows, columns) <= Self.widest else { continue }
      do throws(Problem) {
        try evaluator.meter.spend(entries: Double(rows * columns))
      } catch {
        throw Failure(error, at: figure.verbRange, in: statement.source)
      }
      let matrix = network.weights(layer)
      let pattern = (0..<rows).flatMap { row in
        (0..<columns).map { !matrix[row, $0].isZero }
      }
      let isParallel =
        rows == columns
        && pattern.indices.allSatisfy { pattern[$0] == ($0 / columns == $0 % columns) }
      links[layer - 1] = isParallel ? .parallel : pattern.contains(false) ? .some(pattern) : .all
    }
    return links
  }

  private func add(
    _ expression: Expression,
    to drawing: inout NetworkDrawing,
    _ scope: inout Scope,
    _ evaluator: inout Evaluator
  ) throws(Failure) {
    let value = try evaluator.evaluate(expression, of: statement.source, in: &scope)
    guard case .layers(let list) = value, list.axis == .layer,
      list.numbers.count == list.elements.count
    else {
      throw failure(.cannotShow(verb: figure.verb, kind: value.kind), expression.range)
    }
    let depth = drawing.widths.count - 1
    guard 0...1 ~= list.first, list.last == depth else {
      throw failure(.listOfOtherNetwork(layers: value.kind, depth: depth), expression.range)
    }
    let origin = try origin(of: expression, value, scope, evaluator)
    drawing.signalLabel = caption(expression)
    // A list from layer 1 on has nothing to say of the input.
    drawing.signalStart = list.first
    drawing.signal = Array(repeating: Sample.notANumber, count: list.first)
    drawing.signal += list.numbers.map { Sample($0, in: origin.stored(in: scope.format)) }
  }
}
