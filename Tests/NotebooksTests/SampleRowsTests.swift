import Notebooks
import Testing

/// Networks of several samples at once, and batch norms over them.
@Suite("Samples as the rows of a matrix")
struct SampleRowsTests {
  static let setting = """
    M = [[0.5, -0.25, 0.1], [1.5, 0.75, -0.3], [0.2, -0.6, 0.9]]
    X = [[1, -2, 0.5], [0.25, 1.5, -1], [-0.75, 0.5, 2], [1.25, 0.5, 0.25]]
    T = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0.5, 0.5, 0]]
    net = network(M, depth: 3, bias: [0.1, -0.2, 0.3], activation: tanh, norm: "batch")
    plain = network(M, depth: 3, activation: tanh)
    J = squared_error(T)
    """

  static let values = [
    // NumPy, with a program of its own.
    (
      "norm(net(X)[1, 1] - 0.4519776157153951) + norm(net(X)[4, 3] + 0.5525966328775219) < 1e-14",
      "true"
    ),
    ("abs(loss(net, X, loss: J) - 0.876813680497725) < 1e-14", "true"),
    (
      "norm(dJ_dx(net, X, loss: J)'*[1, 0, 0, 0] - [0.0017079735940359337, -0.018436055463546656, "
        + "0.013928489493502932]) < 1e-14",
      "true"
    ),
    ("abs(dJ_dW(net, X, loss: J)[1][1, 1] + 0.019318354477516064) < 1e-14", "true"),
    ("dJ_da(net, X, loss: J)[0] == dJ_dx(net, X, loss: J)", "true"),
    // Each unit has mean 0 and, but for ε, variance 1 over the samples; each layer has a row a sample.
    ("norm(preactivations(net, X)[2]'*ones(4)) < 1e-14", "true"),
    ("abs(rms(preactivations(net, X)[1]) - 1) < 1e-4", "true"),
    ("activations(net, X)[0] == X", "true"), ("activations(net, X)[3] == net(X)", "true"),
    // Without a batch norm samples know nothing of each other, and J is their mean.
    ("plain(X)'*[0, 1, 0, 0] == plain([0.25, 1.5, -1])", "true"),
    ("loss(plain, X) == sum(plain(X))/4", "true"),
    ("dJ_db(plain, X)[3] == dJ_dz(plain, X)[3]'*ones(4)", "true"),
    (
      "dJ_dW(plain, X, loss: J)[3] == dJ_dz(plain, X, loss: J)[3]'*activations(plain, X)[2]", "true"
    ),
    // bn.explode: √(π/(π − 1)) from layer to layer, but of a last one, which has no norm, and of the
    // first, whose samples have mean 0, and times √(1 − 2/B): of B directions of the samples each norm
    // takes two away. Linear layers keep the size but for these.
    ("abs(growth(relu)/sqrt(pi/(pi - 1)*(1 - 2/64)) - 1) < 0.02", "true"),
    ("abs(growth(linear) - 1) < 0.05", "true"),
    (
      "network(he(), width: 4, depth: 3, norm: \"batch\")",
      """
      a network of 3 layers, width 4
        weights drawn from he(), seed 1
        g(z) = z, b = 0
        z[l] has mean 0 and variance 1 over the samples in the hidden layers
      """
    ),
    // A trained one has kept statistics for one sample; in a matrix samples have their own.
    ("accuracy(h.net, xor)", "1"),
    ("norm(h.net([1, -1]) - h.net(xor().inputs)'*[0, 1, 0, 0]) > 0.01", "true"),
    ("norm(jacobian(h.net, [1, -1])'*[1, 1] - dJ_dx(h.net, [1, -1])) < 1e-14", "true"),
    ("gradient_check(h.net, [0.5, -1]).verdict", "\"great\""),
  ]

  static let further = """
    g(f) = rms(dJ_da(network(he(), width: 64, depth: 14, activation: f, norm: "batch"), P, loss: Q))
    P = sample(gaussian(gain: sqrt(64)), 64, 64)
    Q = squared_error(sample(gaussian(gain: sqrt(64)), 64, 64, seed: 2))
    growth(f) = (g(f)[1]/g(f)[13])^(1/12)
    start = network(he(), widths: [2, 8, 8, 2], activation: relu, last_activation: linear, norm: "batch")
    h = train(start, xor, rate: 0.3, steps: 200)
    """

  @Test("values", arguments: values)
  func value(_ text: String, _ shownAs: String) {
    let shown = shown("\(Self.setting)\n\(Self.further)\n\(text)", columns: 120)
    #expect(shown == shownAs, "\(text): \(shown)")
  }

  private static let one =
    "A batch norm takes the mean and variance of each unit over several samples, and of one there is no "
    + "variance. Give samples as the rows of a matrix, train in batches of 2 or more, or take a network "
    + "that was trained: it has kept averages for one."

  static let refused = [
    ("net([1, 2, 3])", one), ("net([[1, 2, 3]])", one), ("activations(net, [1, 2, 3])", one),
    ("jacobian(net, [1, 2, 3])", one), ("diagnose(net)", one),
    (
      "train(network(he(), width: 2, depth: 3, norm: \"batch\"), xor, rate: 1, steps: 2, batch: 1)",
      one
    ),
    (
      "net([[1, 2], [3, 4]])",
      "Each row of a matrix is a sample: these have 2 entries, and the network takes 3. Where samples "
        + "stand as columns, write a prime behind the matrix."
    ),
    (
      "loss(net, X, loss: squared_error([[1, 0, 0], [0, 1, 0]]))",
      "There are 2 targets for 4 samples; give a row for each sample, or one vector for all."
    ),
    (
      "loss(net, X, loss: squared_error([1, 0]))",
      "The target has 2 entries; the output ŷ has 3."
    ),
    (
      "theory(network(he(), width: 4, depth: 4, norm: \"batch\"), ones(4))",
      "The theory here is of one input at a time, and a batch norm of several: dJ_da(net, X) says what "
        + "this network does to samples as the rows of a matrix X."
    ),
  ]

  @Test("what cannot be", arguments: refused)
  func refusals(_ text: String, _ message: String) throws {
    let failure = try #require(fault(text, after: Self.setting))
    #expect(failure.problem.message == message)
  }
}
