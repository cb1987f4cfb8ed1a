import Testing

/// Entries any distance apart, exact decimals, and what a board has; numbers of mpmath 1.3 with 60
/// to 700 digits, rounded to the 15 that are shown, or whole numbers and fractions by hand.
@Suite("No entry and no digit is lost")
struct ExactnessTests {
  static let apart = [
    (
      "activations(network(diagonal([1.5, 0.5]), depth: 1000), [1, 1])[1000]",
      "[1.23384059690617e176, 9.33263618503219e-302]"
    ),
    (
      "first l where min(activations(network([[1.5, 0], [0, 0.5]], depth: 1100), [1, 1])[l]) == 0",
      "never up to 1100"
    ),
    ("([[1.5, 0], [0, 0.5]]^1000)[2, 2]", "9.33263618503219e-302"),
    (
      "jacobian(network(diagonal([1.5, 0.5]), depth: 1000), [1, 1])[2, 2]",
      "9.33263618503219e-302"
    ),
    (
      "dJ_dx(network(diagonal([1.5, 0.5]), depth: 1000), [1, 1])",
      "[1.23384059690617e176, 9.33263618503219e-302]"
    ),
    (
      "dJ_dW(network(diagonal([1.5, 0.5]), depth: 1000), [1, 1])[1000][1, 2]",
      "1.86652723700644e-301"
    ),
    ("[1e300, 1e-300]", "[1e300, 1e-300]"), ("[1, 1e-400][2]", "1e-400"),
    ("rounded([1e300, 1e-300], to: float64)", "[1e300, 1e-300]"), ("[1, 1e-320][2]", "1e-320"),
    ("rounded([1, 1e-320], to: float64)[2]", "9.99988867182683e-321"),
    ("[[1e-300, 0], [0, 1e300]]*[1e300, 1e-300]", "[1, 1]"), ("min([1e300, 1e-300])", "1e-300"),
    ("sum([1, 1e-400, -1])", "1e-400"), ("dot([1e300, 1e-300], [1e-300, 1e300])", "2"),
    ("[1e400, 1e-400] + [1, 1]", "[1e400, 1]"), ("0.3*[1e400, 1e-400]", "[3e399, 3e-401]"),
    (
      "activations(network(1.5*identity(2), depth: 10), [1e400, 1e-400])[10]",
      "[5.76650390625e401, 5.76650390625e-399]"
    ),
    ("([1e300, 1e-300]*[1e300, 1e-300]')[2, 2]", "1e-600"),
    ("([[1e300, 0], [0, 1e-300]]')[2, 2]", "1e-300"),
    ("trace([[1e300, 0], [0, 1e-300]] - [[1e300, 0], [0, 0]])", "1e-300"),
    ("-[1e300, 1e-300]", "[-1e300, -1e-300]"), ("relu([1e300, -1, 1e-300])[3]", "1e-300"),
    ("leaky_relu([1e300, -1e-300])[2]", "-1e-302"),
  ]

  static let tails = [
    ("sigmoid([0, -1000])", "[0.5, 5.07595889754946e-435]"),
    ("slope(sigmoid, [0, -1000])[2]", "5.07595889754946e-435"),
    ("slope(tanh, [0.5, 1000])[2]", "1.03061434918446e-868"),
    ("tanh([1e-400, 1])[1]", "1e-400"), ("silu([1, -1000])[2]", "-5.07595889754946e-432"),
    ("gelu([1, -60])[2]", "-7.42543817186039e-783"), ("elu([1, -1e-400])[2]", "-1e-400"),
    ("softplus([1, -1000])[2]", "5.07595889754946e-435"),
    ("sigmoid([-40, -3000])[2]", "1.30783901892125e-1303"),
    ("slope(tanh, [30, 3000])[2]", "6.8417715976516e-2606"),
  ]

  static let powers = [
    ("([[1, 1], [1, 0]]^1000000)[1, 2]", "1.95328212870776e208987"),
    (
      "[[0.5, 0.3], [0.2, 0.6]]^10000*[1, 1]", "[7.94090351913296e-970, 7.94090351913296e-970]"
    ),
    ("([[1, 2], [3, 4]]^(10^9))[1, 1]", "1.27245072776739e730158746"),
    ("([[cos(1), -sin(1)], [sin(1), cos(1)]]^1000000)[2, 1]", "-0.349993502171293"),
    ("(1 + 1e-18)^1e18", "2.71828182845905"), ("(1 - 1e-18)^(1e18 + 1)", "0.367879441171442"),
    ("[[1, 2], [3, 4]]^-3", "[-14.75    6.75]\n[10.125  -4.625]"),
    ("(2*identity(2))^-3", "0.125 * identity(2)"),
    ("inverse([[0.1, 0.2], [0.3, 0.7]])", "[ 70  -20]\n[-30   10]"),
    ("inverse([[1e300, 1], [0, 1e-300]])", "[1e-300     -1]\n[     0  1e300]"),
    ("inverse([[2, 1, 0], [1, 3, 1], [0, 1, 4]])[2, 2]", "0.444444444444444"),
    ("inverse([[1, 1], [1, 1 + 1e-10]])[1, 2]", "-1e10"),
    ("inverse([[1, 1e30], [0, 1]])", "[1  -1e30]\n[0      1]"),
    ("inverse([[1, 1e40], [-1e-40, 1]])[2, 1]", "5e-41"),
    ("inverse([[7.49e17, 0], [3.83e-34, 2e-46]])[1, 2]", "0"),
    ("inverse([[3, 0], [1e-10, 1e-30]])[1, 2]", "0"),
    ("inverse([[-1e39, -8.79e-45], [1e-38, 6.62e-53]])[1, 2]", "-1.32779456193353e-31"),
    ("inverse([[2e56, 1.72e8], [-4.75e-6, 6.27e-6]])[1, 2]", "-1.37161084529506e-43"),
    (
      "inverse([[-5.85e6, 2.91e5, 0], [-4.09e19, 2e-4, 2e2], [-1e-15, -1e-24, 2e12]])[1, 1]",
      "1.68040396911418e-29"
    ), ("([[1, -2, -2], [-1, 0, 2], [1, 1, -1]]^1000)[1, 1]", "1"),
    ("([[-1, 2, 1], [-2, 2, -1], [2, 1, -2]]^400)[2, 1]", "-6.52693382500413e138"),
    ("([[0, 0, -2], [1, -2, 0], [2, -1, 2]]^1000)[1, 1]", "0"),
    ("([[0.1, 0.2], [0.3, 0.4]]^50)[1, 1]", "7.69349222138618e-15"),
  ]

  /// ln |det M| is the sum of the exponents, and exponents are those of Gram minors, in fractions.
  static let exponents = [
    ("sum(lyapunov(network([[1, 1e10], [3e-2, 7e10]], depth: 2), [1, 1]))", "24.9674661547129"),
    (
      "lyapunov(network([[0.8365e-14, 0.3921e-19, 0.8264e-7], [0.6962e4, -0.5001, 0.2319e11], "
        + "[0.5601e3, -0.521e-1, 0.717e10]], depth: 4), [1, 1, 1])[3]", "-27.7730335939848"
    ),
  ]

  static let ranks = [
    ("rank([[0.4, 1.2], [1.2, 3.6]])", "1"), ("singular_values([[0.1, 0.3], [0.3, 0.9]])[2]", "0"),
    ("rank(0.1*[[1, 3], [3, 9]])", "1"), ("rank([[0.4, 1.2], [1.2, 3.7]])", "2"),
    ("singular_values([[0.1, 0.2], [0.2, 0.4000000001]])[2]", "1.99999999968e-11"),
  ]

  static let ties = [
    ("rounded(9.238719940185546875e-7, to: float16) == 16*2^-24", "true"),
    ("rounded(4.470348358154296875e-7, to: float16) == 8*2^-24", "true"),
    ("rounded(9.238719940185546874e-7, to: float16) == 15*2^-24", "true"),
  ]

  static let board = [
    ("[1, 2]*[1, 2]'", "[1  2]\n[2  4]"), ("[1, 2]'*[1, 2] == dot([1, 2], [1, 2])", "true"),
    ("1 + [1, 2]'*[1, 2]", "6"), ("0.1*ones(2)*ones(2)'", "[0.1  0.1]\n[0.1  0.1]"),
    ("[1, 2]*[1, 2]'/([1, 2]'*[1, 2])", "[0.2  0.4]\n[0.4  0.8]"), ("2*[3]", "[6]"),
    ("[1, 2]'*[1, 2] > 4", "true"), ("[1, 2]/([1, 2]'*[1, 2])", "[0.2, 0.4]"),
    (
      """
      net = network(gaussian(), widths: [2, 3, 2], seed: 1)
      dJ_dz(net, [1, 2])[2]*activations(net, [1, 2])[1]' == dJ_dW(net, [1, 2])[2]
      """, "true"
    ),
  ]

  static let decimals = [
    ("0.1 + 0.2 - 0.3", "0"), ("1 - 0.9 - 0.1", "0"), ("3*0.1 - 0.3", "0"),
    ("(10^23 + 1) - 0.1*10^24", "1"), ("0.1 + 0.2 - 0.3 == 0", "true"),
    ("0.1 + 0.2 > 0.3", "false"), ("0.1 + 0.2 <= 0.3", "true"), ("0.1 + 0.2 != 0.3", "false"),
    ("1/3 + 1/3 + 1/3 - 1", "0"), ("(1 + 1e-40) - 1", "1e-40"), ("(10^40 + 1) - 10^40", "1"),
    ("(1 + 1e-30) - 1", "1e-30"), ("p = 0.1 + 0.2\np - 0.3", "0"),
    ("f(t) = t - 0.3\nf(0.1 + 0.2)", "0"), ("1.1^20 - 1.21^10", "0"), ("0.7/7 - 0.1", "0"),
    ("[0.1, 0.2] + [0.2, 0.1] - [0.3, 0.3]", "[0, 0]"), ("sum([0.1, 0.2, -0.3])", "0"),
    ("0.1*[3, 1] - [0.3, 0.1]", "[0, 0]"), ("dot([0.1, 0.2, -0.3], [1, 1, 1])", "0"),
    ("[[0.1, 0.2]] + [[0.2, 0.1]] - [[0.3, 0.3]]", "[0  0]"),
    ("sqrt(2)*sqrt(3) - sqrt(6) < 1e-29", "true"),
    ("h(t) = t + 0.2\nh(0.1) - 0.3", "0"), ("[0.7][1]/7 - 0.1", "0"),
    ("floor((0.1 + 0.2)*10)", "3"), ("ceil(0.3/0.1)", "3"), ("[5, 6, 7][0.3/0.1]", "7"),
    ("(-8)^(0.6/0.2)", "-512"), ("identity(2)^(0.7/0.1)", "identity(2)"), ("floor(0.29*100)", "29"),
    ("floor(4.35*100)", "435"), ("floor((1 + 1e-30)*1 - 1e-30)", "1"),
    ("-0.3 + 0.1 + 0.2", "0"), ("1e-200 + 1e200 - 1e200", "1e-200"),
  ]

  @Test("entries far apart", arguments: apart)
  func entry(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("activations' tails beside other entries", arguments: tails)
  func tail(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("powers and inverses of matrices", arguments: powers)
  func power(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("finite-time exponents of matrices with entries far apart", arguments: exponents)
  func exponent(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("a rank is that of the decimals as they were written", arguments: ranks)
  func rank(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("decimals half way between two numbers of a format", arguments: ties)
  func tie(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("rows and columns as on a board", arguments: board)
  func formula(_ text: String, _ value: String) { #expect(shown(text) == value) }

  @Test("decimals and fractions are exact", arguments: decimals)
  func decimal(_ text: String, _ value: String) { #expect(shown(text) == value) }
}
