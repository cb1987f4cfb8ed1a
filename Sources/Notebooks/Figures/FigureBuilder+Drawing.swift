import DeepNetworks
import Plotting
import TerminalText

// Networks drawn.
extension FigureBuilder {
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
