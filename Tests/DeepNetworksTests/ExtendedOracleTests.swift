import BigInt
import DeepNetworks
import Testing

/// Extended numbers against exact integers and fractions.
struct ExtendedOracleTests {
  /// A fraction with an exact value.
  private struct Fraction {
    let top: BigInt
    let bottom: BigInt

    /// (hi + lo) · 2^exponent, exactly.
    init(_ value: Extended) {
      var total = BigInt(0)
      for part in [value.hi, value.lo] where part != 0 {
        // Every part is an integer times 2^-1200.
        let bits = BigInt(part.significandBitPattern | (1 << 52))
        let shift = Int(part.exponent) - 52 + 1200
        let size = shift >= 0 ? bits << shift : bits >> -shift
        total += part < 0 ? -size : size
      }
      let power = value.exponent - 1200
      top = power >= 0 ? total << power : total
      bottom = power >= 0 ? 1 : BigInt(1) << -power
    }

    init(_ top: BigInt, _ bottom: BigInt) {
      self.top = top
      self.bottom = bottom
    }

    /// Whether |self − other| ≤ |other| / 2^bits.
    func isNear(_ other: Fraction, bits: Int) -> Bool {
      let difference = (top * other.bottom - other.top * bottom).magnitude
      return difference << bits <= (other.top * bottom).magnitude
    }
  }

  /// Numbers with full significands over a wide range, from a fixed seed.
  private static let samples: [Extended] = (0..<200).map { index in
    let uniforms = Vector.uniform(4, seed: UInt64(index))
    let sign = Extended(uniforms[0].double < 0.5 ? -1 : 1)
    let power = Int((uniforms[1].double - 0.5) * 400)
    let tail = uniforms[3] * Extended(2).power(integer: -53)
    return sign * (uniforms[2] + tail) * Extended(2).power(integer: power)
  }

  @Test("sums, products and quotients have 100 right bits")
  func arithmetic() {
    for (x, y) in zip(Self.samples, Self.samples.dropFirst()) {
      let (a, b) = (Fraction(x), Fraction(y))
      let product = Fraction(a.top * b.top, a.bottom * b.bottom)
      #expect(Fraction(x * y).isNear(product, bits: 102))
      let quotient = Fraction(a.top * b.bottom, a.bottom * b.top)
      #expect(Fraction(x / y).isNear(quotient, bits: 102))
      let sum = Fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
      #expect(Fraction(x + y).isNear(sum, bits: 100))
    }
  }

  @Test("order and differences agree with exact fractions")
  func order() {
    for (x, y) in zip(Self.samples, Self.samples.dropFirst()) {
      let (a, b) = (Fraction(x), Fraction(y))
      #expect((x < y) == (a.top * b.bottom < b.top * a.bottom))
      #expect((x <= y) == !(y < x))
      #expect((x - x).isZero)
      #expect(x == x && x <= x && !(x < x))
    }
  }

  @Test(
    "decimal numerals keep 103 bits",
    arguments: [
      "1.1", "0.1", "1e-3", "123456789.987654321", "-.5", "5.", "9.999999999999999999999999999999",
      "1.5E+10", "3.14159265358979323846264338327950288419716939937510", "7e-40", "6.02214076e23",
      "1000000000000000000000000000000000000000000000000000001",
    ]
  )
  func parsing(text: String) throws {
    let value = try #require(Extended(decimal: text))
    let (digits, power) = split(text)
    let ten = BigInt(10).power(Int(power.magnitude))
    let exact = power < 0 ? Fraction(digits, ten) : Fraction(digits * ten, 1)
    #expect(Fraction(value).isNear(exact, bits: 103))
  }

  /// The digits of a numeral as one integer, and the power of ten of the last.
  private func split(_ text: String) -> (BigInt, Int) {
    let halves = text.lowercased().split(separator: "e")
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let power = halves.count > 1 ? Int(halves[1].drop { $0 == "+" }) ?? 0 : 0
    return (BigInt(parts[0] + fraction) ?? 0, power - fraction.count)
  }

  @Test(
    "what is no numeral is refused",
    arguments: [
      "", ".", "-", "e5", "1e", "1e+", "1.1.1", "1,5", " 1", "1 ", "inf", "nan", "0x10", "1e5.0",
      "−1",
    ]
  )
  func refused(text: String) {
    #expect(Extended(decimal: text) == nil)
  }

  @Test("printed digits are the exact ones, rounded", arguments: [1, 2, 6, 15, 17, 21])
  func printing(count: Int) throws {
    for value in Self.samples {
      let printed = try #require(value.decimalDigits(count))
      let exact = Fraction(value)
      // digits · 10^(exponent − count + 1) must be within half a unit of the last place.
      let digits = printed.digits.reduce(BigInt(0)) { $0 * 10 + BigInt($1) }
      let power = printed.exponent - count + 1
      let ten = BigInt(10).power(Int(power.magnitude))
      let shown = power < 0 ? Fraction(digits, ten) : Fraction(digits * ten, 1)
      let unit = power < 0 ? Fraction(1, ten) : Fraction(ten, 1)
      let difference =
        (shown.top * exact.bottom
        - BigInt(exact.top.magnitude) * shown.bottom).magnitude
      // 2 · |shown − exact| ≤ unit
      #expect(
        2 * difference * unit.bottom.magnitude
          <= unit.top.magnitude * (shown.bottom * exact.bottom).magnitude
      )
      #expect(printed.isNegative == (value < 0))
      #expect(printed.digits[0] > 0 && printed.digits.count == count)
    }
  }

  @Test("1.5^n = 3^n/2^n and 1.1^n = 11^n/10^n, exactly", arguments: [1, 10, 149, 151, 1751, 9999])
  func powers(n: Int) throws {
    let half = Extended(1.5).power(integer: n)
    #expect(
      Fraction(half).isNear(
        Fraction(BigInt(3).power(n), BigInt(2).power(n)),
        bits: 88
      )
    )
    let tenth = try #require(Extended(decimal: "1.1")).power(integer: n)
    #expect(
      Fraction(tenth).isNear(
        Fraction(BigInt(11).power(n), BigInt(10).power(n)),
        bits: 88
      )
    )
  }

  @Test(
    "ties go to even, carries carry",
    arguments: [
      ("2.5", 1, "2"), ("3.5", 1, "4"), ("0.125", 2, "0.12"), ("0.375", 2, "0.38"),
      ("12345", 4, "12340"), ("12355", 4, "12360"), ("9.9996", 4, "10"), ("999999.5", 6, "1e6"),
      ("0.00012345", 5, "0.00012345"), ("0.000012345", 5, "1.2345e-5"), ("0", 5, "0"),
      ("-0.5", 6, "-0.5"), ("1000000", 6, "1e6"), ("100000", 6, "100000"), ("1e300", 6, "1e300"),
      ("-1.5e-1000", 6, "-1.5e-1000"), ("999999.4", 6, "999999"), ("1.1", 20, "1.1"),
    ]
  )
  func text(numeral: String, digits: Int, expected: String) throws {
    #expect(try #require(Extended(decimal: numeral)).decimal(digits: digits) == expected)
  }

  @Test("integers and doubles come and go unchanged")
  func conversions() {
    for integer in [0, 1, -1, 7, Int.max, Int.min, 1 << 53, (1 << 53) + 1, -(1 << 62) - 3] {
      #expect(Extended(integer).integer == integer)
      #expect(Extended(integer).isInteger)
    }
    for double in [
      0.1, -Double.leastNonzeroMagnitude, 1.7976931348623157e308, 2.2250738585072014e-308, 3.5,
    ] {
      #expect(Extended(double).double == double)
    }
    #expect(Extended(2).power(integer: 63).integer == nil)
    #expect(Extended(0.5).integer == nil)
    #expect(Extended(2).power(integer: 1024).double == .infinity)
    #expect(Extended(2).power(integer: -1075).double == 0)
    // One and a bit above a tie between subnormals.
    let above = Extended(2).power(integer: -1075) * (1 + Extended(2).power(integer: -80))
    #expect(above.double == .leastNonzeroMagnitude)
    // The largest double and half a step more is infinite; a little less is not.
    let edge = Extended(1.7976931348623157e308) + Extended(2).power(integer: 970)
    #expect(edge.double == .infinity)
  }

  @Test(
    "floor, ceil and round",
    arguments: [
      ("2.5", 2, 3, 3), ("-2.5", -3, -2, -3), ("0.4", 0, 1, 0), ("-0.4", -1, 0, 0), ("7", 7, 7, 7),
      ("0.5", 0, 1, 1), ("1e-30", 0, 1, 0), ("-1e-30", -1, 0, 0),
      ("9007199254740993.5", 9_007_199_254_740_993, 9_007_199_254_740_994, 9_007_199_254_740_994),
    ]
  )
  func rounding(numeral: String, floor: Int, ceil: Int, round: Int) throws {
    let value = try #require(Extended(decimal: numeral))
    #expect(value.floor() == Extended(floor))
    #expect(value.ceil() == Extended(ceil))
    #expect(value.round() == Extended(round))
  }
}
