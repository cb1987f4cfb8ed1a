/// A whole number of any size, 0 or above: 64 bits a limb, the lowest first, no 0 on top.
struct Natural: Sendable, Hashable {
  private(set) var limbs: [UInt64]

  init(limbs: [UInt64]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  init(_ value: UInt128) {
    self.init(limbs: [value._low, value._high])
  }

  var isZero: Bool { limbs.isEmpty }

  static func + (left: Natural, right: Natural) -> Natural {
    var sum: [UInt64] = []
    var carry: UInt64 = 0
    for index in 0..<max(left.limbs.count, right.limbs.count) {
      let (first, over) = left.limb(index).addingReportingOverflow(right.limb(index))
      let (total, overAgain) = first.addingReportingOverflow(carry)
      carry = over || overAgain ? 1 : 0
      sum.append(total)
    }
    return Natural(limbs: sum + [carry])
  }

  /// The difference; the right must not be larger.
  static func - (left: Natural, right: Natural) -> Natural {
    var rest: [UInt64] = []
    var borrow: UInt64 = 0
    for index in left.limbs.indices {
      let (first, under) = left.limbs[index].subtractingReportingOverflow(right.limb(index))
      let (total, underAgain) = first.subtractingReportingOverflow(borrow)
      borrow = under || underAgain ? 1 : 0
      rest.append(total)
    }
    return Natural(limbs: rest)
  }

  static func * (left: Natural, right: Natural) -> Natural {
    var product = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (i, a) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.limbs.enumerated() {
        let (high, low) = a.multipliedFullWidth(by: b)
        // Below 2^128: (2^64 − 1)² + 2 (2^64 − 1).
        let sum = UInt128(high: high, low: low) + UInt128(high: 0, low: product[i + j])
        let total = sum + UInt128(high: 0, low: carry)
        (carry, product[i + j]) = (total._high, total._low)
      }
      product[i + right.limbs.count] = carry
    }
    return Natural(limbs: product)
  }

  /// The n-th power, for n ≥ 0.
  func power(_ n: Int) -> Natural {
    var (result, square, rest) = (Natural(1), self, n)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }

  static func < (left: Natural, right: Natural) -> Bool {
    guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
    return right.limbs.reversed().lexicographicallyPrecedes(left.limbs.reversed(), by: >)
  }

  /// The number to 106 bits.
  var extended: Extended {
    limbs.reversed().prefix(4).reduce(Extended.zero) { sum, limb in
      sum * Extended(0x1p64) + Extended(Double(limb >> 32)) * Extended(0x1p32)
        + Extended(Double(limb & 0xFFFF_FFFF))
    } * Extended(hi: 1, lo: 0, exponent: 64 * max(limbs.count - 4, 0))
  }

  private func limb(_ index: Int) -> UInt64 { index < limbs.count ? limbs[index] : 0 }
}
