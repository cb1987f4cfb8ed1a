/// How near an answer must come; printed with the question.
package enum Tolerance: Sendable, Hashable {
  /// |a − k| ≤ r·|k|.
  case relative(Number)
  /// |log10 |a| − log10 |k|| ≤ d and the same sign.
  case decades(Number)
  /// The same value when both are rounded to so many significant digits.
  case significant(Int)
  case exact
  /// |a − k| ≤ d. Never by default: it accepts 0 for anything small.
  case absolute(Number)

  /// As the format writes it: `rel 1e-3`.
  package var text: String {
    switch self {
    case .relative(let number): "rel \(number.text)"
    case .decades(let number): "log10 \(number.text)"
    case .significant(let digits): "sig \(digits)"
    case .exact: "exact"
    case .absolute(let number): "abs \(number.text)"
    }
  }
}

extension Tolerance {
  /// Reads `rel 1e-3`, `log10 0.05`, `sig 3`, `exact`, `abs 0.1`.
  init?(_ text: Located<String>) {
    let words = text.value.split(separator: " ").map(String.init)
    if words == ["exact"] {
      self = .exact
      return
    }
    guard words.count == 2, let number = Number(words[1], at: text.position, offset: 0),
      number.value > 0
    else { return nil }
    switch words[0] {
    case "rel" where number.value < 1: self = .relative(number)
    case "log10" where number.value <= 10: self = .decades(number)
    case "abs": self = .absolute(number)
    case "sig":
      guard let digits = Int(words[1]), (1...15).contains(digits) else { return nil }
      self = .significant(digits)
    default: return nil
    }
  }
}
