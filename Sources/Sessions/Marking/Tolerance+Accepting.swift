import DeepNetworks
import Lessons
import Notebooks
import TerminalText

extension Tolerance {
  /// Whether an answer is near enough to the key.
  ///
  /// Zero is near only to zero, unless `abs` says so.
  package func accepts(_ answer: Extended, key: Extended) -> Bool {
    guard answer.isFinite, key.isFinite else { return false }
    switch self {
    case .relative(let number):
      guard !key.isZero else { return answer.isZero }
      return number.spans((answer - key).abs(), of: key.abs())
    case .decades(let number):
      guard !key.isZero else { return answer.isZero }
      guard !answer.isZero, answer.isNegative == key.isNegative else { return false }
      return (answer.abs().log10() - key.abs().log10()).abs() <= number.extended
    case .significant(let digits):
      return answer.decimalDigits(digits) == key.decimalDigits(digits)
    case .exact:
      // Both are computed in 106 bits; what differs only in the last of them is the same number.
      return answer == key || (!key.isZero && (answer - key).abs() <= key.abs() * Extended(1e-28))
    case .absolute(let number): return number.spans((answer - key).abs(), of: .one)
    }
  }

  /// The same with twice the room: what a wrong answer must stay out of.
  func acceptsDoubled(_ answer: Extended, key: Extended) -> Bool {
    switch self {
    case .relative(let number):
      accepts(answer, key: key) || (answer - key).abs() <= number.extended * 2 * key.abs()
    case .decades(let number):
      accepts(answer, key: key)
        || (!answer.isZero && !key.isZero && answer.isNegative == key.isNegative
          && (answer.abs().log10() - key.abs().log10()).abs() <= number.extended * 2)
    case .significant(let digits):
      digits > 1
        ? Tolerance.significant(digits - 1).accepts(answer, key: key) : accepts(answer, key: key)
    case .exact: accepts(answer, key: key)
    case .absolute(let number): (answer - key).abs() <= number.extended * 2
    }
  }

  /// The rule as the learner reads it.
  package var words: String {
    switch self {
    case .relative(let number):
      "right within \(Rendering.number(number.extended * 100)) %"
    case .decades(let number):
      "right within a factor of about \(NumberText.short((number.extended * .init(2.302585092994046)).exponential, digits: 3))"
    case .significant(let digits):
      "right to \(digits) significant \(digits == 1 ? "digit" : "digits")"
    case .exact: "the exact value is asked"
    case .absolute(let number): "right within \(number.text)"
    }
  }
}

extension Number {
  /// The number exactly as it was written.
  var extended: Extended { Extended(decimal: text) ?? Extended(value) }

  /// Whether a distance is at most this share of a size.
  ///
  /// The share as a double is right to its last bit, which most distances are far from; only near it
  /// the digits are read.
  fileprivate func spans(_ distance: Extended, of size: Extended) -> Bool {
    let about = Extended(value) * size
    if value.isNormal, !about.isZero {
      if distance <= about * Self.surely { return true }
      if distance > about * Self.hardly { return false }
    }
    return distance <= extended * size
  }

  private static let surely = Extended(1 - 1e-12)
  private static let hardly = Extended(1 + 1e-12)
}

extension Extended {
  fileprivate var exponential: Double {
    do { return try exp().double } catch { return .infinity }
  }
}
