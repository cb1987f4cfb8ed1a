import Notebooks
import Testing

/// The lecture's network and a small one of tanh whose values mpmath computed with 40 digits.
@Suite("Networks, computed elsewhere")
struct NetworkValueTests {
  static let board = [
    ("y", "[2216.8378200531, 2216.8378200531]"), ("W[2]*W[1]*x == a[2]", "true"),
    ("y == M^(L-1)*x", "true"), ("exactly(y, M^(L-1)*x)", "true"), ("a[20] == y", "true"),
    ("a[0] == x", "true"), ("first l where rms(a[l]) >= 10", "6"),
    ("first l where rms(a[l]) >= 1e10", "never up to 20"), ("depth(net)", "20"),
    ("count(a)", "21"), ("count(W)", "20"), ("count(widths(net))", "21"), ("M[1, 2]", "0"),
    ("norm(a)[3]/norm(x)", "3.375"), ("f(t) = t^2 + 1\nf(s)", "3.25"),
    ("s = 1.01\nL = 1000\nfirst l where rms(a[l]) >= 10", "232"),
    ("s = 0.9\nL = 100\nfirst l where rms(a[l]) <= 0.1", "22"),
    ("L = 10000\nrms(y)", "5.45129014228285e1760"), ("L = 1\ny", "[1, 1]"),
    // dJ/dW[l] = δ[l] a[l-1]ᵀ with ‖δ[l]‖ = 1.5^(19-l) √2 and ‖a[l-1]‖ = 1.5^(l-1) √2.
    ("norm(dJ_dW(net, x))[1] == 2*1.5^18", "true"), ("norm(dJ_dW(net, x))[19] == 2*1.5^18", "true"),
    ("norm(dJ_dW(net, x))[20] == 2*1.5^19", "true"), ("dJ_dx(net, x) == 1.5^19*x", "true"),
    ("loss(net, x) == 2*1.5^19", "true"),
  ]

  @Test("the board of the lecture", arguments: board)
  func onTheBoard(_ text: String, _ value: String) {
    #expect(shown(lecture + "\n" + text) == value)
  }

  static let bent = """
    M = [[0.5, -0.25], [1.5, 0.75]]
    net = network(M, depth: 3, activation: tanh, bias: [0.1, -0.2])
    x = [1, -2]
    target = [1, 0]
    """

  static let ofBent = [
    ("activations(net, x)[2]", "[0.50021536651967686, 0.69248625155148247]"),
    ("net(x)", "[0.17516100874840737, 0.7893435471022783]"),
    ("preactivations(net, x)[3]", "[0.17698612037196781, 1.0696877384431271]"),
    ("dJ_dz(net, x)[1]", "[0.15272520677566885, -0.17401709578097313]"),
    ("dJ_db(net, x)[2]", "[0.78732214567682462, 0.021012601720708655]"),
    ("dJ_da(net, x)[0]", "[-0.18466304028362527, -0.16869412352964706]"),
    ("dJ_dx(net, x)", "[-0.18466304028362527, -0.16869412352964706]"),
    (
      "dJ_dW(net, x)[1]",
      "[[0.15272520677566885, -0.3054504135513377], [-0.17401709578097313, 0.34803419156194627]]"
    ),
    (
      "dJ_dW(net, x, loss: sum)[3]",
      "[[0.48486806928498599, 0.67123981842520335], [0.18854956188313717, 0.26102352722303227]]"
    ),
    ("[loss(net, x, loss: squared_error(target))]", "[0.65171129842047578]"),
    ("[loss(net, x, loss: cross_entropy(target))]", "[1.0466679733147941]"),
    ("dJ_dx(net, x, loss: squared_error(target))", "[0.28791865696384171, 0.08151149683489332]"),
    ("network(M, depth: 3, activation: relu, bias: [0.1, -0.2])(x)", "[0.0625, 1.8625]"),
    (
      "network(M, depth: 3, activation: leaky_relu, slope: 0.2, bias: [0.1, -0.2])(x)",
      "[0.075, 1.855]"
    ),
    (
      "network(M, depth: 3, activation: sigmoid, bias: [0.1, -0.2])(x)",
      "[0.54982095200129201, 0.78059871919373542]"
    ),
  ]

  @Test("a network of tanh, and its gradients", arguments: ofBent)
  func bending(_ text: String, _ value: String) {
    #expect(shown("\(Self.bent)\nnorm(\(text) - \(value)) < 1e-15*norm(\(value))") == "true")
  }

  @Test("networks of given matrices")
  func ofMatrices() {
    let net = "A = [[1, 2], [3, 4], [5, 6]]\nB = [[1, 0, -1]]\nnet = network([A, B])"
    #expect(shown("\(net)\nnet([1, 1])") == "[-8]")
    #expect(shown("\(net)\nwidths(net)") == "n[0] = 2\nn[1] = 3\nn[2] = 1")
    #expect(shown("\(net)\nweights(net)[2]") == "[1  0  -1]")
    #expect(shown("net = network([[2]], depth: 3, last: [[5]])\nnet(3)") == "[60]")
  }

  static let lists = [
    ("a == 1*a", "true"), ("exactly(a, 1*a)", "true"), ("exactly(rms(a), norm(a))", "false"),
    ("exactly(a, W)", "false"), ("W == W", "true"), ("rms(a) == norm(a)/sqrt(2)", "true"),
    ("rms(a) == norm(a)", "false: first at layer 0: they differ by 0.414214, 0.293 of the larger"),
    (
      "a == activations(network(1.6*identity(2), depth: 3), x)",
      "false: first at layer 1: one is [1.5, 1.5], the other [1.6, 1.6]"
    ),
    ("sum(rms(a)) == 1 + 1.5 + 1.5^2 + 1.5^3", "true"), ("max(rms(a))", "3.375"),
    ("count(rms(a))", "4"), ("(2*a - a)[3] == a[3]", "true"), ("(W*x)[2]", "[1.5, 1.5]"),
    ("(a/2)[1] == 0.75*x", "true"), ("(-a)[0]", "[-1, -1]"), ("(W')[1]", "1.5 * identity(2)"),
    ("tanh(a)[0] == tanh(x)", "true"), ("ln(rms(a))[2] == 2*ln(1.5)", "true"),
    // A gradient is an outer product, kept as its two vectors; products must not notice.
    ("G = dJ_dW(net, x)\nG[1] == [1.5^2, 1.5^2]'.T*x'", "true"),
    ("G = dJ_dW(net, x)[1]\nG*G == [[10.125, 10.125], [10.125, 10.125]]", "true"),
    ("G = dJ_dW(net, x)[1]\nG*W[1] == 1.5*G", "true"),
    ("G = dJ_dW(net, x)[1]\nG*[[1, 2], [3, 4]] == 2.25*[[4, 6], [4, 6]]", "true"),
    ("G = dJ_dW(net, x)[1]\n[[1, 2], [3, 4]]*G == 2.25*[[3, 3], [7, 7]]", "true"),
    ("G = dJ_dW(net, x)[1]\nG^3 == G*G*G", "true"), ("G = dJ_dW(net, x)[1]\nG - G == 0*G", "true"),
    ("G = dJ_dW(net, x)[1]\nexactly(G, 2.25*[[1, 1], [1, 1]])", "true"),
    ("G = dJ_dW(net, x)[1]\n[max(G), min(G), sum(G), trace(G)]", "[2.25, 2.25, 9, 4.5]"),
  ]

  @Test("lists by layer: equality, arithmetic, and gradients as outer products", arguments: lists)
  func byLayer(_ text: String, _ value: String) {
    #expect(shown(small + "\n" + text).hasPrefix(value), "\(shown(small + "\n" + text))")
  }

  @Test("a random network is its seed's")
  func seeds() {
    let make = "f(n) = network(gaussian(), width: 5, depth: 4, activation: tanh, seed: n)"
    #expect(shown("\(make)\nf(7)(ones(5)) == f(7)(ones(5))") == "true")
    #expect(shown("\(make)\nnorm(f(7)(ones(5)) - f(8)(ones(5))) > 0.01") == "true")
    #expect(
      shown(
        "network(he, width: 3, depth: 2)(ones(3)) == network(he(), width: 3, depth: 2)(ones(3))"
      ) == "true"
    )
    #expect(
      shown(
        "W = weights(network(orthogonal(gain: 2), width: 6, depth: 2))\nW[1]'*W[1] == 4*identity(6)"
      ) == "true"
    )
    #expect(
      shown("widths(network(gaussian(), width: 3, depth: 3, inputs: 2, outputs: 1))")
        == "n[0] = 2\nn[1] = 3\nn[2] = 3\nn[3] = 1"
    )
  }
}
