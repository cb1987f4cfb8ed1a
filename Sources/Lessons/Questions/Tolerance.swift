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
