import Notebooks
import Testing

/// Gradient checks and planted mistakes as a learner meets them.
@Suite("Gradient checking in the language")
struct GradientCheckingTests {
  static let setting = """
    net = network(gaussian(), width: 4, depth: 9, activation: tanh, bias_deviation: 0.1)
    x = [1, 2, 3, 4]
    wrong = mistaken(net, layer: 7, kind: "slope")
    """

  static let values = [
    ("gradient_check(net, x).error < 1e-8", "true"),
    ("gradient_check(net, x, epsilon: 1e-300).verdict", "\"epsilon too small\""),
    ("gradient_check(net, x, epsilon: 1e-300).error", "1"),
    ("gradient_check(net, x, epsilon: 1e-4, sides: 1).verdict", "\"epsilon too large\""),
    ("gradient_check(wrong, x).verdict", "\"wrong\""),
    ("gradient_check(wrong, x).weights[6] > 0.1", "true"),
    ("gradient_check(wrong, x).weights[8] < 1e-7", "true"),
    ("first l where gradient_check(wrong, x).weights[l] < 1e-7", "8"),
    ("wrong(x) == net(x)", "true"), ("exactly(wrong(x), net(x))", "true"),
    ("jacobian(wrong, x)*x == jacobian(net, x)*x", "true"),
    ("dJ_dW(wrong, x)[7] == dJ_dW(net, x)[7]", "false"),
    ("exactly(dJ_dW(wrong, x)[8], dJ_dW(net, x)[8])", "true"),
    (
      "f = mistaken(net, layer: 3, kind: \"factor\")\ndJ_dW(f, x)[3] == 2*dJ_dW(net, x)[3]", "true"
    ),
    ("b = mistaken(net, layer: 3, kind: \"bias\")\ndJ_db(b, x)[3]", "[0, 0, 0, 0]"),
    (
      "t = network([[0.5, 1], [-1, 0.5]], depth: 2)\nw = mistaken(t, layer: 1, kind: \"transpose\")\n"
        + "dJ_dx(w, [1, 0]) == [[0.5, 1], [-1, 0.5]]*dJ_da(t, [1, 0])[1]", "true"
    ),
  ]

  @Test("values", arguments: values)
  func value(_ text: String, _ expected: String) {
    #expect(shown("\(Self.setting)\n\(text)").hasPrefix(expected), "\(text)")
  }

  static let complaints = [
    (
      "gradient_check(net, x, epsilon: 0)",
      "epsilon of gradient_check takes a number above 0, as the difference is divided by it; this is 0."
    ),
    (
      "gradient_check(net, x, sides: 3)",
      "sides of gradient_check takes a whole number from 1 to 2; this is 3."
    ),
    (
      "mistaken(net, kind: \"a sign\")",
      "kind of mistaken takes \"slope\", \"transpose\", \"bias\" or \"factor\"; this is \"a sign\"."
    ),
    (
      "mistaken(net, layer: 12)", "layer of mistaken takes a whole number from 1 to 9; this is 12."
    ),
    (
      "mistaken(network(1.5*identity(2), depth: 3), layer: 2, kind: \"transpose\")",
      "W[2] is its own transpose, so that a missing one changes nothing. Take a layer whose matrix is "
        + "not symmetric."
    ),
    (
      "diagnose(wrong)",
      "net of diagnose takes a network whose gradients are right, and gradient_check(net, x) finds a "
        + "mistake; this is one with a mistake in its backward pass."
    ),
  ]

  @Test("what cannot be is said with what to type", arguments: complaints)
  func complaint(_ text: String, _ message: String) {
    #expect(fault(text, after: Self.setting)?.problem.message == message)
  }

  @Test("a wrong gradient is named with its layer, and a mistaken network says that it is one")
  func words() {
    #expect(
      shown("\(Self.setting)\ngradient_check(wrong, x)").hasPrefix(
        """
        a gradient check
          .verdict = "wrong"          1e-3 or more: gradient and differences disagree,
            nearest to the output in layer 7
        """
      )
    )
    #expect(
      shown("\(Self.setting)\nwrong") == """
        a network of 9 layers, width 4
          weights drawn from gaussian(gain: 1), seed 1
          g(z) = tanh(z), with biases
          with a mistake in its backward pass
        """
    )
  }

  @Test("training a mistaken network is training with its gradients")
  func training() {
    let text = """
      net = network([[[0.5, -0.3], [0.2, 0.8]], [[0.7, 0.1], [-0.4, 0.6]]], activation: tanh)
      task = samples([[1, 1]], [[0.3, -0.5]])
      h = train(mistaken(net, layer: 1, kind: "factor"), task, rate: 0.5, steps: 1)
      k = train(net, task, rate: 0.5, steps: 1)
      """
    for (line, value) in [
      ("h.updates[1][0] == 2*k.updates[1][0]", "true"),
      ("h.updates[2][0] == k.updates[2][0]", "true"),
    ] {
      #expect(shown("\(text)\n\(line)") == value, "\(line)")
    }
  }

  @Test("the V of error over epsilon, in two formats")
  func figure() {
    let text =
      "plot gradient_check(net, x, epsilon: 10^k).error over k in -12...0 in float32, float64"
    let drawn = shown("\(Self.setting)\n\(text) on log")
    #expect(drawn.contains("* float32   o float64"), "\(drawn)")
    let steps = "[1e-12, 1e-10, 1e-8, 1e-6, 1e-4, 1e-2, 1]"
    let log = shown(
      "\(Self.setting)\nplot gradient_check(net, x, epsilon: e).error over e in \(steps) on loglog"
    )
    #expect(log.contains("1e-10"), "\(log)")
  }
}
