/// One value to be drawn: `(significand + tail) · 2^exponent`, zero, an infinity or no number.
///
/// Values far beyond Double are ordinary here: 1.5^9999 = 5.45129e1760 is `1.07… · 2^5848`. What is stored
/// is normalised (1 ≤ |significand| < 2), so equal values are equal samples.
package struct Sample: Sendable, Hashable {
  /// What a value is, apart from its size.
  package enum Kind: Sendable, Hashable {
    case notANumber, negativeInfinity, negative, zero, positive, positiveInfinity
  }

  package let kind: Kind
  package let significand: Double
  package let tail: Double
  package let exponent: Int
  /// Whether the number format that the value comes from has lost digits of it.
  package var isSubnormal: Bool
  /// What a table says in place of a number that there is none of.
  package var word: String?

  /// The sample `(significand + tail) · 2^exponent`; the significand may be zero, infinite or not a number; a
  /// tail that is not small beside it, by 50 bits, is none.
  package init(
    significand: Double,
    tail: Double = 0,
    exponent: Int,
    isSubnormal: Bool = false
  ) {
    self.isSubnormal = isSubnormal
    guard significand.isFinite, significand != 0 else {
      self.significand = 0
      self.tail = 0
      self.exponent = 0
      kind =
        significand.isNaN
        ? .notANumber
        : significand == 0 ? .zero : significand < 0 ? .negativeInfinity : .positiveInfinity
      return
    }
    let shift = Int(significand.exponent)
    self.significand = Double(
      sign: significand.sign,
      exponent: 0,
      significand: significand.significand
    )
    let rest = Double(sign: .plus, exponent: -shift, significand: tail)
    self.tail = abs(rest) < 0x1p-50 ? rest : 0
    // Cut before and after the sum, which must neither overflow nor be cut anew when it is given again.
    let most = Sample.largestExponent
    self.exponent = min(max(min(max(exponent, -2 * most), 2 * most) + shift, -most), most)
    kind = significand < 0 ? .negative : .positive
  }

  /// The sample of a Double.
  package init(_ value: Double) {
    self.init(significand: value, exponent: 0)
  }

  /// The same value with the other sign; of a number that is not finite itself.
  var negated: Sample {
    switch kind {
    case .negative: Sample(.positive, self)
    case .positive: Sample(.negative, self)
    case .notANumber, .zero, .negativeInfinity, .positiveInfinity: self
    }
  }

  /// The opposite of a normalised sample is normalised.
  private init(_ kind: Kind, _ opposite: Sample) {
    self.kind = kind
    significand = -opposite.significand
    tail = -opposite.tail
    exponent = opposite.exponent
    isSubnormal = opposite.isSubnormal
  }

  /// Beyond it exponents are cut; far more than any engine gives.
  private static let largestExponent = 1 << 44

  package static let zero = Sample(0)
  package static let infinity = Sample(.infinity)
  package static let notANumber = Sample(.nan)

  package var isFinite: Bool {
    switch kind {
    case .negative, .zero, .positive: true
    case .notANumber, .negativeInfinity, .positiveInfinity: false
    }
  }
}
