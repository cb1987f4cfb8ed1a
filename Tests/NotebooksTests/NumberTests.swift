import Testing

/// Numbers that mpmath 1.3 computed with 60 digits, rounded to the 15 that are shown.
@Suite("Numbers, computed elsewhere")
struct NumberTests {
  static let powers = [
    ("1.5^9999", "5.45129014228285e1760"), ("0.5^9999", "1.00247454984129e-3010"),
    ("1.5^149", "1.72821431965863e26"), ("1.5^1751", "2.1666791618613e308"),
    ("0.5^1075", "2.47032822920623e-324"), ("1.01^9999", "1.61963238731574e43"),
    ("0.99^9999", "2.27148974728938e-44"), ("1.1^-9999", "1.30179051503447e-414"),
    ("2^0.5", "1.4142135623731"), ("2^(1/3)", "1.25992104989487"),
    ("10^26.2", "1.58489319246111e26"), ("3/7", "0.428571428571429"),
    ("2/3", "0.666666666666667"), ("1e300*1e300", "1e600"), ("(-2)^3", "-8"), ("0^0", "1"),
    ("1^(2^60)", "1"), ("7 - 7", "0"), ("-0", "0"), ("-0.0001", "-0.0001"),
  ]

  static let functions = [
    ("sqrt(2)", "1.4142135623731"), ("sqrt(1.5^9999)", "2.33479980775287e880"),
    ("exp(1)", "2.71828182845905"), ("exp(-1000)", "5.07595889754946e-435"),
    ("exp(100000)", "2.80666336042612e43429"), ("ln(2)", "0.693147180559945"),
    ("ln(1.5^10000)", "4054.65108108164"), ("log10(1.5^149)", "26.2375975992965"),
    ("log10(0.5^150)", "-45.1544993495972"), ("log2(10)", "3.32192809488736"),
    ("ln(1.000001)", "9.99999500000333e-7"), ("sin(pi/6)", "0.5"), ("sin(1)", "0.841470984807897"),
    ("cos(1)", "0.54030230586814"), ("sin(1000)", "0.826879540532003"),
    ("tanh(0.5)", "0.46211715726001"), ("tanh(-20)", "-1"), ("tanh(1e-9)", "1e-9"),
    ("sigmoid(1)", "0.731058578630005"), ("sigmoid(-50)", "1.92874984796392e-22"),
    ("sigmoid(-1000)", "5.07595889754946e-435"), ("slope(tanh, 1)", "0.419974341614026"),
    ("slope(tanh, 100)", "5.53558610694695e-87"), ("slope(sigmoid, 2)", "0.104993585403507"),
    ("slope(sigmoid, -1000)", "5.07595889754946e-435"), ("gain(tanh)", "1.66666666666667"),
    ("gain(relu)", "1.4142135623731"), ("gain(leaky_relu)", "1.41414285699784"),
    ("gain(leaky_relu, slope: 0.2)", "1.38675049056307"), ("pi", "3.14159265358979"),
    ("e", "2.71828182845905"), ("pi^2", "9.86960440108936"), ("e^pi", "23.1406926327793"),
    ("abs(-1.5)", "1.5"), ("round(2.5)", "3"), ("round(-2.5)", "-3"), ("round(2.4)", "2"),
    ("floor(-2.5)", "-3"), ("ceil(-2.5)", "-2"), ("relu([-1, 2])", "[0, 2]"),
    ("leaky_relu(-2)", "-0.02"), ("linear(-2)", "-2"), ("slope(relu, [-1, 2])", "[0, 1]"),
  ]

  static let reductions = [
    ("norm([3, 4, 12])", "13"), ("rms([3, 4])", "3.53553390593274"),
    ("norm([1.5^9999, 1])", "5.45129014228285e1760"),
    ("rms(1.5^5000*[1, 2])", "4.52132038607758e880"), ("mean([1, 2, 6])", "3"),
    ("sum([[1, 2], [3, 4]])", "10"), ("max([[1, 2], [3, 4]])", "4"), ("min(-identity(3))", "-1"),
    ("max(-identity(3))", "0"), ("norm([[3, 0], [0, 4]])", "5"), ("rms([[3, 0], [0, 4]])", "2.5"),
    ("trace([[1, 2], [3, 4]])", "5"), ("trace(1.5*identity(4))", "6"),
    ("dot([1, 2], [3, 4])", "11"),
    ("norm(3)", "3"), ("mean(1...100)", "50.5"), ("max(-2)", "-2"), ("count([1, 2, 3])", "3"),
    ("mean([[1, 2], [3, 4]])", "2.5"), ("mean(identity(4))", "0.25"),
    ("[[2, 1], [1, 1]]^50*[1, 0] == [573147844013817084101, 354224848179261915075]", "true"),
  ]

  static let formats = [
    ("largest(float16)", "65504"), ("largest(float8_e4m3)", "448"),
    ("largest(float8_e5m2)", "57344"),
    ("largest(float32)", "3.40282346638529e38"), ("largest(bfloat16)", "3.38953138925154e38"),
    ("largest(float64)", "1.79769313486232e308"), ("smallest_normal(float16)", "6.103515625e-5"),
    ("smallest_subnormal(float16)", "5.96046447753906e-8"),
    ("smallest_normal(float32)", "1.17549435082229e-38"),
    ("smallest_subnormal(float32)", "1.40129846432482e-45"),
    ("smallest_subnormal(float64)", "4.94065645841247e-324"),
    ("smallest_normal(bfloat16)", "1.17549435082229e-38"),
    ("smallest_subnormal(bfloat16)", "9.18354961579912e-41"),
    ("rounded(1.1, to: float32)", "1.10000002384186"), ("rounded(1.1, to: bfloat16)", "1.1015625"),
    ("rounded(1.1, to: float16)", "1.099609375"), ("rounded(1.1, to: float8_e4m3)", "1.125"),
    ("rounded(1.1, to: float8_e5m2)", "1"), ("rounded(70000, to: float16)", "inf"),
    ("rounded(-70000, to: float16)", "-inf"), ("rounded(500, to: float8_e4m3)", "nan"),
    ("rounded(1e-9, to: float16)", "0"), ("rounded([2049, 2051], to: float16)", "[2048, 2052]"),
    ("rounded(1.5^9999, to: float64)", "inf"),
  ]

  static let equalities = [
    ("1 == 1 + 0.9e-9", "true"),
    ("[1, 2] == [1, 3]", "false: one is [1, 2], the other [1, 3]"),
    ("[3, 4] == [3, 4.0000001]", "false: they differ by 1e-7, 2e-8 of the larger"),
    ("1 == 1 + 1.1e-9", "false: they differ by 1.1e-9, 1.1e-9 of the larger"),
    ("1.5^9999 == 1.5^9999*(1 + 1e-10)", "true"), ("1.5^9999 == 1.5^9998*1.5", "true"),
    ("0 == 0", "true"), ("0 == 1e-300", "false: one is 0, the other 1e-300"),
    ("1e-300 == 0", "false: one is 1e-300, the other 0"),
    (
      "0.5^9999 == 0.5^9998",
      "false: "
        + "they differ by 1.00247e-3010, 0.5 of the larger"
    ),
    ("[1, 0] == [1, 1e-10]", "true"), ("[0, 0] == [0, 0]", "true"),
    ("[1, 2] == [1, 2, 3]", "false: a vector of 2, one of 3"),
    ("identity(2) == [[1, 0], [0, 1]]", "true"),
    ("0*identity(2) == [[0, 0], [0, 0]]", "true"),
    ("identity(2) == identity(3)", "false: 2 × 2 against 3 × 3"), ("1 != 1", "false"),
    ("1 != 2", "true"), ("true == (1 < 2)", "true"), ("0.1 + 0.2 == 0.3", "true"),
    ("exactly(0.1 + 0.2, 0.3)", "true"), ("exactly(1.5^2, 2.25)", "true"),
    ("exactly(identity(2), [[1, 0], [0, 1]])", "true"), ("exactly([1, 2], 1...2)", "true"),
    ("exactly(1, [1])", "false"), ("-1 == 1", "false: they differ by 2, 2 of the larger"),
    ("rounded(1e9, to: float16) == rounded(1e9, to: float16)", "true"),
    ("rounded(1e9, to: float16) == 1", "false: one is inf, the other 1"),
  ]

  @Test("powers and quotients", arguments: powers)
  func power(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("functions of a number", arguments: functions)
  func function(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("numbers of a vector or a matrix", arguments: reductions)
  func reduction(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("float formats: IEEE 754, bfloat16, OCP 8-bit", arguments: formats)
  func format(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("equality: relative, and zero equals only zero", arguments: equalities)
  func equality(_ text: String, _ value: String) { #expect(shown(text) == value) }
}
