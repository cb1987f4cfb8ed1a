import Notebooks
import Testing

/// Networks with an activation and a bias for each layer, and two inputs through one network; NumPy computed
/// the same with a program of its own.
@Suite("An activation and a bias for each layer")
struct LayerActivationTests {
  static let setting = """
    W = [[[0.5, -0.3], [0.2, 0.8]], [[0.7, 0.1], [-0.4, 0.6]], [[1.1, -0.2], [0.3, 0.9]], [[-0.6, 1.2], [0.5, 0.4]]]
    b = [[0.1, -0.2], [0, 0.3], [-0.4, 0.2], [0.05, 0.06]]
    net = network(W, activation: [tanh, sigmoid, relu, linear], bias: b)
    x = [1, 1.5]
    y = [-0.5, 1.5]
    h = train(net, samples([[1, 1.5]], [[0.3, -0.5]]), rate: 0.1, steps: 3)
    """

  static let values = [
    ("net(x)", [1.1785348574829406, 0.482383906840307]),
    ("dJ_dx(net, x)", [-0.018799896366341516, 0.06759523954407423]),
    ("dJ_dW(net, x)[1]*[1, 0]", [-0.06208470652584361, 0.06121228448290143]),
    ("dJ_dW(net, x)[2]*[1, 0]", [0.013651421063679952, 0.04752255317372695]),
    ("dJ_dW(net, x)[3]*[1, 0]", [-0.05467592123161039, 0.8748147397057665]),
    ("jacobian(net, x)'*[1, 1]", [-0.018799896366341516, 0.06759523954407423]),
    ("[h.loss[0], h.loss[3]]", [0.8684508181156979, 0.11574336418507605]),
    (
      "c = correlation(net, x, y)\n[c[1], c[2], c[3], c[4]]",
      [0.7568230077691598, 0.8474077071982937, 0.989282846487419, 0.9993824365773979]
    ),
    (
      "c = correlation(net, x, y, of: \"a\")\n[c[0], c[1], c[2], c[3], c[4]]",
      [
        0.6139406135149205, 0.682165847278939, 0.9892794671499714, 0.997708910890552,
        0.9993824365773979,
      ]
    ),
  ]

  @Test("values", arguments: 0..<values.count)
  func value(_ row: Int) {
    let (text, numbers) = Self.values[row]
    let lines = text.split(separator: "\n")
    let before = lines.dropLast().joined(separator: "\n")
    let difference = "norm(\(lines[lines.count - 1]) - \(numbers)) < 1e-13"
    #expect(shown("\(Self.setting)\n\(before)\n\(difference)") == "true", "\(text)")
  }

  static let truths = [
    "gradient_check(net, x).verdict == \"great\"",
    // A list that says the same everywhere is the same network.
    "exactly(network(W, activation: [tanh, tanh, tanh, relu])(x), network(W, activation: tanh, last_activation: relu)(x))",
    "network(0.5*identity(2), depth: 2, activation: [linear, linear])(x) == 0.25*x",
    // A bias for each layer, in a network that repeats its matrix.
    "network(2*identity(2), depth: 3, bias: [[1, 0], [0, 1], [1, 1]])(x) == 8*x + [5, 3]",
    "network(2*identity(2), depth: 2, last: identity(2), bias: [[1, 0], [0, 1]])(x) == 2*x + [1, 1]",
    "biases(net)[3] == [-0.4, 0.2]",
    "network(W, bias: biases(net), activation: [tanh, sigmoid, relu, linear])(x) == net(x)",
    "network(he(), widths: [2, 8, 8, 2], activation: [tanh, relu, linear], seed: 4)(x) == "
      + "network(weights(network(he(), widths: [2, 8, 8, 2], seed: 4)), activation: [tanh, relu, linear])(x)",
    // Weights by their deviation have the draws of those by their gain.
    "sample(gaussian(deviation: 0.5), 4, 4) == sample(gaussian(gain: 1), 4, 4)",
    "100*sample(gaussian(deviation: 0.01), 9, 4) == sample(gaussian(deviation: 1), 9, 4)",
    "abs(rms(sample(gaussian(deviation: 0.01), 200, 50)) - 0.01) < 0.0004",
    // Cho and Saul: 0, 1/π, 0.4937… of relu's wide layers.
    "abs(correlation(wide, e, f)[2] - 1/pi) < 0.1",
    "abs(correlation(wide, e, f)[3] - 0.4937310902) < 0.1",
    "correlation(net, x, 2*x)[1] < 1",
    "correlation(network(identity(2), depth: 3), x, 2*x)[3] == 1",
    "correlation(network(identity(2), depth: 3), x, -x)[3] == -1",
  ]

  @Test("laws", arguments: truths)
  func law(_ text: String) {
    let wide = """
      wide = network(he(), width: 300, depth: 3, activation: relu)
      e = normal(300)
      f = normal(300, seed: 2) - dot(normal(300, seed: 2), e)/dot(e, e)*e
      """
    #expect(shown("\(Self.setting)\n\(wide)\n\(text)") == "true", "\(text)")
  }

  static let complaints = [
    (
      "network(W, activation: [tanh, relu])",
      "There are 2 activations for 4 layers; give one for each layer, or one for all."
    ),
    (
      "network(W, activation: [tanh, relu, relu, linear], last_activation: linear)",
      "last_activation means nothing to this network: it goes with one activation for all layers before."
    ),
    (
      "network(identity(2), depth: 3, bias: [[1, 1], [1, 1]])",
      "There are 2 biases for 3 layers; give one for each layer, or none."
    ),
    (
      "network(identity(2), depth: 2, bias: [[1, 1, 1], [1, 1, 1]])",
      "b[1] has 3 entries; z[1] has 2."
    ),
    (
      "network(W, bias: [1, 1])",
      "bias of network takes a row for each layer, such as [[0.1, 0], [0, 0.2]]; this is a vector of 2."
    ),
    (
      "gaussian(gain: 2, deviation: 0.1)",
      "gain means nothing to this gaussian: it goes without deviation."
    ),
    (
      "diagnose(net)",
      "net of diagnose takes a network whose hidden layers have one activation; this is one whose hidden "
        + "layers have several."
    ),
    (
      "correlation(network(identity(2), depth: 2, activation: relu), [1, 1], [-1, -1])",
      "z[2] is 0 for y, and what is 0 has no direction and no angle. Take another input, or an "
        + "activation that lets something through."
    ),
  ]

  @Test("what cannot be", arguments: complaints)
  func complaint(_ text: String, _ message: String) {
    #expect(fault(text, after: Self.setting)?.problem.message == message)
  }

  @Test("a network says which activation is where, and derives itself with them")
  func words() {
    #expect(
      shown("\(Self.setting)\nnet") == """
        a network of 4 layers, width 2
          4 different weight matrices
          g is tanh in layer 1, sigmoid in layer 2, relu in layer 3, linear in layer 4,
            with biases
        """
    )
    #expect(
      shown("derive(network(identity(2), depth: 3, activation: [tanh, relu, relu]))") == """
        z[1] = W[1] x
        a[1] = g[1](z[1])
        z[2] = W[2] a[1]
        a[2] = g[2](z[2])
        z[3] = W[3] a[2]
        a[3] = g[3](z[3]) = ŷ
        g[1](z) = tanh(z)
        g[2…3](z) = max(0, z)

        With W[1…3] = I.
        """
    )
    #expect(
      shown("network(gaussian(deviation: 0.01), width: 4, depth: 3)").contains(
        "weights drawn from gaussian(deviation: 0.01), seed 1"
      )
    )
  }
}
