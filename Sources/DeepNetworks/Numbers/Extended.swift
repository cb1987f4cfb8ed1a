/// A number whose exponent does not overflow: `(hi + lo) · 2^exponent`.
///
/// ```
/// value = (hi + lo) · 2^exponent,  1 ≤ |hi| < 2,  |lo| ≤ 2^-53
/// ```
/// About 106 significant bits. Zero is (0, 0, 0); there is no negative zero. Infinity and nan occur
/// only where a real float format produced them or where an operation has no result (1/0, ln −1):
/// arithmetic never traps.
///
/// *Domain*: results are kept with exponents to about ±2^60; those beyond ±2^40 are refused by
/// `checked()`.
package struct Extended: Sendable, Hashable {
  package let hi: Double
  package let lo: Double
  package let exponent: Int

  /// The largest size of an exponent that `checked()` lets pass.
  package static let exponentLimit = 1 << 40

  /// A power of ten that is no less than 2^-2^40, in digits.
  package static let leastText = "1e-330985980541"

  /// Beyond this size an exponent stays where it is, so that sums of exponents cannot overflow.
  static let exponentBound = 1 << 60

  /// Takes the parts as they are; they must be canonical.
  @inline(__always)
  init(canonicalHi hi: Double, lo: Double, exponent: Int) {
    self.hi = hi
    self.lo = lo
    self.exponent = exponent
  }

  /// (hi + lo) · 2^exponent in canonical form, for any |lo| ≤ |hi|.
  init(hi: Double, lo: Double, exponent: Int) {
    let value = DoubleDouble.orderedSum(hi, lo)
    guard value.hi.isFinite else {
      self.init(canonicalHi: hi.isFinite ? value.hi : hi, lo: 0, exponent: 0)
      return
    }
    guard value.hi != 0 else {
      self.init(canonicalHi: 0, lo: 0, exponent: 0)
      return
    }
    let shift = Int(value.hi.exponent)
    let unit = shift == 0 ? value : value.scaled(-shift)
    self.init(
      canonicalHi: unit.hi,
      lo: unit.lo,
      exponent: Extended.bounded(exponent + shift)
    )
  }

  /// The exponent, or the bound that it must not pass.
  @inline(__always)
  static func bounded(_ exponent: Int) -> Int {
    min(max(exponent, -exponentBound), exponentBound)
  }

  init(_ value: DoubleDouble, exponent: Int = 0) {
    self.init(hi: value.hi, lo: value.lo, exponent: exponent)
  }

  /// The double's value, exactly.
  package init(_ value: Double) {
    self.init(hi: value, lo: 0, exponent: 0)
  }

  /// The integer's value, exactly.
  package init(_ value: Int) {
    let size = UInt128(high: 0, low: UInt64(value.magnitude)).doubleDouble
    self.init(value < 0 ? -size : size)
  }

  package static let zero = Extended(0.0)
  package static let one = Extended(1.0)
  package static let infinity = Extended(Double.infinity)
  package static let nan = Extended(Double.nan)
  package static let pi = Extended(
    hi: 3.141592653589793,
    lo: 1.2246467991473532e-16,
    exponent: 0
  )
  package static let e = Extended(
    hi: 2.718281828459045,
    lo: 1.4456468917292502e-16,
    exponent: 0
  )
}

extension Extended: ExpressibleByIntegerLiteral {
  /// An integer literal, exactly.
  package init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension Extended {
  package var isZero: Bool { hi == 0 }
  package var isFinite: Bool { hi.isFinite }
  package var isNaN: Bool { hi.isNaN }
  package var isInfinite: Bool { hi.isInfinite }

  /// Whether the value is below zero (false for nan).
  package var isNegative: Bool { hi < 0 }

  /// The significand hi + lo.
  @inline(__always)
  var significand: DoubleDouble { DoubleDouble(hi: hi, lo: lo) }

  /// The value itself, or the error that names a size beyond 2^±2^40.
  ///
  /// *Throws*: `ExtendedRangeError`.
  package func checked() throws(ExtendedRangeError) -> Extended {
    if exponent > Extended.exponentLimit { throw .tooLarge(exponent: exponent) }
    if exponent < -Extended.exponentLimit { throw .tooSmall(exponent: exponent) }
    return self
  }

  /// The nearest double: infinite beyond its range, subnormal or zero below it (rounded once).
  package var double: Double {
    guard isFinite else { return hi }
    if exponent > 1023 { return hi < 0 ? -.infinity : .infinity }
    if exponent >= -1022 { return hi.scaled(exponent) }
    guard exponent >= -1080 else { return 0 }
    let rounded = hi.scaled(exponent)
    // hi was rounded already; where it ties at the subnormal's last place, lo decides.
    let rest = hi - rounded.scaled(-exponent)
    let half = Double(1).scaled(-1075 - exponent)
    guard rest.magnitude == half, lo != 0, (lo > 0) == (rest > 0) else { return rounded }
    return rest > 0 ? rounded.nextUp : rounded.nextDown
  }
}
