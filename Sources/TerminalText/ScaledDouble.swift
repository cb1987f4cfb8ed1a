/// `(high + low) · 2^exponent` with 1 ≤ high < 2 and |low| ≤ half an ulp of high: about 106 bits, any exponent.
///
/// Only what number text needs: powers of five, products and quotients. Exact products by Dekker's splitting
/// (Dekker 1971), not by a fused multiply-add, so that the bits are the same on every processor.
struct ScaledDouble {
  var high: Double
  var low: Double
  var exponent: Int

  /// The positive number `(high + low) · 2^exponent`, brought into the form above.
  init(high: Double, low: Double, exponent: Int) {
    let sum = high + low
    let rest = low - (sum - high)
    let shift = Int(sum.exponent)
    self.high = Double(sign: .plus, exponent: -shift, significand: sum)
    self.low = Double(sign: .plus, exponent: -shift, significand: rest)
    self.exponent = exponent + shift
  }

  /// `base^power` for `power ≥ 0` by squaring; relative error about `power · 2^-103`.
  static func power(_ base: Double, _ power: Int) -> ScaledDouble {
    var result = ScaledDouble(high: 1, low: 0, exponent: 0)
    var square = ScaledDouble(high: base, low: 0, exponent: 0)
    var rest = power
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }

  static func * (left: ScaledDouble, right: ScaledDouble) -> ScaledDouble {
    let (product, error) = exactProduct(left.high, right.high)
    let rest = error + (left.high * right.low + left.low * right.high)
    return ScaledDouble(high: product, low: rest, exponent: left.exponent + right.exponent)
  }

  static func / (left: ScaledDouble, right: ScaledDouble) -> ScaledDouble {
    let first = left.high / right.high
    let (product, error) = exactProduct(first, right.high)
    let rest = (left.high - product) - error + (left.low - first * right.low)
    return ScaledDouble(
      high: first,
      low: rest / right.high,
      exponent: left.exponent - right.exponent
    )
  }

  /// `a · b` as its rounded value and what rounding lost.
  private static func exactProduct(_ a: Double, _ b: Double) -> (value: Double, error: Double) {
    let product = a * b
    let (aHigh, aLow) = split(a)
    let (bHigh, bLow) = split(b)
    let error = ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow
    return (product, error)
  }

  /// The upper 26 bits of a number and the rest.
  private static func split(_ value: Double) -> (high: Double, low: Double) {
    let scaled = value * 134_217_729  // 2^27 + 1
    let high = scaled - (scaled - value)
    return (high, value - high)
  }
}
