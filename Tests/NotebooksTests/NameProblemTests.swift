import Notebooks
import Testing

@Suite("Names and calls that mean nothing")
struct NameProblemTests {
  static let complaints: [Complaint] = [
    Complaint(
      "nosuch",
      says: #"""
          nosuch
          ^~~~~~
        There is no "nosuch". To make one: nosuch = 1.5
        """#
    ),
    Complaint(
      "Wx",
      after: "W = [[1, 2], [3, 4]]\nx = [1, 2]",
      says: #"""
          Wx
          ^~
        There is no "Wx". For the product write W*x
        """#
    ),
    Complaint(
      "v2 + 1",
      after: "v = [1, 2]",
      says: #"""
          v2 + 1
          ^~
        There is no "v2". Write v[2]
        """#
    ),
    Complaint(
      "g(3)",
      says: #"""
          g(3)
          ^~~~
        There is no function "g". To make one: g(z) = z
        """#
    ),
    Complaint(
      "rms(Wx)",
      after: "W = [[1, 2], [3, 4]]\nx = [1, 2]",
      says: #"""
          rms(Wx)
              ^~
        There is no "Wx". For the product write W*x
        """#
    ),
    Complaint(
      "mets",
      after: lecture,
      says: #"""
          mets
          ^~~~
        There is no "mets". To make one: mets = 1.5
        """#
    ),
    Complaint(
      "activation",
      after: lecture,
      says: #"""
          activation
          ^~~~~~~~~~
        There is no "activation". Did you mean activations?
        """#
    ),
    Complaint(
      "sigma",
      says: #"""
          sigma
          ^~~~~
        There is no "sigma". To make one: sigma = 1.5
        """#
    ),
    Complaint(
      "b",
      says: #"""
          b
          ^
        There is no "b". To make one: b = 1.5
        """#
    ),
    Complaint(
      "nosuch(3)",
      says: #"""
          nosuch(3)
          ^~~~~~~~~
        There is no function "nosuch". help all lists those there are.
        """#
    ),
    Complaint(
      "netwrok(identity(2), depth: 3)",
      says: #"""
          netwrok(identity(2), depth: 3)
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        There is no function "netwrok". Did you mean network?
        """#
    ),
    Complaint(
      "eye(2)",
      says: #"""
          eye(2)
          ^~~~~~
        "eye" comes from elsewhere; here it is identity(2)
        """#
    ),
    Complaint(
      "randn(3)",
      says: #"""
          randn(3)
          ^~~~~~~~
        "randn" comes from elsewhere; here it is normal(3, seed: 1)
        """#
    ),
    Complaint(
      "pow(2, 3)",
      says: #"""
          pow(2, 3)
          ^~~~~~~~~
        "pow" comes from elsewhere; here it is 2^3
        """#
    ),
    Complaint(
      "plot(rms([1, 2]))",
      says: #"""
          plot(rms([1, 2]))
          ^~~~~~~~~~~~~~~~~
        No bracket stands right behind plot: plot rms(a), or plot 1*(a[1] - a[2])
        """#
    ),
    Complaint(
      "plot (s - 1)^2 over s in [1, 2]",
      says: #"""
          plot (s - 1)^2 over s in [1, 2]
          ^~~~
        No bracket stands right behind plot: plot rms(a), or plot 1*(a[1] - a[2])
        """#
    ),
    Complaint(
      "2 + table(3)",
      says: #"""
          2 + table(3)
              ^~~~~~~~
        No bracket stands right behind table: table rms(a), or table 1*(a[1] - a[2])
        """#
    ),
    Complaint(
      "s(3)",
      after: "s = 1.5",
      says: #"""
          s(3)
          ^~~~
        s is a number, and only networks and functions take an argument in brackets. For the product write s * (…)
        """#
    ),
    Complaint(
      "pi(2)",
      says: #"""
          pi(2)
          ^~~~~
        pi is a number, and only networks and functions take an argument in brackets. For the product write pi * (…)
        """#
    ),
    Complaint(
      "float16(0.1)",
      says: #"""
          float16(0.1)
          ^~~~~~~~~~~~
        float16 is a number format. To round to it: rounded(0.1, to: float16)
        """#
    ),
    Complaint(
      "[1, 2]'(3)",
      says: #"""
          [1, 2]'(3)
          ^~~~~~~~~~
        This is a matrix of 1 × 2, and only networks and functions take an argument in brackets. For the product write * between the two.
        """#
    ),
    Complaint(
      "M(1, 2)",
      after: "M = identity(2)",
      says: #"""
          M(1, 2)
          ^~~~~~~
        M is a matrix of 2 × 2, and only networks and functions take an argument in brackets. For the product write M * (…), for an entry M[…]
        """#
    ),
    Complaint(
      "net([1, 1], [1, 1])",
      after: lecture,
      says: #"""
          net([1, 1], [1, 1])
          ^~~~~~~~~~~~~~~~~~~
        A network takes one vector, its input, as in net([1, 1]); here are 2 arguments.
        """#
    ),
    Complaint(
      "net()",
      after: lecture,
      says: #"""
          net()
          ^~~~~
        A network takes one vector, its input, as in net([1, 1]); here is none.
        """#
    ),
    Complaint(
      "net(x: [1, 1])",
      after: lecture,
      says: #"""
          net(x: [1, 1])
              ^~~~~~~~~
        net has no argument "x". What it takes stands without a label.
        """#
    ),
    Complaint(
      "network()",
      says: #"""
          network()
          ^~~~~~~~~
        network needs weights: network(weights, [depth:], [last:], [activation:], [last_activation:], [slope:], [bias:], [width:], [widths:], [inputs:], [outputs:], [bias_deviation:], [residual:], [block:], [norm:], [dropout:], [seed:])
        """#
    ),
    Complaint(
      "network(identity(2))",
      says: #"""
          network(identity(2))
          ^~~~~~~~~~~~~~~~~~~~
        network needs depth: network(M, depth: 20) or network(gaussian(), width: 64, depth: 20)
        """#
    ),
    Complaint(
      "network(gaussian(), depth: 3)",
      says: #"""
          network(gaussian(), depth: 3)
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        network needs width or widths: network(gaussian(), width: 64, depth: 20)
        """#
    ),
    Complaint(
      "rms()",
      says: #"""
          rms()
          ^~~~~
        rms needs v: rms(v)
        """#
    ),
    Complaint(
      "f(1)",
      after: "f(t, u) = t + u",
      says: #"""
          f(1)
          ^~~~
        f needs u: f(t, u)
        """#
    ),
    Complaint(
      "rms(1, 2)",
      says: #"""
          rms(1, 2)
                 ^
        This is one argument too many for rms: rms(v). Several numbers are one vector: rms([1, 2])
        """#
    ),
    Complaint(
      "max(1, 5)",
      says: #"""
          max(1, 5)
                 ^
        This is one argument too many for max: max(v). Several numbers are one vector: max([1, 5])
        """#
    ),
    Complaint(
      "f(1, 2)",
      after: "f(t) = t",
      says: #"""
          f(1, 2)
               ^
        This is one argument too many for f: f(t)
        """#
    ),
    Complaint(
      "lecun(1)",
      says: #"""
          lecun(1)
                ^
        This is one argument too many for lecun: lecun()
        """#
    ),
    Complaint(
      "network(identity(2), dept: 3)",
      says: #"""
          network(identity(2), dept: 3)
                               ^~~~~~~
        network has no argument "dept". Did you mean depth?
        """#
    ),
    Complaint(
      "normal(3, sead: 1)",
      says: #"""
          normal(3, sead: 1)
                    ^~~~~~~
        normal has no argument "sead". Did you mean seed?
        """#
    ),
    Complaint(
      "rms(x: 1)",
      says: #"""
          rms(x: 1)
              ^~~~
        rms has no argument "x". It has v.
        """#
    ),
    Complaint(
      "rms(vector: 1)",
      says: #"""
          rms(vector: 1)
              ^~~~~~~~~
        rms has no argument "vector". It has v.
        """#
    ),
    Complaint(
      "f(t: 1)",
      after: "f(t) = t",
      says: #"""
          f(t: 1)
            ^~~~
        f has no argument "t". What it takes stands without a label.
        """#
    ),
    Complaint(
      "network(identity(2), depth: 3, depth: 4)",
      says: #"""
          network(identity(2), depth: 3, depth: 4)
                                         ^~~~~~~~
        depth is given twice to network.
        """#
    ),
    Complaint(
      "dot([1], v: [2])",
      says: #"""
          dot([1], v: [2])
                   ^~~~~~
        v is given twice to dot.
        """#
    ),
    Complaint(
      "network(identity(2), depth: 0)",
      says: #"""
          network(identity(2), depth: 0)
                               ^~~~~~~~
        depth of network takes a whole number from 1 to 1 000 000; this is 0.
        """#
    ),
    Complaint(
      "network(identity(2), depth: 2.5)",
      says: #"""
          network(identity(2), depth: 2.5)
                               ^~~~~~~~~~
        depth of network takes a whole number from 1 to 1 000 000; this is 2.5.
        """#
    ),
    Complaint(
      "activations(3, [1])",
      says: #"""
          activations(3, [1])
                      ^
        net of activations takes a network; this is 3.
        """#
    ),
    Complaint(
      "network(3, depth: 2)",
      says: #"""
          network(3, depth: 2)
                  ^
        weights of network takes a matrix, a list of matrices, or an initialisation such as gaussian(); this is 3.
        """#
    ),
    Complaint(
      "network(identity(2), depth: 3, activation: sin)",
      says: #"""
          network(identity(2), depth: 3, activation: sin)
                                         ^~~~~~~~~~~~~~~
        activation of network takes one of linear, relu, leaky_relu, tanh, sigmoid, elu, selu, gelu, silu, softplus, erf; this is the function sin.
        """#
    ),
    Complaint(
      "normal(0)",
      says: #"""
          normal(0)
                 ^
        n of normal takes a whole number from 1 to 100 000 000; this is 0.
        """#
    ),
    Complaint(
      "sample(3, 2, 2)",
      says: #"""
          sample(3, 2, 2)
                 ^
        distribution of sample takes an initialisation, such as gaussian(gain: 1); this is 3.
        """#
    ),
    Complaint(
      "count(3)",
      says: #"""
          count(3)
                ^
        v of count takes a vector, a range or a list; this is 3.
        """#
    ),
    Complaint(
      "rounded(1, to: 16)",
      says: #"""
          rounded(1, to: 16)
                     ^~~~~~
        to of rounded takes a number format, such as float16; this is 16.
        """#
    ),
    Complaint(
      "diagonal(identity(2))",
      says: #"""
          diagonal(identity(2))
                   ^~~~~~~~~~~
        v of diagonal takes a vector, such as [1, 1]; this is a matrix of 2 × 2.
        """#
    ),
    Complaint(
      "net(relu)",
      after: lecture,
      says: #"""
          net(relu)
          ^~~~~~~~~
        The input of a network takes a vector, such as [1, 1]; this is the function relu.
        """#
    ),
    Complaint(
      "gain(exp)",
      says: #"""
          gain(exp)
               ^~~
        g of gain takes one of linear, relu, leaky_relu, tanh, sigmoid, elu, selu, gelu, silu, softplus, erf; this is the function exp.
        """#
    ),
    Complaint(
      "dot(\"a\", [1])",
      says: #"""
          dot("a", [1])
              ^~~
        v of dot takes a vector, such as [1, 1]; this is "a". It stands without quotes: v: a
        """#
    ),
    Complaint(
      "trace([1, 2])",
      says: #"""
          trace([1, 2])
                ^~~~~~
        M of trace takes a matrix, such as [[1, 2], [3, 4]] or 1.5*identity(2); this is a vector of 2.
        """#
    ),
    Complaint(
      "loss(net, x, loss: 3)",
      after: lecture,
      says: #"""
          loss(net, x, loss: 3)
                       ^~~~~~~
        loss of loss takes sum, squared_error(target) or cross_entropy(target); this is 3.
        """#
    ),
    Complaint(
      "network(gaussian(), widths: [2])",
      says: #"""
          network(gaussian(), widths: [2])
                              ^~~~~~~~~~~
        widths of network takes two or more whole numbers from 1 to 100 000, such as [2, 8, 1]; this is a vector of 1.
        """#
    ),
    Complaint(
      "gaussian(gain: 1e400)",
      says: #"""
          gaussian(gain: 1e400)
                   ^~~~~~~~~~~
        gain of gaussian takes a number below 1e308; this is 1e400.
        """#
    ),
    Complaint(
      "gaussian(gain: [1])",
      says: #"""
          gaussian(gain: [1])
                   ^~~~~~~~~
        gain of gaussian takes a number; this is a vector of 1.
        """#
    ),
    Complaint(
      "network(a)",
      after: small,
      says: #"""
          network(a)
                  ^
        weights of network takes a list of matrices; this is a list of vectors for layers 0 to 3.
        """#
    ),
    Complaint(
      "largest(3)",
      says: #"""
          largest(3)
                  ^
        format of largest takes a number format, such as float16; this is 3.
        """#
    ),
    Complaint(
      "net(net)",
      after: lecture,
      says: #"""
          net(net)
          ^~~~~~~~
        The input of a network takes a vector, such as [1, 1]; this is a network of 20 layers.
        """#
    ),
    Complaint(
      "network(identity(2), depth: 3, seed: 7)",
      says: #"""
          network(identity(2), depth: 3, seed: 7)
                                         ^~~~~~~
        seed means nothing to this network: it goes with random weights, as in network(gaussian(), width: 64, depth: 20).
        """#
    ),
    Complaint(
      "network(gaussian(), width: 3, depth: 3, last: identity(3))",
      says: #"""
          network(gaussian(), width: 3, depth: 3, last: identity(3))
                                                  ^~~~~~~~~~~~~~~~~
        last means nothing to this network: it goes with one matrix, as in network(M, depth: 20).
        """#
    ),
    Complaint(
      "network(gaussian(), widths: [2, 3], depth: 3)",
      says: #"""
          network(gaussian(), widths: [2, 3], depth: 3)
                                              ^~~~~~~~
        depth means nothing to this network: it goes without widths, which has the units of every layer.
        """#
    ),
    Complaint(
      "network(W, depth: 3)",
      after: lecture,
      says: #"""
          network(W, depth: 3)
                     ^~~~~~~~
        depth means nothing to this network: it goes with one matrix, as in network(M, depth: 20).
        """#
    ),
    Complaint(
      "log(3)",
      says: #"""
          log(3)
          ^~~~~~
        Which logarithm? Write ln for base e, or log10.
        """#
    ),
    Complaint(
      "log",
      says: #"""
          log
          ^~~
        Which logarithm? Write ln for base e, or log10.
        """#
    ),
    Complaint(
      "f200(1)",
      after: "f0(t) = t\n" + (1...200).map { "f\($0)(t) = f\($0 - 1)(t)" }.joined(separator: "\n"),
      says: #"""
        In the definition of f1:
          f1(t) = f0(t)
                  ^~~~~
        The functions call each other more than 200 deep. Write some of them into one.
        """#
    ),
    Complaint(
      "s = s + 1",
      says: #"""
          s = s + 1
          ^~~~~~~~~
        s would depend on itself. A name has one value; give the new one another name: s1 = s + 1
        """#
    ),
    Complaint(
      "c = a",
      after: "a = b\nb = c",
      says: #"""
          c = a
          ^~~~~
        These would depend on each other in a circle: c → a → b → c.
        """#
    ),
    Complaint(
      "g(t) = f(t)",
      after: "f(t) = g(t)",
      says: #"""
          g(t) = f(t)
          ^~~~~~~~~~~
        These would depend on each other in a circle: g → f → g.
        """#
    ),
    Complaint(
      "v12 = v0",
      after:
        "v0 = v1\nv1 = v2\nv2 = v3\nv3 = v4\nv4 = v5\nv5 = v6\nv6 = v7\nv7 = v8\nv8 = v9\nv9 = v10\nv10 = v11\nv11 = v12",
      says: #"""
          v12 = v0
          ^~~~~~~~
        These would depend on each other in a circle: v12 → v0 → v1 → v2 → v3 → v4 → … → v11 → v12.
        """#
    ),
    Complaint(
      "M^T",
      after: "M = identity(2)",
      says: #"""
          M^T
            ^
        There is no "T". Write M'
        """#
    ),
    Complaint(
      "2*I",
      says: #"""
          2*I
            ^
        There is no "I". To make one: I = identity(2)
        """#
    ),
    Complaint(
      "True",
      says: #"""
          True
          ^~~~
        There is no "True". Write true
        """#
    ),
    Complaint(
      "inf",
      says: #"""
          inf
          ^~~
        There is no "inf". Float formats come to it, as in: plot rms(a) in float16
        """#
    ),
  ]

  /// A word of elsewhere, what is said to be ours, and that as a statement.
  static let foreign: [(call: String, ours: String, statement: String?)] = [
    ("lg(1000)", "log10(1000)", "log10(1000)"), ("lb(8)", "log2(8)", "log2(8)"),
    ("ld(8)", "log2(8)", "log2(8)"), ("sinh(1)", "(exp(1) - exp(-1))/2", "(exp(1) - exp(-1))/2"),
    ("cosh(1)", "(exp(1) + exp(-1))/2", "(exp(1) + exp(-1))/2"),
    ("tan(1)", "sin(1)/cos(1)", "sin(1)/cos(1)"), ("cot(1)", "cos(1)/sin(1)", "cos(1)/sin(1)"),
    ("sign(-2)", "x/abs(x) where x is not 0", "x/abs(x)"), ("sgn(1)", "x/abs(x)", "x/abs(x)"),
    ("median([1, 2])", "quantile_over(f, 1...9)", "quantile_over(f, 1...9)"),
    ("ans()", "t = 1.5", "t = 1.5"), ("shape(M)", "count(v)", "count(v)"),
    ("kaiming_normal()", "he()", "he()"), ("xavier_normal()", "xavier()", "xavier()"),
    ("std([1, 2])", "deviation_over(f, 1...9)", "deviation_over(f, 1...9)"),
    ("std([1, 2])", "sqrt(rms([1, 2])^2 - mean([1, 2])^2)", nil),
    ("var([1, 2])", "rms([1, 2])^2 - mean([1, 2])^2", nil),
    ("variance(v)", "rms(v)^2 - mean(v)^2", nil), ("swish(1)", "silu(1)", "silu(1)"),
    ("inv(M)", "inverse(M)", nil), ("transpose(M)", "M'", "M'"),
    ("softmax([1, 2])", "cross_entropy(target)", "cross_entropy(v)"),
    ("average([1, 2])", "mean([1, 2])", nil),
    ("svd(M)", "singular_values(M)", "singular_values(M)"),
    ("forward(net, x)", "activations(net, x)", "activations(net, v)"),
    ("grad(net, x)", "dJ_dW(net, x)", "dJ_dW(net, v)"), ("cbrt(8)", "8^(1/3)", "8^(1/3)"),
    ("outer(v, w)", "v*[w]", nil), ("rand(3)", "normal(3, seed: 1)", "normal(3, seed: 1)"),
    ("expm1(1)", "exp(1) - 1", "exp(1) - 1"),
    ("half(0.1)", "rounded(0.1, to: float16)", nil),
  ]

  @Test("a word of elsewhere is told what it is here, and that runs", arguments: foreign)
  func foreignWord(_ call: String, _ ours: String, _ statement: String?) throws {
    let setting =
      "M = [[2, 1], [1, 1]]\nv = [1, 2]\nw = [3, 4]\nx = 2\nf(i) = i^2\nnet = network(M, depth: 2)"
    let message = try #require(fault(call, after: setting)).problem.message
    #expect(message.contains("comes from elsewhere") && message.contains(ours), "\(message)")
    #expect(!message.contains("Did you mean"))
    guard let statement else { return }
    #expect(fault(statement, after: setting) == nil, "\(statement)")
  }

  @Test(
    "no near name is offered for a word with another meaning",
    arguments: [
      "det", "asin", "atan", "prod", "argmax", "cost", "cov", "mode", "lim", "sin2", "gan", "rns",
      "sums", "mind", "lot", "he2", "node", "loose", "range2", "meanings", "ranks", "slop",
    ]
  )
  func noGuess(_ word: String) throws {
    let failure = try #require(fault("\(word)(1)"))
    #expect(!failure.problem.message.contains("Did you mean"), "\(failure.problem.message)")
  }

  @Test(
    "a slip in a name is mended",
    arguments: [
      ("nrom(1)", "norm"), ("rmss(1)", "rms"), ("RMS(1)", "rms"), ("sumation", nil),
      ("exxp(1)", "exp"),
      ("singularvalues(1)", "singular_values"), ("crossentropy2(1)", "cross_entropy"),
      ("jacobain(1)", "jacobian"), ("sigmod(1)", "sigmoid"), ("activatoins(1)", "activations"),
    ] as [(String, String?)]
  )
  func slip(_ call: String, _ meant: String?) throws {
    let message = try #require(fault(call)).problem.message
    #expect(message.contains("Did you mean \(meant ?? "")?") == (meant != nil), "\(message)")
  }

  @Test(
    "labels of other libraries",
    arguments: [
      ("lr: 0.1, steps: 1", "rate"), ("rate: 0.1, epochs: 1", "steps"),
      ("rate: 0.1, steps: 1, batch_size: 2", "batch"),
      ("rate: 0.1, steps: 1, random_state: 2", "seed"),
    ]
  )
  func label(_ arguments: String, _ ours: String) throws {
    let failure = try #require(fault("train(network(identity(2), depth: 1), xor, \(arguments))"))
    #expect(failure.problem.message.contains("Did you mean \(ours)?"), "\(failure.problem.message)")
  }

  @Test("each is reported so", arguments: complaints)
  func report(_ complaint: Complaint) throws {
    try complaint.check()
  }

  @Test("every case has an example")
  func everyCase() throws {
    let shown = Set(try Self.complaints.map { try $0.problemName() })
    #expect(try cases(of: "NameProblem").subtracting(shown) == [])
  }
}
