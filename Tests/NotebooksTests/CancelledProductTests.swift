import Testing

/// Products in which nearly all digits cancel; numbers of exact fractions and of mpmath 1.3 with 60
/// digits, rounded to the 15 that are shown.
@Suite("Products keep what cancels")
struct CancelledProductTests {
  /// [1, 1] is an eigenvector: M^k [1, 1] is 0.7^k [1, 1] beside entries of 1.5^k.
  private static let eigen = "M = [[1.1, -0.4], [-0.4, 1.1]]\n"
  private static let whole = "A = [[-3, -8, -7], [3, 8, 8], [2, 2, -3]]\n"
  private static let least = "3.23447650962476e-16"

  static let vectors = [
    (eigen + "M^100*[1, 1]", "[\(least), \(least)]"),
    (eigen + "P = M^100\nP*[1, 1]", "[\(least), \(least)]"),
    (eigen + "(M^50)'*(M^50*[1, 1])", "[\(least), \(least)]"),
    (eigen + "M^100*[[1], [1]]", "[\(least)]\n[\(least)]"),
    (eigen + "v = [1, 1]\nn = 99\nM^(n + 1)*v", "[\(least), \(least)]"),
    (eigen + "M^30*[1, 1]", "[2.25393402906923e-5, 2.25393402906923e-5]"),
    (eigen + "M^20*[1, 1]", "[0.00079792266297612, 0.00079792266297612]"),
    (eigen + "network(M, depth: 30)([1, 1]) == M^30*[1, 1]", "true"),
    (eigen + "network(M, depth: 100)([1, 1])", "[\(least), \(least)]"),
    (eigen + "network(M, depth: 100, activation: relu)([1, 1])", "[\(least), \(least)]"),
    (eigen + "dJ_dx(network(M, depth: 100), [1, 1])", "[\(least), \(least)]"),
    (eigen + "jacobian(network(M, depth: 100), [1, 1])*[1, 1]", "[\(least), \(least)]"),
    ("[[0.1, 0.2, -0.3]]*[1, 1, 1]", "[0]"), (eigen + "M*[1, 1] - [0.7, 0.7]", "[0, 0]"),
    ("network([[0.1, 0.2, -0.3]], depth: 1)([1, 1, 1])", "[0]"),
    (
      "[[1.00009, 1, 1], [1, 1.000000000001, 1], [1, 1, 1.000000000008]]*[-3, -2, 5]",
      "[-0.00027, -2e-12, 4e-11]"
    ),
    (whole + "jacobian(network(A, depth: 300), [1, 1, 1])[3, 1]", "-1.50529682637552e165"),
    (whole + "jacobian(network(A, depth: 100), [1, 1, 1])[3, 1]", "-7.07529260691921e54"),
    (whole + "jacobian(network(A, depth: 50), [1, 1, 1])[3, 1]", "-1.85257146406507e27"),
    (whole + "activations(network(A, depth: 300), [1, 1, 1])[300][3]", "-3.2999657970607e164"),
  ]

  static let powers = [
    (whole + "(A^3500)[3, 1]", "-2.65256476857602e1930"),
    (whole + "(A^5000)[3, 1]", "-7.63394544826244e2757"),
    ("([[1, 2], [3, 4]]^(10^9))[1, 1]", "1.27245072776739e730158746"),
  ]

  static let sure = [
    (10, "4.53988992168646e-5"), (30, "9.35762296883974e-14"), (40, "4.24835425529159e-18"),
  ]

  static let spreads = [
    ("tanh, variance: 1e-11", "7.9999999992e-22"),
    ("sigmoid, variance: 9e-11", "4.04999999908875e-21"),
    ("tanh, variance: 7e-6", "3.91972561946264e-10"),
    ("silu, variance: 4e-14", "1.59999999999984e-13"),
    ("erf, variance: 1e-3", "7.93647644267877e-6"), ("softplus, variance: 1e-30", "1e-30"),
    ("gelu, variance: 3e-9", "3.05577485401314e-8"), ("elu, variance: 2e-5", "2.7035418462719e-5"),
  ]

  static let distant = [
    (
      "activations(network(identity(2), depth: 1, activation: gelu), [-1e7, 1])[1]",
      "[>-1e-330985980541, 0.841344746068543]"
    ),
    ("rank(jacobian(network(identity(2), depth: 1, activation: gelu), [-1e7, 1]))", "2"),
    ("diagonal([0.5, 1])*[2^-(2^40), 1]", "[<1e-330985980541, 1]"),
    (
      "(diagonal([1e-200000000000, 1])^2)[1, 1] == 0",
      "false: one is <1e-330985980541, the other 0"
    ),
  ]

  static let arguments = [
    ("f(t) = t - 1\nf(1 + 1e-31)", "1e-31"), ("f(t) = t - 1\nf(1 + 1e-31) == 1e-31", "true"),
    ("h(n) = n - 1e40\nh(1e40 + 1)", "1"), ("f(t) = t - 1\ng(t) = f(t + 1e-40)\ng(1)", "1e-40"),
    ("f(t) = t - 1\np = 1 + 1e-40\nf(p)", "1e-40"),
  ]

  static let opposite = [
    ("-0.999999", "3.0010545372431e-10"), ("-0.99", "0.000300255733154342"),
    ("-0.9", "0.00953839884467208"), ("-0.6", "0.0775475677665126"), ("-1", "0"),
  ]

  @Test("sums of products with vectors, layer by layer too", arguments: vectors)
  func vector(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("powers of matrices", arguments: powers)
  func power(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("where no digit would be left, a power is refused")
  func refusal() {
    let text = Self.whole + "(A^40000)[3, 1]"
    #expect(shown(text).contains("no digit is left of an entry"))
  }

  @Test("the loss of a network that is sure and right", arguments: sure)
  func loss(_ x: Int, _ value: String) {
    let text = """
      h = train(network([[[1], [0]]]), samples([[\(x)]], [[1, 0]]), rate: 1e-9, steps: 1, \
      loss: cross_entropy)
      h.loss[0]
      """
    #expect(shown(text) == value)
  }

  @Test("the variance of nearly equal slopes", arguments: spreads)
  func spread(_ arguments: String, _ value: String) {
    #expect(shown("spectrum_variance(\(arguments), orthogonal: true)") == value)
  }

  @Test("entries below the range beside others are not 0", arguments: distant)
  func entry(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("a slope below the range is refused", arguments: ["tanh, 1e30", "gelu, -1e7"])
  func slope(_ arguments: String) {
    #expect(shown("slope(\(arguments))").contains("beyond 2^±1 099 511 627 776"))
  }

  @Test("arguments of functions are as exact as they are", arguments: arguments)
  func argument(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("correlations next to -1 after a layer of relu", arguments: opposite)
  func correlation(_ c: String, _ value: String) throws {
    // Without a bias no factor of the weights changes it.
    let printed = try #require(Double(shown("correlation_map(relu, \(c), weight_deviation: 1)")))
    let right = try #require(Double(value))
    #expect((printed - right).magnitude <= 3e-15 * right)
  }

  @Test(
    "advice to round keeps the whole sum",
    arguments: ["1/3", "0.1+0.2", "-1.1", "2^-11 + 1", "2*-3", "(1 + 2)*3"]
  )
  func rounding(_ sum: String) {
    #expect(shown("\(sum) in float16").contains("rounded(\(sum), to: float16)"))
  }
}
