import Notebooks
import Testing

/// Jacobians from the language: the cat map's singular values are known in closed form, the others
/// NumPy and mpmath computed.
@Suite("Jacobians in the language")
struct JacobianFunctionTests {
  /// The smallest singular value of [[2, 1], [1, 1]]^L is φ^(-2L): reference rows catmap.*.
  static let catMap = [
    (5, "8.13061875578335e-3"), (15, "5.3749049985557e-7"), (19, "1.14411497632431e-8"),
    (20, "4.37013033918107e-9"), (25, "3.55318637009634e-11"), (30, "2.88896037434991e-13"),
    (39, "4.99993156954631e-17"), (50, "1.26251333806384e-21"), (100, "1.59393992878911e-42"),
    (10_000, "1.76683095867401e-4180"),
  ]

  @Test("the cat map's small singular value at any depth", arguments: catMap)
  func smallest(_ depth: Int, _ value: String) {
    let net = "J = jacobian(network([[2, 1], [1, 1]], depth: \(depth)), [1, 1])"
    for found in ["singular_values(J)[2]", "J.smallest", "singular_values(J, smallest: 1)[1]"] {
      #expect(shown("\(net)\nabs(\(found)/\(value) - 1) < 1e-10") == "true", "\(found)")
    }
    #expect(shown("\(net)\nJ.largest*J.smallest == 1") == "true")
    // At depth L the rate misses its limit by about 1/L.
    #expect(shown("\(net)\nabs(lyapunov(J)[2] - ln(1.5 - sqrt(5)/2)) < 1/\(depth)") == "true")
  }

  @Test("some of values close to each other are those of all, as no iteration tells them apart")
  func close() {
    #expect(shown("singular_values(diagonal(1...1.01), largest: 1)") == "σ[1] = 1.01")
    let both = "M = sample(gaussian(), 150, 150)\na = singular_values(M)"
    for (some, all) in [("largest: 2)[2]", "a[2]"), ("smallest: 1)[1]", "a[150]")] {
      #expect(shown("\(both)\nabs(singular_values(M, \(some)/\(all) - 1) < 1e-9") == "true")
    }
  }

  @Test("at L = 150, as issue 6 asks")
  func atDepth150() {
    let text = shown("singular_values(jacobian(network([[2,1],[1,1]], depth: 150), [1,1]))")
    #expect(text.hasPrefix("σ[1] = 4.96926405784e62"))
    #expect(text.contains("σ[2] = 2.0123704201"))
    #expect(text.hasSuffix("e-63"))
  }

  static let bent = """
    M = [[0.5, -0.25], [1.5, 0.75]]
    net = network(M, depth: 3, activation: tanh, bias: [0.1, -0.2])
    x = [1, -2]
    J = jacobian(net, x)
    """

  /// mpmath with 40 digits, from the derivatives of each layer.
  static let ofBent = [
    ("norm(J - entries)", "0"), ("norm(J*[1, 2] - entries*[1, 2])", "0"),
    ("norm(J' - entries')", "0"), ("norm(dJ_dx(net, x) - J'*[1, 1])", "0"),
    (
      "norm(layer_jacobian(net, x, 3)*layer_jacobian(net, x, 2)*layer_jacobian(net, x, 1) - J)", "0"
    ),
    ("J[2, 1]", "0.084006224744029947958"),
    ("norm(singular_values(J)[1])", "0.30593201277460959259"),
    ("singular_values(J)[2]", "0.067873594141338491509"),
    ("condition_number(J)", "4.5073789983412907869"), ("rank(J)", "2"),
    ("trace(J)", "-0.30437402113668051125"), ("norm(J)", "0.3133707408517697361"),
  ]

  @Test("a network of tanh", arguments: ofBent)
  func bending(_ text: String, _ value: String) {
    let entries =
      "entries = [[-0.26866926502765522256, -0.13298936742062177334], [0.084006224744029947958, -0.035704756109025288686]]"
    let difference = "abs(\(text) - \(value)) <= 1e-13*(1 + abs(\(value)))"
    #expect(shown("\(Self.bent)\n\(entries)\n\(difference)") == "true", "\(text)")
  }

  static let values = [
    ("singular_values([[3, 0], [4, 5]])[1]^2 == 45", "true"),
    ("singular_values([[3, 0], [4, 5]])[2]^2 == 5", "true"),
    ("rank([[1, 2], [2, 4]])", "1"), ("singular_values([[1, 2], [2, 4]])[2]", "0"),
    ("rank([[1, 0, 0], [0, 1, 0]])", "2"), ("rank(0*identity(3))", "0"),
    ("condition_number([[1, 0], [0, 4]]) == 4", "true"),
    ("count(singular_values(sample(gaussian(), 3, 5)))", "3"),
    ("max(singular_values([[1, 0], [0, 1e-600]]))", "1"),
    ("min(singular_values(diagonal([1, 1e-200])))", "1e-200"),
    ("sum(singular_values(diagonal([1, 2, 3])))", "6"),
    (
      "J = jacobian(network(2*identity(2), depth: 3), [1, 1])\nJ",
      "J = a Jacobian of 2 × 2, the product of those of 3 layers\n"
        + "  .largest = 8   its largest singular value\n  .smallest = 8  its smallest"
    ),
    ("singular_values(2*identity(2))", "σ[1] = 2\nσ[2] = 2"),
    ("s = singular_values(2*identity(2))\ns/2", "index 1: 1\nindex 2: 1"),
    ("layer_jacobian(network(2*identity(2), depth: 3), [1, 1], 2)", "2 * identity(2)"),
    (
      "layer_jacobian(network([[1, 2], [3, 4]], depth: 3, activation: relu), [1, -1], 1)",
      "[0  0]\n[0  0]"
    ),
  ]

  /// Triangular, nearly singular and graded ones: exact fractions and mpmath.
  static let determined = [
    (
      "singular_values(jacobian(network([[0.5, 1], [0, 2]], depth: 30), [1, 1]))",
      "σ[1] = 1.29047706768074e9\nσ[2] = 7.74907222332287e-10"
    ),
    ("jacobian(network([[1, 1], [0, 4]], depth: 30), [1, 1]).smallest", "0.948683298050514"),
    (
      "singular_values(jacobian(network([[0.5, 0.1], [0, 1.5]], depth: 40), [1, 1]))[2]",
      "9.04981052563007e-13"
    ),
    (
      "singular_values(jacobian(network([[1,2,2],[0,4,2],[0,0,2]], depth: 60), [1,1,1]))[2]",
      "9.3226102172546e17"
    ),
    ("singular_values([[1e-9, 7e8], [0, 1e9]])[2]", "8.1923192051904e-10"),
    ("singular_values([[1, 2, 3], [4, 5, 6], [7, 8, 9]], smallest: 1)[1]", "0"),
    ("rank([[1, 2, 3], [4, 5, 6], [7, 8, 9]])", "2"),
    ("rank(jacobian(network([[0.5, 1], [0, 2]], depth: 30), [1, 1]))", "2"),
    (
      "lyapunov(network(diagonal([0.5, 2]), depth: 20), [1, 1])",
      "λ[1] = 0.6931471806\nλ[2] = -0.6931471806"
    ),
  ]

  @Test("what entries determine is shown to its digits", arguments: determined)
  func shownDetermined(_ text: String, _ value: String) {
    #expect(shown(text) == value)
  }

  @Test("matrices and lists", arguments: values)
  func value(_ text: String, _ shownAs: String) {
    let shown = shown(text)
    #expect(shown == shownAs || "J = " + shown == shownAs)
  }

  @Test("what takes a matrix takes a Jacobian")
  func asMatrix() {
    let board = "J = jacobian(network([[2, 1], [1, 1]], depth: 2), [1, 1])"
    for text in [
      "J == [[5, 3], [3, 2]]", "exactly(J, [[5, 3], [3, 2]])", "sum(J) == 13",
      "2*J == J + J", "J^2 == J*J", "J*[1, 0] == [5, 3]", "-J == 0*J - J", "abs(J) == J",
    ] {
      #expect(shown("\(board)\n\(text)") == "true", "\(text): \(shown("\(board)\n\(text)"))")
    }
  }
}
