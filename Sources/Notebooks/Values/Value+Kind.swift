import DeepNetworks
import TerminalText

extension Value {
  /// What it is, in words, with its size: "a vector of 2", "a matrix of 2 × 2".
  package var kind: String {
    switch self {
    case .number: "a number"
    case .truth: "a truth value"
    case .text: "a text"
    case .range(let range): "a range of \(range.count) numbers"
    case .vector(let vector): "a vector of \(vector.count)"
    case .matrix(let matrix): "a matrix of \(matrix.rows) × \(matrix.columns)"
    case .network(let network):
      "a network of \(network.depth) \(network.depth == 1 ? "layer" : "layers")"
    case .layers(let list): list.kind
    case .never(let never): never.kind
    case .function: "a function"
    case .builtIn(let function): "the function \(function.name)"
    case .format: "a number format"
    case .initialization: "an initialisation"
    case .loss: "a loss"
    case .document: "a text of several lines"
    case .record(let record): record.kind
    }
  }
}

extension PerLayer {
  var kind: String {
    let what = elements.first.map(\.plural) ?? "values"
    return "a list of \(what) for \(axis.plural) \(first) to \(last)"
  }
}

extension Value {
  fileprivate var plural: String {
    if case .number = self { return "numbers" }
    if case .vector = self { return "vectors" }
    if case .matrix = self { return "matrices" }
    return "values"
  }
}
