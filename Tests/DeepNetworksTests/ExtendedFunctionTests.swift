import DeepNetworks
import Testing

/// Elementary functions against mpmath 1.3 with 60 digits, to 32 digits.
struct ExtendedFunctionTests {
  private static let values: [(function: String, x: String, value: String)] = [
    ("exp", "0.3", "1.349858807576003103983744313328e0"),
    ("exp", "1", "2.7182818284590452353602874713527e0"),
    ("exp", "-1", "3.6787944117144232159552377016146e-1"),
    ("exp", "20.5", "7.9990217747550540670459883728399e8"),
    ("exp", "-745.5", "1.7118422504935768395940863126921e-324"),
    ("exp", "1e-20", "1.00000000000000000001e0"),
    ("exp", "1024", "5.218545434367434201121209533698e444"),
    ("exp", "-700.5", "5.9801961186397912064121073304951e-305"),
    ("exp", "0.0625", "1.0644944589178594295633905946429e0"),
    ("exp", "-0.2", "8.1873075307798185866993550861904e-1"),
    ("log", "2", "6.9314718055994530941723212145818e-1"),
    ("log", "0.5", "-6.9314718055994530941723212145818e-1"),
    ("log", "1.000000059604644775390625", "5.960464299903385618582531773708e-8"),
    ("log", "0.999999992549419403076171875", "-7.4505806246794038784923497064674e-9"),
    ("log", "1e300", "6.9077552789821370520539743640531e2"),
    ("log", "7.5e-1000", "-2.3005701899735034192614126822357e3"),
    ("log", "3", "1.0986122886681096913952452369225e0"),
    ("log", "1.4142135623730951", "3.4657359027997269091128914914009e-1"),
    ("log10", "1000", "3.0e0"),
    ("log10", "2", "3.0102999566398119521373889472449e-1"),
    ("log10", "1e-5", "-5.0e0"),
    ("log10", "5e1760", "1.7606989700043360188047862611053e3"),
    ("log2", "8", "3.0e0"),
    ("log2", "3", "1.5849625007211561814537389439478e0"),
    ("log2", "1e-100", "-3.3219280948873623478703194294894e2"),
    ("sin", "1", "8.414709848078965066525023216303e-1"),
    ("cos", "1", "5.4030230586813971740093660744298e-1"),
    ("sin", "0.1", "9.9833416646828152306814198410622e-2"),
    ("cos", "0.1", "9.9500416527802576609556198780387e-1"),
    ("sin", "3.140625", "9.6765343878227946499529001767959e-4"),
    ("cos", "3.140625", "-9.9999953182330161170420703188211e-1"),
    ("sin", "100", "-5.0636564110975879365655761045979e-1"),
    ("cos", "100", "8.6231887228768393410193851395084e-1"),
    ("sin", "-1000000.5", "-1.4195469900074400352584942400447e-1"),
    ("cos", "-1000000.5", "9.8987315522323776643737275544514e-1"),
    ("sin", "1e-9", "9.9999999999999999983333333333333e-10"),
    ("cos", "1e-9", "9.999999999999999995e-1"),
    ("sin", "123456789012345", "-5.9865729424774254635424497155351e-1"),
    ("cos", "123456789012345", "8.0100527092146640824929876493034e-1"),
    ("sigmoid", "1", "7.3105857863000487925115924182184e-1"),
    ("sigmoid", "0.1", "5.2497918747893998609919318260414e-1"),
    ("sigmoid", "-1e-7", "4.9999997500000000000002083333333e-1"),
    ("sigmoid", "30", "9.9999999999990642377031160701046e-1"),
    ("sigmoid", "-2.5", "7.5858180021243551193306176646248e-2"),
    ("sigmoid", "0.2499", "5.6215188732450634394766150902019e-1"),
    ("sigmoid", "1e-25", "5.00000000000000000000000025e-1"),
    ("sigmoid", "-1000", "5.0759588975494567652918094795743e-435"),
    ("sigmoid", "800", "1.0e0"),
    ("sigmoid", "-0.001", "4.9975000002083333125000021081347e-1"),
    ("squareRoot", "2", "1.4142135623730950488016887242097e0"),
    ("squareRoot", "0.1", "3.1622776601683793319988935444327e-1"),
    ("squareRoot", "1e-40", "1.0e-20"),
    ("squareRoot", "12345.678", "1.1111110655555546216666283772203e2"),
    ("squareRoot", "3e1001", "5.477225575051661134569697828008e500"),
  ]

  private static let powers: [(base: String, exponent: String, value: String)] = [
    ("1.5", "9999", "5.4512901422828484560612458560301e1760"),
    ("1.1", "9999", "7.6817275010912254157104458481225e413"),
    ("2", "0.5", "1.4142135623730950488016887242097e0"),
    ("10", "26.2", "1.5848931924611134852021013733915e26"),
    ("1.5", "-149", "5.7863193738466858978290765828482e-27"),
    ("0.9", "9999.5", "2.8052601249397303547785832103181e-458"),
    ("1.0001", "1e7", "1.8739958581859057607500043655944e434"),
    ("-2", "63", "-9.223372036854775808e18"),
    ("7", "-0.3333", "5.2279186767500236686577219284488e-1"),
  ]

  private func apply(_ function: String, _ x: Extended) throws -> Extended {
    switch function {
    case "exp": try x.exp()
    case "log": x.log()
    case "log10": x.log10()
    case "log2": x.log2()
    case "sin": x.sin()
    case "cos": x.cos()
    case "sigmoid": x.sigmoid()
    case "squareRoot": x.squareRoot()
    default: .nan
    }
  }

  @Test("28 digits of each function", arguments: values)
  func function(row: (function: String, x: String, value: String)) throws {
    let x = try #require(Extended(decimal: row.x))
    let expected = try #require(Extended(decimal: row.value))
    let value = try apply(row.function, x)
    #expect(isNear(value, expected, within: 1e-28), "\(value.decimal(digits: 28))")
  }

  @Test("25 digits of each power", arguments: powers)
  func power(row: (base: String, exponent: String, value: String)) throws {
    let base = try #require(Extended(decimal: row.base))
    let exponent = try #require(Extended(decimal: row.exponent))
    let expected = try #require(Extended(decimal: row.value))
    let value = try base.power(exponent)
    #expect(isNear(value, expected, within: 1e-25), "\(value.decimal(digits: 28))")
  }

  @Test("where the argument or the exponent is large, fewer digits: 25")
  func large() throws {
    // mpmath: e^1000000 and e^-12345678.5.
    let up = try #require(Extended(decimal: "3.0332153968020875450864021414181e434294"))
    #expect(isNear(try Extended(1_000_000).exp(), up, within: 1e-25))
    let down = try #require(Extended(decimal: "8.9556762396429623326764623778642e-5361661"))
    #expect(isNear(try Extended(-12_345_678.5).exp(), down, within: 1e-23))
  }

  @Test("logarithms of powers are exact")
  func exactLogarithms() throws {
    for power in [-30, -5, -1, 0, 1, 3, 22, 30] {
      #expect(Extended(10).power(integer: power).log10() == Extended(power))
      #expect(Extended(2).power(integer: power).log2() == Extended(power))
    }
    #expect(Extended.one.log().isZero)
  }

  @Test("the error function, to double precision (mpmath)")
  func erf() throws {
    #expect(isNear(Extended(0.5).erf().double, 0.52049987781304653768, within: 1e-15))
    #expect(isNear(Extended(-2).erf().double, -0.99532226501895273416, within: 1e-15))
    #expect(
      isNear(
        try #require(Extended(decimal: "1e-300")).erf().double,
        1.1283791670955125739e-300,
        within: 1e-15
      )
    )
    #expect(Extended(1000).erf() == 1)
  }

  @Test("outside a function's domain the value is nan or infinite, and nothing traps")
  func domains() throws {
    #expect(Extended(-1).log().isNaN)
    #expect(Extended.zero.log() == -.infinity)
    #expect(Extended(-4).squareRoot().isNaN)
    #expect(try Extended(-2).power(Extended(0.5)).isNaN)
    #expect(try Extended.zero.power(Extended(-0.5)).isInfinite)
    #expect(try Extended.zero.power(0) == 1)
    #expect(Extended(decimal: "1e30")?.sin().isNaN == true)
    #expect((Extended.one / 0).isInfinite)
    #expect((Extended.zero / 0).isNaN)
    #expect((Extended.infinity - .infinity).isNaN)
    #expect((-Extended.infinity).sigmoid() == 0)
  }

  @Test("beyond 2^(2^40) there is an error with a name")
  func range() throws {
    let large = Extended(2).power(integer: 1 << 40)
    #expect(try large.checked() == large)
    #expect(throws: ExtendedRangeError.tooLarge(exponent: (1 << 40) + 1)) {
      try (large * 2).checked()
    }
    #expect(throws: ExtendedRangeError.tooSmall(exponent: -(1 << 40) - 1)) {
      try (.one / (large * 2)).checked()
    }
    #expect(throws: ExtendedRangeError.self) {
      try Extended(10).power(Extended(10).power(integer: 12))
    }
    #expect(throws: ExtendedRangeError.self) {
      try Extended(10).power(Extended(10).power(integer: 40))
    }
    #expect(throws: ExtendedRangeError.self) { try (-Extended(10).power(integer: 15)).exp() }
    #expect(throws: ExtendedRangeError.self) {
      try #require(Extended(decimal: "1e999999999999999999999")).checked()
    }
    // Squares of squares: exponents stop at 2^60 instead of overflowing.
    var x = Extended(3)
    for _ in 0..<100 { x = x * x }
    #expect(throws: ExtendedRangeError.self) { try x.checked() }
  }

  @Test("an odd power keeps the sign, however large the exponent is")
  func signOfHugePowers() throws {
    let odd = try #require(Extended(decimal: "100000000000000000001"))
    #expect(try Extended(-1).power(odd) == -Extended.one)
    #expect(try Extended(-1).power(odd + .one) == .one)
  }
}
