import TerminalText

extension Sample: Comparable {
  /// The value as a Double; beyond its range an infinity or zero.
  var double: Double {
    switch kind {
    case .notANumber: .nan
    case .negativeInfinity: -.infinity
    case .positiveInfinity: .infinity
    case .zero: 0
    case .negative, .positive:
      Sample.scaled(significand + tail, by: exponent)
    }
  }

  /// `value · 2^exponent` for 1 ≤ |value| ≤ 2; infinite, subnormal or zero beyond Double's range.
  private static func scaled(_ value: Double, by exponent: Int) -> Double {
    // A product with a power of two that is a Double itself is what the initialiser gives, and quicker.
    guard exponent > -1022, exponent < 1023 else {
      return Double(sign: .plus, exponent: min(max(exponent, -1200), 1200), significand: value)
    }
    return value * Double(bitPattern: UInt64(exponent + 1023) << 52)
  }

  /// log10 |value| of a finite value other than zero.
  var log10Magnitude: Double {
    let magnitude = significand < 0 ? -significand : significand
    // One logarithm of the whole value keeps log10 1000 at 3.
    guard abs(exponent) > 1000 else {
      return commonLogarithm(Sample.scaled(magnitude, by: exponent))
    }
    return Double(exponent) * log10OfTwo + commonLogarithm(magnitude)
  }

  /// The value without its sign.
  var magnitude: Sample {
    switch kind {
    case .negative: negated
    case .negativeInfinity: .infinity
    case .notANumber, .zero, .positive, .positiveInfinity: self
    }
  }

  /// The order of the values; no number comes before all others, and equals itself.
  package static func < (left: Sample, right: Sample) -> Bool {
    if left.kind != right.kind { return left.rank < right.rank }
    switch left.kind {
    case .notANumber, .negativeInfinity, .zero, .positiveInfinity: return false
    case .positive: return left.isSmaller(than: right)
    case .negative: return right.negated.isSmaller(than: left.negated)
    }
  }

  private func isSmaller(than other: Sample) -> Bool {
    (exponent, significand, tail) < (other.exponent, other.significand, other.tail)
  }

  /// `self / divisor` for finite values other than zero; beyond Double's range infinite or zero.
  func ratio(to divisor: Sample) -> Double {
    let quotient = significand / divisor.significand
    // The tails count to first order; what is left is below one part in 2^100.
    let correction = tail / significand - divisor.tail / divisor.significand
    return Double(
      sign: .plus,
      exponent: min(max(exponent - divisor.exponent, -1200), 1200),
      significand: quotient * (1 + correction)
    )
  }

  /// The value as text: `0.03125`, `5.45129e1760`, `inf`.
  func text(digits: Int = 6) -> String {
    switch kind {
    case .notANumber: "nan"
    case .negativeInfinity: "-inf"
    case .positiveInfinity: "inf"
    case .zero: "0"
    case .negative, .positive:
      NumberText.short(significand: significand, tail: tail, exponent: exponent, digits: digits)
    }
  }
}

extension Sample {
  fileprivate var rank: Int {
    switch kind {
    case .notANumber: 0
    case .negativeInfinity: 1
    case .negative: 2
    case .zero: 3
    case .positive: 4
    case .positiveInfinity: 5
    }
  }
}

/// log10 2.
let log10OfTwo = 0.301029995663981195
