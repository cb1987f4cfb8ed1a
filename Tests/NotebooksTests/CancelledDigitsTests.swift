import Notebooks
import Testing

/// What is left where nearly all digits cancel: mpmath 1.3 with 120 digits, fractions by hand.
@Suite("No digit is wrong where digits cancel")
struct CancelledDigitsTests {
  static let decimals = [
    ("exactly(0.1 + 0.2, 0.3)", "true"), ("exactly(0.1*3, 0.3)", "true"),
    ("exactly(1.1^2, 1.21)", "true"), ("exactly(1 + 1e-40, 1)", "false"),
    ("exactly(1/3*3, 1)", "true"), ("exactly(1/3, 0.3333333333333333333333333333)", "false"),
    ("t = 0.1 + 0.2\nexactly(t, 0.3)", "true"), ("exactly(sqrt(2), sqrt(2))", "true"),
    ("exactly([0.1] + [0.2], [0.3])", "true"), ("exactly(0.7 - 0.1, 0.6 + 1e-50)", "false"),
    ("floor(1 - 1e-33)", "0"), ("ceil(1 + 1e-40)", "2"), ("round(2.5 - 1e-33)", "2"),
    ("round(2.5 + 0)", "3"), ("round(-2.5)", "-3"), ("round(-2.5 + 1e-33)", "-2"),
    ("round(0.5 - 1e-40)", "0"), ("floor(-1e-40)", "-1"), ("ceil(0.1*30)", "3"),
    ("floor(0.1*30)", "3"), ("floor(3 + 1e-35)", "3"), ("ceil(-3 - 1e-35)", "-3"),
    ("(1 + 1e-33)^1e33", "2.71828182845905"), ("(1 + 1e-40)^1e40", "2.71828182845905"),
    ("(1 - 1e-40)^1e40", "0.367879441171442"), ("(-1)^(10^33 + 1)", "-1"),
    ("(-1)^(10^33)", "1"), ("(-1)^(10^33 - 1)", "-1"), ("ln(1 + 1e-33)", "1e-33"),
    ("log10(1 - 1e-35)", "-4.34294481903252e-36"), ("1e450 + 1 - 1e450", "1"),
    ("-1e1000 + 2.5 + 1e1000", "2.5"), ("x = 1e450\nx + 0.1 - x", "0.1"),
    ("f(t) = t - 1\nf(123456789.0000000000000000000000005) - 123456788", "5e-25"),
    ("h(n) = n - 1e40\nh(1e40 + 1)", "1"), ("c = 1e40\nh(n) = n - c\nh(c + 0.25) - 0.25", "0"),
    ("0.12345678901234567890123456789012345 - 0.12345678901234567890123456789", "1.2345e-31"),
  ]

  static let activations = [
    ("1 - tanh(20)", "8.49670851058318e-18"), ("1 - sigmoid(40)", "4.24835425529159e-18"),
    ("1 - erf(6)", "2.15197367124989e-17"), ("erf(6.5) - 1", "-3.84214832712065e-20"),
    ("gelu(9) - 9", "-1.01572956535846e-18"), ("silu(40) - 40", "-1.69934170211664e-16"),
    ("softplus(40) - 40", "4.24835425529159e-18"), ("elu(-40) + 1", "4.24835425529159e-18"),
    ("tanh(1e-8) - 1e-8", "-3.33333333333333e-25"),
    ("gelu(1) - 0.8413447460685", "4.29485852325456e-14"),
    ("softplus(1) - 1.3132616875182", "2.2834048995495e-14"),
    ("selu(-1) + 1.1113307378125", "-6.27617986406624e-14"),
    ("erf(0.001) - 0.00112837878", "1.09692363799485e-11"),
    ("gelu(-3) + 0.004049694", "-9.48902835799554e-11"),
  ]

  static let matrices = [
    ("rank([[1, 1], [1, 1 + 1e-31]])", "2"), ("rank([[1e-300, 1], [1, 1e300]])", "1"),
    ("M = [[1/3, 1], [1, 3]]\nrank(M)", "1"),
    ("singular_values([[1/3, 1], [1, 3]])", "σ[1] = 3.3333333333333\nσ[2] = 0"),
    ("M = [[1/3, 1/7], [2/3, 2/7]]\nsingular_values(M)[2]", "0"),
    ("condition_number([[1/3, 1], [1, 3 + 1e-14]])", "3.33333333333335e15"),
    ("[[1, 1], [0, 1]]^(10^20)", "[1  1e20]\n[0     1]"),
    ("identity(2)^(10^20)", "identity(2)"), ("[[0, 1], [0, 0]]^(10^20)", "[0  0]\n[0  0]"),
    ("[[0, 1], [1, 0]]^(2^63)", "[1  0]\n[0  1]"),
    ("[[0, 1], [1, 0]]^(2^63 + 1)", "[0  1]\n[1  0]"),
    (
      "inverse([[1/3, 1], [1, 3 + 1e-14]])",
      "[9.00000000000003e14  -3e14]\n[              -3e14   1e14]"
    ),
    ("inverse(\(hilbert(11)))[11, 11]", "7.16830370256e11"),
    ("inverse(\(hilbert(12)))[12, 12]", "1.1445589052352e13"),
  ]

  @Test("decimals", arguments: decimals)
  func decimal(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("activations of a number", arguments: activations)
  func activation(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("matrices", arguments: matrices)
  func matrix(_ text: String, _ value: String) { #expect(shown(text) == value) }

  static func hilbert(_ n: Int) -> String {
    let rows = (1...n).map { i in (0..<n).map { "1/\(i + $0)" }.joined(separator: ", ") }
    return "[" + rows.map { "[\($0)]" }.joined(separator: ", ") + "]"
  }

  static let conditions = [
    (hilbert(18), 2.2211900394338649e25), (hilbert(20), 2.4521565858153032e28),
    ("[[sqrt(2), 2], [1, sqrt(2) + 1e-25]]", 6.36396103067893e25),
    (hilbert(14), 1.8533817023471499e19),
  ]

  @Test("a condition number has no digit that is not known", arguments: conditions)
  func condition(_ text: String, _ right: Double) throws {
    let text = shown("condition_number(\(text))", columns: 4000)
    let value = try #require(Double(text), "\(text)")
    let digits = text.prefix { $0 != "e" }.count { $0.isNumber }
    var unit = 1.0
    for _ in 1..<digits { unit /= 10 }
    #expect((value / right - 1).magnitude <= unit)
  }

  @Test("a rank that rounding decides is not said")
  func openRank() {
    #expect(shown("rank([[exp(1), e], [1, 1]])").contains("The rank is 1 or 2"))
    #expect(shown("rank([[ln(2) + ln(3), ln(6)], [1, 1]])").contains("The rank is 1 or 2"))
    #expect(
      shown("[[0.6, -0.8], [0.8, 0.6]]^(10^20)").contains("Exponents of 2^62 and more")
    )
  }
}
