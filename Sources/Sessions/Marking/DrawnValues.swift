import DeepNetworks
import Lessons
import Notebooks

/// The values of a drawn parameter, in order, as texts of the cell language: one is written when it is asked for.
struct DrawnValues {
  private enum Kind {
    case listed([Number])
    case steps(from: Extended, by: Extended)
  }

  private let kind: Kind
  let count: Int

  init(_ domain: Draw.Domain) {
    switch domain {
    case .oneOf(let numbers): (kind, count) = (.listed(numbers), numbers.count)
    case .range(let from, let through, let step):
      let lower = Extended(decimal: from.text) ?? .zero
      let upper = Extended(decimal: through.text) ?? .zero
      let whole = from.isInteger && through.isInteger
      let width =
        step.flatMap { Extended(decimal: $0.text) } ?? (whole ? .one : (upper - lower) / 100)
      guard !width.isZero, let last = ((upper - lower) / width + Extended(1e-6)).floor().integer,
        last >= 0
      else {
        (kind, count) = (.listed([from]), 1)
        return
      }
      (kind, count) = (.steps(from: lower, by: width), min(last, Self.most) + 1)
    }
  }

  private static let most = 10_000

  subscript(index: Int) -> String {
    switch kind {
    case .listed(let numbers): numbers[index].text
    case .steps(let lower, let width): Rendering.number(lower + width * Extended(index))
    }
  }
}
