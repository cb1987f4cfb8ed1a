import Notebooks
import Testing

/// Skips, norms, further initialisations and what counts in float formats only.
@Suite("Structure and initialisations in the language")
struct StructureTests {
  static let setting = """
    M = [[0.5, -0.25, 0.1], [1.5, 0.75, -0.3], [0.2, -0.6, 0.9]]
    b = [0.1, -0.2, 0.3]
    x = [1, -2, 0.5]
    both = network(M, depth: 3, bias: b, activation: tanh, residual: 0.5, norm: true)
    norms = network(M, depth: 3, bias: b, activation: tanh, norm: true)
    blocks(p) = network(M, depth: 4, bias: b, activation: tanh, residual: 0.5, block: 2, norm: p)
    dropping = network(identity(400), depth: 2, dropout: 0.5)
    dropped = activations(dropping, ones(400), seed: 1)
    spread(i, r, c) = rms(sample(i, r, c))
    """

  static let values = [
    // NumPy, with a program of its own.
    (
      "norm(both(x) - [1.6001453979994769, -3.2445744417766047, 1.8148768928537558]) < 1e-14",
      "true"
    ),
    (
      "norm(norms(x) - [0.4077476902620295, -0.7511364906689104, 0.9173279065961095]) < 1e-14",
      "true"
    ),
    ("gradient_check(both, x).verdict", "\"great\""),
    ("gradient_check(norms, x, loss: squared_error([1, 0, 0])).verdict", "\"great\""),
    ("norm(dJ_dx(both, x) - jacobian(both, x)'*[1, 1, 1]) < 1e-14", "true"),
    // NumPy, with a program of its own: two blocks of two layers.
    (
      "norm(blocks(\"pre\")(x) - [1.5319554843006962, -1.5252419703008842, 1.3797494341113592]) < 1e-14",
      "true"
    ),
    (
      "norm(blocks(\"post\")(x) - [1.0983287073534134, -1.1885756238990979, 1.0226899965564722]) < 1e-14",
      "true"
    ),
    (
      "norm(blocks(\"layer\")(x) - [1.2536279408875297, -2.7807953388261657, 1.373795410618535]) < 1e-14",
      "true"
    ),
    ("gradient_check(blocks(\"pre\"), x).verdict", "\"great\""),
    ("gradient_check(blocks(\"post\"), x).verdict", "\"great\""),
    ("norm(dJ_dx(blocks(\"pre\"), x) - jacobian(blocks(\"pre\"), x)'*[1, 1, 1]) < 1e-14", "true"),
    (
      "norm(jacobian(blocks(\"post\"), x)*x "
        + "- layer_jacobian(blocks(\"post\"), x, 4)*layer_jacobian(blocks(\"post\"), x, 2)*x) < 1e-14",
      "true"
    ),
    // Two layers of 2 I and a skip: 1 + 0.5*2*2 = 3 in each block.
    ("network(2*identity(2), depth: 6, residual: 0.5, block: 2)([1, 1])", "[27, 27]"),
    (
      "network(he(), width: 4, depth: 4, activation: [relu, linear], residual: 1, block: 2)",
      """
      a network of 4 layers, width 4
        weights drawn from he(), seed 1
        g is relu in layer 1, linear in layer 2, relu in layer 3, linear in layer 4, b = 0
        a[l] = a[l-2] + g(z[l]) where a block of 2 layers ends
      """
    ),
    (
      "network(he(), widths: [2, 4, 4, 4, 1], activation: [tanh, linear], residual: 1, block: 2, "
        + "norm: \"pre\", last_activation: sigmoid)",
      """
      a network of 4 layers, widths 2, 4 (3 times), 1
        weights drawn from he(), seed 1
        g is tanh in layers 1 to 2, linear in layer 3, sigmoid in layer 4, b = 0
        a[l] = a[l-2] + g(z[l]) where a block of 2 layers ends; what a block's first W gets has mean 0 and variance 1
      """
    ),
    (
      "derive(network(0.5*identity(2), depth: 6, residual: 0.1, block: 2, norm: \"pre\"))",
      """
      z[1] = W[1] norm(x)
      a[1] = g(z[1])
      z[2] = W[2] a[1]
      a[2] = x + 0.1 g(z[2])
      …
      z[6] = W[6] a[5]
      a[6] = a[4] + 0.1 g(z[6]) = ŷ
      g(z) = z
      norm(u) = (u - mean u)/√(variance of u + 1e-5)
      A skip adds what came in: the way back has a path past every W.

      With W[1…6] = 0.5 I.
      """
    ),
    (
      "derive(network(0.5*identity(2), depth: 4, residual: 1, block: 2, norm: \"post\"))",
      """
      z[1] = W[1] x
      a[1] = g(z[1])
      z[2] = W[2] a[1]
      a[2] = norm(x + g(z[2]))
      …
      z[4] = W[4] a[3]
      a[4] = a[2] + g(z[4]) = ŷ
      g(z) = z
      norm(u) = (u - mean u)/√(variance of u + 1e-5)
      A skip adds what came in: the way back has a path past every W.

      With W[1…4] = 0.5 I.
      """
    ),
    // Of 400 ones half are 2, half 0: mean 1 and variance 1, to four deviations of 1/20.
    ("abs(mean(dropped[1]) - 1) < 0.2", "true"), ("abs(rms(dropped[1])^2/2 - 1) < 0.2", "true"),
    ("dropped[1] == dropped[2]", "true"), ("max(dropped[1])", "2"), ("min(dropped[1])", "0"),
    ("activations(dropping, ones(400))[1] == ones(400)", "true"),
    ("preactivations(dropping, ones(400), seed: 1)[2] == dropped[1]", "true"),
    (
      "network(he(), width: 4, depth: 3, dropout: 0.2)",
      """
      a network of 3 layers, width 4
        weights drawn from he(), seed 1
        g(z) = z, b = 0
        training drops each hidden unit with probability 0.2
      """
    ),
    // resnet.scalar
    ("network(0.5*identity(1), depth: 150, residual: 1)(1) == [1.5^150]", "true"),
    (
      "abs(network(identity(1), depth: 150, residual: 0.01)(1)[1]/4.448422896030057 - 1) < 1e-13",
      "true"
    ),
    // The norm leaves no mean, and a variance of 1 but for its ε.
    ("abs(sum(preactivations(norms, x)[1])) < 1e-14", "true"),
    ("abs(rms(preactivations(norms, x)[2]) - 1) < 1e-4", "true"),
    // The deviations, from their definitions; 200 × 300 draws miss by 1 %.
    ("abs(spread(uniform(), 200, 300)*sqrt(3*300) - 1) < 0.01", "true"),
    ("abs(spread(he_uniform(), 200, 300)*sqrt(300/2) - 1) < 0.01", "true"),
    ("abs(spread(he_uniform(slope: 1, fan: \"out\"), 200, 300)*sqrt(200) - 1) < 0.01", "true"),
    ("abs(spread(he(fan: \"out\"), 200, 300)*sqrt(100) - 1) < 0.01", "true"),
    ("abs(spread(lecun_uniform(), 200, 300)*sqrt(300) - 1) < 0.01", "true"),
    ("abs(spread(truncated_normal(scale: 4), 200, 300)*sqrt(75) - 1) < 0.01", "true"),
    (
      "abs(spread(variance_scaling(scale: 4, fan: \"average\"), 200, 300)*sqrt(62.5) - 1) < 0.01",
      "true"
    ),
    ("max(abs(sample(uniform(gain: 2), 99, 100))) <= 0.2", "true"),
    ("max(abs(sample(lecun_uniform(), 99, 100))) <= sqrt(3)/10", "true"),
    // Cut at two deviations of a normal that is 1/0.8796 wider.
    ("max(abs(sample(truncated_normal(), 99, 100))) <= 2/0.8796/10", "true"),
    ("sample(he_uniform, 3, 3) == sample(he_uniform(), 3, 3)", "true"),
    ("sample(truncated_normal, 3, 3) == sample(truncated_normal(scale: 1), 3, 3)", "true"),
    ("sample(gaussian(gain: 0), 2, 2)", "[0  0]\n[0  0]"),
    ("sample(gaussian(gain: -1), 3, 3) == -sample(gaussian(), 3, 3)", "true"),
    ("he_uniform()", "he_uniform()"), ("lecun_uniform()", "lecun_uniform()"),
    ("truncated_normal()", "truncated_normal()"), ("uniform(gain: 2)", "uniform(gain: 2)"),
    (
      "he(slope: 1, fan: \"average\")",
      "variance_scaling(scale: 1, fan: \"average\", shape: \"normal\")"
    ),
    (
      "network(0.5*identity(2), depth: 3, residual: 1)",
      """
      a network of 3 layers, width 2
        W[1…3] = 0.5 I
        g(z) = z, b = 0
        a[l] = a[l-1] + g(z[l])
      """
    ),
    (
      "network(he(), widths: [2, 4, 4], residual: 0.1, norm: true, activation: relu)",
      """
      a network of 2 layers, widths 2, 4, 4
        weights drawn from he(), seed 1
        g(z) = max(0, z), b = 0
        a[l] = a[l-1] + 0.1 g(z[l]) where both have one width; z[l] has mean 0 and variance 1 in the hidden layers
      """
    ),
    (
      "derive(network(0.5*identity(2), depth: 2, residual: 1, norm: true, bias: [1, 1]))",
      """
      z[1] = norm(W[1] x + b[1])
      a[1] = x + g(z[1])
      z[2] = W[2] a[1] + b[2]
      a[2] = a[1] + g(z[2]) = ŷ
      g(z) = z
      norm(u) = (u - mean u)/√(variance of u + 1e-5)
      A skip adds what came in: the way back has a path past every W.

      With W[1…2] = 0.5 I.
      """
    ),
  ]

  @Test("values, deviations and words", arguments: values)
  func value(_ text: String, _ shownAs: String) {
    let shown = shown("\(Self.setting)\n\(text)", columns: 120)
    #expect(shown == shownAs, "\(text): \(shown)")
  }

  static let refused = [
    (
      "network(he(), width: 4, depth: 3, dropout: 1)",
      "A dropout of 1.0 is no share of units to drop that leaves some: take 0 or more and less than 1. "
        + "Those that are left grow by 1/(1 - p), which 1 would make infinite."
    ),
    (
      "activations(network(he(), width: 4, depth: 3), ones(4), seed: 2)",
      "seed means nothing to this network: it goes with a network that drops units, as of dropout: 0.5."
    ),
    (
      "network(he(), width: 4, depth: 5, residual: 1, block: 2)",
      "Blocks of 2 layers leave layer 5 over: a skip goes past a whole block, to a layer as wide as the "
        + "one that it begins behind. Take 4 or 6 layers, or another block."
    ),
    (
      "network(he(), width: 4, depth: 4, block: 2)",
      "block means nothing to this network: it goes with residual, whose skips go past blocks."
    ),
    (
      "network(he(), width: 4, depth: 4, norm: \"pre\")",
      "norm means nothing to this network: it goes with residual, as \"pre\" and \"post\" are of its "
        + "blocks."
    ),
    (
      "network(he(), width: 4, depth: 4, residual: 1, block: 0)",
      "block of network takes a whole number from 1 to 1 000 000; this is 0."
    ),
    (
      "network(he(), width: 4, depth: 4, norm: \"both sides\")",
      "norm of network takes true, false, \"layer\", \"pre\", \"post\" or \"batch\"; this is "
        + "\"both sides\"."
    ),
    (
      "layer_jacobian(network(identity(2), depth: 4, residual: 1, block: 2), [1, 1], 3)",
      "Layer 3 is inside a block: the skip past it begins behind layer 2 and ends in layer 4. Take 4 for "
        + "the factor of the block."
    ),
    (
      "theory(network(he(), width: 4, depth: 4, residual: 1, block: 2), ones(4))",
      "The theory here is of layers one by one, and has no skips past several layers and no norms before "
        + "or after blocks. activations(net, x) and dJ_da(net, x) say what this network does."
    ),
  ]

  @Test("blocks that do not fit", arguments: refused)
  func refusals(_ text: String, _ message: String) throws {
    let failure = try #require(fault(text))
    #expect(failure.problem.message == message)
  }

  @Test("a float format that flushes, and a loss that is scaled")
  func formats() {
    let net = "net = network(0.5*identity(2), depth: 30)\nx = [1, 1]\n"
    // dtype.float16.0.5: first_zero_with_FTZ 15, first_zero 25.
    let flushed = shown(net + "table rms(activations(net, x, flush: true)) at 14, 15 in float16")
    #expect(flushed.hasSuffix("float16: zero from layer 15."))
    let gradual = shown(net + "table rms(activations(net, x)) at 14, 15 in float16")
    #expect(gradual.contains("zero from layer 25"))
    #expect(shown(net + "activations(net, x, flush: true) == activations(net, x)") == "true")
    let lost = shown(net + "table rms(dJ_da(net, x)) at 0 in float16")
    #expect(lost.contains("zero from layer 5 down"))
    let kept = shown(net + "table rms(dJ_da(net, x, loss_scale: 2^14)) at 0 in float16")
    #expect(kept.contains("9.31323e-10"))
  }
}
