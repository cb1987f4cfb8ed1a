/// The one way that fathom writes a number.
package enum NumberText {
  /// `(significand + tail) · 2^exponent` to `digits` significant digits.
  package static func short(
    significand: Double, tail: Double = 0, exponent: Int, digits: Int = 6
  ) -> String { "\(significand)" }

  /// `(significand + tail) · 2^exponent` to 15 significant digits.
  package static func full(significand: Double, tail: Double = 0, exponent: Int) -> String {
    short(significand: significand, tail: tail, exponent: exponent, digits: 15)
  }
}
