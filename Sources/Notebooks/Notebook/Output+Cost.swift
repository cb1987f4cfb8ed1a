import DeepNetworks
import Plotting
import TerminalText

extension Meter {
  /// Taking up a statement, and handing on what it shows.
  static let perStatement = 3e4
  /// Reading a letter of a statement: tokens, names, the tree.
  static let perLetter = 2000.0
  /// A number with its digits, where it is shown.
  static let perNumber = 2e4
  /// A letter of a text that is laid out.
  static let perShownLetter = 1000.0
  /// A line of words that is shown.
  static let perLine = 3e4
}

extension Output {
  /// About how many operations laying it out takes; a definition's value is told in a line at most.
  var operations: Double {
    switch self {
    case .value(_, .some): 0
    case .value(let value, nil): value.layout
    case .figure(let output): output.figure.operations
    case .help(let text): Meter.perShownLetter * Double(text.plain.utf8.count)
    }
  }
}

extension Value {
  /// About how many operations it takes to write it, as `Rendering` does: of what is large a part.
  fileprivate var layout: Double {
    switch self {
    case .number: Meter.perNumber
    case .vector(let vector): Meter.perNumber * Double(vector.count > 12 ? 10 : vector.count)
    case .matrix(.scaledIdentity): Meter.perNumber
    case .matrix(let matrix): Meter.perNumber * Double(min(matrix.rows, 8) * min(matrix.columns, 8))
    case .layers(let list): list.layout
    case .network: 4 * Meter.perLine
    case .record(let record): Meter.perLine * Double(1 + 2 * record.fields.count)
    case .document(let text): Meter.perShownLetter * Double(text.plain.utf8.count)
    case .truth, .text, .range, .never, .function, .builtIn, .format, .initialization, .loss:
      Meter.perLine
    }
  }
}

extension PerLayer {
  /// At most ten layers are shown.
  fileprivate var layout: Double {
    elements.prefix(10).reduce(0) { $0 + Meter.perLine + $1.layout }
  }
}
