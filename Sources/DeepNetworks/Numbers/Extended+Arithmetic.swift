extension Extended {
  package static prefix func - (value: Extended) -> Extended {
    guard !value.isZero else { return value }
    return Extended(canonicalHi: -value.hi, lo: -value.lo, exponent: value.exponent)
  }

  /// The sum, right to about 2^-104 of the larger term.
  package static func + (left: Extended, right: Extended) -> Extended {
    guard left.isFinite, right.isFinite else { return Extended(left.hi + right.hi) }
    guard !left.isZero else { return right }
    guard !right.isZero else { return left }
    let (large, small) = left.exponent >= right.exponent ? (left, right) : (right, left)
    let distance = large.exponent - small.exponent
    guard distance <= 128 else { return large }
    return Extended(
      large.significand + small.significand.scaled(-distance),
      exponent: large.exponent
    )
  }

  package static func - (left: Extended, right: Extended) -> Extended {
    left + (-right)
  }

  /// The sum of finite terms.
  ///
  /// From the largest to the smallest, so that what is left where large ones cancel counts; exact
  /// where decimals cancel to their rounding.
  static func sum(_ terms: [Extended]) -> Extended {
    let sorted = terms.filter { !$0.isZero }.sorted { $0.exponent > $1.exponent }
    let sum = sorted.reduce(.zero, +)
    guard let top = sorted.first, !sum.isZero, sum.exponent < top.exponent - doubtfulBits,
      sorted.count <= 256
    else { return sum }
    return Ratio.sum(sorted) ?? sum
  }

  /// What is left of a sum that has lost so many bits may be the rounding of its terms.
  static let doubtfulBits = 96

  /// The product, right to about 2^-104.
  package static func * (left: Extended, right: Extended) -> Extended {
    guard left.isFinite, right.isFinite else { return Extended(left.hi * right.hi) }
    return Extended(
      left.significand * right.significand,
      exponent: left.exponent + right.exponent
    )
  }

  /// The quotient, right to about 2^-104; x/0 is infinite and 0/0 nan.
  package static func / (left: Extended, right: Extended) -> Extended {
    guard left.isFinite, right.isFinite, !right.isZero else {
      return Extended(left.hi / right.hi)
    }
    return Extended(
      left.significand / right.significand,
      exponent: left.exponent - right.exponent
    )
  }

  package func abs() -> Extended {
    isNegative ? -self : self
  }

  /// √x for x ≥ 0, right to about 2^-102; nan below zero.
  package func squareRoot() -> Extended {
    guard isFinite, !isZero else { return self.hi == -.infinity ? .nan : self }
    guard !isNegative else { return .nan }
    let odd = exponent & 1
    return Extended(
      significand.scaled(odd).squareRoot(),
      exponent: (exponent - odd) / 2
    )
  }
}

extension Extended: Comparable {
  /// A total order on finite values; infinities at its ends, and no order with nan.
  package static func < (left: Extended, right: Extended) -> Bool {
    guard left.isFinite, right.isFinite else { return left.hi < right.hi }
    if left.isZero || right.isZero || left.isNegative != right.isNegative {
      return left.hi < right.hi
    }
    if left.exponent != right.exponent {
      return (left.exponent < right.exponent) != left.isNegative
    }
    return left.hi != right.hi ? left.hi < right.hi : left.lo < right.lo
  }

  package static func <= (left: Extended, right: Extended) -> Bool {
    left < right || left == right
  }

  package static func > (left: Extended, right: Extended) -> Bool {
    right < left
  }

  package static func >= (left: Extended, right: Extended) -> Bool {
    right <= left
  }
}

extension Extended {
  /// The largest integer not above the value.
  package func floor() -> Extended {
    guard isFinite, exponent < 110 else { return self }
    guard exponent >= -1 else { return isNegative ? -1 : 0 }
    return Extended(significand.scaled(exponent).floor())
  }

  /// The smallest integer not below the value.
  package func ceil() -> Extended {
    -(-self).floor()
  }

  /// The nearest integer; halves away from zero.
  package func round() -> Extended {
    let half = Extended(0.5)
    return isNegative ? -((-self + half).floor()) : (self + half).floor()
  }

  package var isInteger: Bool {
    isFinite && floor() == self
  }

  /// The value as an Int, where it is one.
  package var integer: Int? {
    guard isInteger, exponent <= 63 else { return nil }
    let size = UInt128(whole: abs().significand.scaled(exponent))
    // −2^63 is an Int, 2^63 is none.
    guard !isNegative else { return size <= 1 << 63 ? Int(truncatingIfNeeded: 0 &- size) : nil }
    return size < 1 << 63 ? Int(size) : nil
  }
}
