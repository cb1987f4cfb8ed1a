import DeepNetworks
import Lessons

/// An answer that is spelt with fewer digits than its tolerance takes.
struct TypedDigits: Sendable, Hashable {
  let text: String
  /// The significant digits that it has, and that it needs.
  let count: Int
  let needed: Int

  /// nil where the digits are enough, or the answer is more than one numeral, or a whole number,
  /// which has all of its digits.
  init?(_ text: String, for tolerance: Tolerance) {
    // Without a point or an exponent it is a whole number.
    guard text.utf8.contains(where: { ".eE".utf8.contains($0) }) else { return nil }
    let written = text.filter { !$0.isWhitespace }
    guard let value = Extended(decimal: written), !value.isZero else { return nil }
    let parts = written.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard let mantissa = parts.first, parts.count == 2 || mantissa.contains(".") else { return nil }
    let digits = mantissa.filter(\.isNumber).drop { $0 == "0" }
    guard !digits.isEmpty, digits.count <= Self.most else { return nil }
    let first = Self.leading(Array(digits))
    func suffices(_ count: Int) -> Bool {
      Self.isEnough(count, leading: first, value: value, tolerance)
    }
    guard !suffices(digits.count),
      let needed = (digits.count...Self.most).first(where: suffices)
    else { return nil }
    (self.text, count, self.needed) = (text, digits.count, needed)
  }

  /// Whether a numeral is what a key becomes when it is rounded to the numeral's digits.
  ///
  /// Zeros at the end may be digits or not.
  static func isRounded(_ text: String, _ given: Extended, from key: Extended) -> Bool {
    guard (given - key).abs() <= key.abs() * Extended(0.05) else { return false }
    let written = text.filter { !$0.isWhitespace }
    guard Extended(decimal: written) != nil,
      let mantissa = written.lowercased().split(separator: "e").first
    else { return false }
    let digits = Array(mantissa.filter(\.isNumber).drop { $0 == "0" })
    let zeros = digits.reversed().prefix { $0 == "0" }.count
    guard (1...most).contains(digits.count), zeros < digits.count else { return false }
    return ((digits.count - zeros)...digits.count).contains { count in
      given.decimalDigits(count) == key.decimalDigits(count)
    }
  }

  private static let most = 15
  /// A rounded number is off by half a unit at most, and by half of that as a rule.
  private static let room = 2.0

  /// The digits as a number from 1 to 10.
  private static func leading(_ digits: [Character]) -> Double {
    digits.reversed().reduce(0) { Double($1.wholeNumberValue ?? 0) + $0 / 10 }
  }

  /// Whether half a unit of the last digit stays as a rule within the tolerance.
  private static func isEnough(
    _ count: Int,
    leading: Double,
    value: Extended,
    _ tolerance: Tolerance
  ) -> Bool {
    var unit = 1.0
    for _ in 1..<max(1, count) { unit /= 10 }
    let relative = 0.5 * unit / leading
    switch tolerance {
    case .relative(let number): return relative <= room * number.value
    case .decades(let number): return relative <= room * 2.302585092994046 * number.value
    case .significant(let digits): return count >= digits
    case .absolute(let number):
      return (value.abs() * Extended(relative)) <= number.extended * Extended(room)
    // No spelling with a point is exact by its digits.
    case .exact: return true
    }
  }
}
