import DeepNetworks
import Lessons
import Notebooks

extension Draw.Domain {
  /// All values in order, as texts of the cell language.
  var texts: [String] {
    switch self {
    case .oneOf(let numbers): return numbers.map(\.text)
    case .range(let from, let through, let step):
      let lower = Extended(decimal: from.text) ?? .zero
      let upper = Extended(decimal: through.text) ?? .zero
      let whole = from.isInteger && through.isInteger
      let width =
        step.flatMap { Extended(decimal: $0.text) } ?? (whole ? .one : (upper - lower) / 100)
      guard !width.isZero, let count = ((upper - lower) / width + Extended(1e-6)).floor().integer,
        count >= 0
      else { return [from.text] }
      return (0...min(count, 10_000)).map { Rendering.number(lower + width * Extended($0)) }
    }
  }
}
