import DeepNetworks
import Notebooks
import TerminalText
import Testing

/// Whatever is entered: an error that points, at once, and the next statement runs.
@Suite("Bad input")
struct BadInputTests {
  /// The failure of the text; the notebook must go on after it.
  private func refused(_ text: String, after setting: String = "") throws -> Failure {
    var desk = Desk(after: setting)
    let failure = desk.failure(text)
    #expect(desk.show("1 + 1") == "2")
    let found = try #require(failure, "\(text.prefix(60)) should be refused")
    #expect(found.range.lower <= found.source.end)
    let report = found.report(columns: 80).plain
    #expect(report.split(separator: "\n").dropLast().allSatisfy { displayWidth(String($0)) <= 80 })
    #expect(found.problem.message.count < 400)
    return found
  }

  @Test(
    "numbers where they make no sense",
    arguments: [
      "network(identity(2), depth: 0)", "network(identity(2), depth: -1)",
      "network(identity(2), depth: 1e9)", "network(identity(2), depth: 2.5)",
      "network(gaussian(), width: 0, depth: 3)", "network(gaussian(), width: 1e6, depth: 3)",
      "network(he(), widths: [2, 0.5], depth: 3)", "network(he(), widths: [])", "identity(0)",
      "identity(-1)", "identity(1.5)", "ones(-1)", "zeros(1e400)", "normal(3, seed: -1)",
      "normal(3, seed: 0.5)", "sample(he(), 0, 2)", "1/0", "0/0", "[1, 2]/(1 - 1)",
      "gaussian(gain: 1e999)", "first l where [1, 2][l] > 0/0", "a[1/0]", "1...1/0",
      "layer_jacobian(network(identity(2), depth: 2), [1, 1], 0)",
      "layer_jacobian(network(identity(2), depth: 2), [1, 1], 3)",
      "singular_values(identity(2), largest: 0)", "singular_values(identity(2), smallest: 3)",
      "singular_values(identity(2), largest: 1, smallest: 1)",
      "singular_values(rounded([[1e300, 2], [1, 1]], to: float16))", "lyapunov(0*identity(2))",
      "lyapunov(network(identity(2), depth: 2))", "condition_number(0*identity(2))",
      "mean_field(tanh, weight_deviation: -1)", "mean_field(tanh, weight_deviation: 1e400)",
      "mean_field(relu, weight_deviation: 2)", "mean_field(1, weight_deviation: 1)",
      "mean_field(tanh)", "mean_field(tanh, weight_deviation: 1, bias_deviation: -1)",
      "edge_of_chaos(relu, bias_variance: 1)", "edge_of_chaos(tanh, bias_variance: -1)",
      "moments(exp)", "moments(tanh, variance: -1)", "variance_map(tanh, -1, weight_deviation: 1)",
      "correlation_map(tanh, 2, weight_deviation: 2)",
      "correlation_map(tanh, 0.5, weight_deviation: 0.5)", "gaussian_lyapunov(0)",
      "finite_width(tanh, width: 2, depth: 3)", "finite_width(relu, width: 0, depth: 3)",
      "fuss_catalan(-1, depth: 3)", "fuss_catalan(2, depth: 0)", "spectrum_edge(depth: 1e400)",
      "saxe_time(3, layers: 2, strength: 3, start: 0.001)",
      "saxe_time(1, layers: 0, strength: 3, start: 0.001)",
      "saxe_time(1, layers: 2, strength: 3, start: 0)", "saxe_rate(layers: 2, strength: -1)",
      "saxe_steps(1, layers: 2, strength: 3, start: 0.1, rate: 0)",
      "spectrum_variance(tanh, orthogonal: 1)",
      "network(he(), widths: [2, 3], residual: 1)", "network(identity(2), depth: 2, norm: 1)",
      "network(identity(2), depth: 2, residual: rounded(1e9, to: float16))",
      "network(uniform(gain: 1e400), width: 2, depth: 2)", "he(fan: \"inn\")", "he(fan: 1)",
      "diagnose(n, [0, 0])", "diagnose(n, rounded([1e9, 1], to: float16))", "diagnose(n, [1])",
      "diagnose([1, 2])", "mean_over(n, 1...3)", "mean_over(abs, 3)", "mean_over(abs, [])",
      "mean_over(abs)", "mean_over(identity, 1...3)", "mean_over(ones, 1...3)",
      "mean_over(abs, 0...1e6 by 1)", "quantile_over(abs, 1...3, share: 2)",
      "mean_over(abs, 1...3, 4)",
      "truncated_normal(scale: -1)", "variance_scaling(shape: \"round\")",
      "he_uniform(slope: 1e400)", "activations(n, [1, 1], flush: 1)",
      "dJ_dW(n, [1, 1], loss_scale: 0)", "dJ_dW(n, [1, 1], loss_scale: 1e400)",
      "train(n, xor, rate: -1, steps: 5)", "train(n, xor, rate: 1e400, steps: 5)",
      "train(n, xor, rate: 0.1, steps: 0)", "train(n, xor, rate: 0.1, steps: 1e9)",
      "train(n, xor, rate: 0.1, steps: 5, batch: 0)",
      "train(n, xor, rate: 0.1, steps: 5, batch: 5)",
      "train(n, xor, rate: 0.1, steps: 5, momentum: 1)",
      "train(n, xor, rate: 0.1, steps: 5, momentum: 0.9, adam: true)",
      "train(n, xor, rate: 0.1, steps: 5, clip: 0)",
      "train(n, xor, rate: 0.1, steps: 5, loss: sum)",
      "train(n, xor, rate: 0.1)", "train(n, [1, 2], rate: 0.1, steps: 5)", "train(n, n, n)",
      "train(network(identity(3), depth: 2), xor, rate: 0.1, steps: 5)", "spirals(samples: 0)",
      "spirals(noise: -1)", "spirals(seed: -1)",
      "linear_teacher(inputs: 0, outputs: 1, samples: 1)",
      "linear_teacher(inputs: 1, outputs: 1, samples: 0)", "samples([[1]], [[1], [2]])",
      "samples(rounded([[1e300]], to: float16), [[1]])", "clipped([1, 2], to: 0)",
      "clipped([1, 2], to: -1)", "clipped(n, to: 1)", "gradient_check(n, [1, 2], epsilon: 0)",
      "largest_stable_rate(n, 1)", "accuracy(n, spirals)",
      "theory(network([[1, 2], [3, 4]], depth: 2), [1, 1])", "edge_of_chaos(gelu)",
      "edge_of_chaos(silu, bias_variance: 0.01)",
      "correlation_map(relu, 0.5, weight_deviation: 0)",
      "saxe_steps(1.5, layers: 100000, strength: 3, start: 1e-9, rate: 1e-6)",
    ]
  )
  func numbers(_ text: String) throws {
    _ = try refused(text, after: "n = network(identity(2), depth: 2)")
  }

  @Test(
    "shapes and kinds that do not go together",
    arguments: [
      "net(net)", "net([1])", "net()", "net([1, 1], 2)", "net*net", "net + 1", "net[1]", "net'",
      "rms(net)", "weights(x)", "activations(net)", "activations(x, net)", "W[1]*[1, 2, 3]",
      "W*x*x",
      "W^x", "x^x", "[x, net]", "[[1], [1, 2]]", "plot net", "network(net)", "network(x, depth: 3)",
      "network([x, x])", "x(1)", "nosuch", "nosuch(1)", "a.b.c", "a[1][2][3]", "1[1]",
      "true + true",
      "tanh(tanh)", "rms(rms)", "tanh", "sum(true)", "jacobian(x, net)", "jacobian(net, [1])",
      "singular_values(net)", "rank(x)", "jacobian(net, x)(x)", "jacobian(net, x).nosuch",
      "jacobian(net, x)*[1, 2, 3]", "jacobian(net, x)[1]", "plot jacobian(net, x)",
      "jacobian(net, x) + 1", "lyapunov(jacobian(net, x)*1)", "singular_values(W)",
    ].filter { $0 != "tanh" }
  )
  func shapes(_ text: String) throws {
    _ = try refused(text, after: small)
  }

  @Test("controls, bytes that are not UTF-8, characters of no language")
  func characters() throws {
    for scalar in [
      "\0", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{202E}", "\u{2066}", "\u{FFFD}", "\u{E000}",
    ] {
      let failure = try refused("1 + \(scalar)2")
      #expect(failure.position == (1, 5))
      let report = failure.report(columns: 80).plain
      #expect(report.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
      #expect(!report.unicodeScalars.contains("\u{202E}"))
    }
    let text = String(decoding: [0x31, 0x20, 0x2B, 0x20, 0xC3, 0x28] as [UInt8], as: UTF8.self)
    #expect(try refused(text).problem.message.hasPrefix("Here stand bytes that are not UTF-8"))
    _ = try refused("\"a\u{1B}b\"")
  }

  @Test(
    "a line of a megabyte",
    arguments: [
      String(repeating: "a", count: 1_000_000), "\"" + String(repeating: "é", count: 500_000),
      String(repeating: "a ", count: 500_000), String(repeating: "f(", count: 30_000),
      String(repeating: ",", count: 30_000), String(repeating: "$", count: 30_000),
      "x" + String(repeating: "'", count: 30_000),
      "plot " + String(repeating: "x, ", count: 10_000),
      String(repeating: "a", count: 100_000) + "(3)",
      "[" + String(repeating: "1 ", count: 30_000),
    ]
  )
  func longLines(_ text: String) throws {
    let failure = try refused(text)
    #expect(!failure.report(columns: 80, spoken: true).plain.isEmpty)
  }

  @Test("long lines that mean something")
  func longLinesThatRun() {
    #expect(shown(Array(repeating: "1", count: 100_000).joined(separator: "+")) == "100000")
    #expect(
      shown(Array(repeating: "[1, 2]", count: 2000).joined(separator: "-")) == "[-1998, -3996]"
    )
    #expect(
      shown("count([\(Array(repeating: "1", count: 100_000).joined(separator: ","))])") == "100000"
    )
    #expect(shown("1 #" + String(repeating: "x", count: 200_000)) == "1")
    #expect(shown(String(repeating: " ", count: 200_000) + "1") == "1")
    #expect(shown("1" + String(repeating: "0", count: 100_000)) == "1e100000")
    #expect(shown("0." + String(repeating: "0", count: 100_000) + "1") == "1e-100001")
    #expect(shown(String(repeating: "\n", count: 30_000) + "1") == "1")
    #expect(shown("x = 2\nx" + String(repeating: "*1", count: 10_000)) == "2")
  }

  @Test(
    "nesting 100 000 deep",
    arguments: ["(", "[", "-", "2^", "abs(", "x[", "((", "f(x)(", "[[", "+", "first l where "]
  )
  func deep(_ piece: String) throws {
    let count = piece.count == 1 ? 100_000 : 10_000
    let failure = try refused(String(repeating: piece, count: count))
    #expect(failure.problem == .syntax(.nestedTooDeep(limit: 200)))
  }

  @Test("many lines that never close, in linear time")
  func neverClosed() {
    for line in ["(", "[1,", "f(", "1 +", "[1", "x = (", ")", "[1,\n2,\n3 x"] {
      let results = Parser.statements(of: String(repeating: line + "\n", count: 5000))
      #expect(!results.isEmpty)
    }
  }

  static let dear = [
    "identity(1000000)*normal(100000)", "abs(identity(1000000))", "exp(identity(100000))",
    "[ones(100000)]'*[ones(100000)]", "normal(1e12)", "ones(1e12)", "diagonal(ones(1000000))",
    "network(gaussian(), width: 100000, depth: 100000)(ones(100000))",
    "weights(network(gaussian(), width: 100000, depth: 100000))",
    "weights(network(orthogonal(), width: 10000, depth: 2))",
    "biases(network(gaussian(), width: 100000, depth: 100000, bias_deviation: 1))",
    "activations(network(he(), width: 10000, depth: 10000), ones(10000))",
    "dJ_dW(network(he(), width: 10000, depth: 10000), ones(10000))",
    "network(gaussian(), width: 64, depth: 1000000)(ones(64))",
    "sample(gaussian(), 100000, 100000)", "sample(orthogonal(), 20000, 20000)",
    "sample(gaussian(), 1500, 1500)^(10^18)", "1...10^9", "count(0...1 by 1e-12)", "2^(2^60)",
    "(2*identity(2))^(2^60)", "[[2, 1], [1, 1]]^(2^45)", "2^2^2^2^2^2", "exp(exp(exp(10)))",
    "rounded(identity(1000000), to: float16)", "slope(tanh, identity(1000000))",
    "identity(100000) + dJ_dW(network(identity(100000), depth: 1), ones(100000))[1]",
    "exactly(dJ_dW(network(identity(100000), depth: 1), ones(100000))[1], identity(100000))",
    "dJ_dW(network(identity(100000), depth: 1), ones(100000))[1] == identity(100000)",
    "max(dJ_dW(network(identity(100000), depth: 1), ones(100000))[1])",
    "singular_values(sample(gaussian(), 3000, 3000))",
    "jacobian(network(gaussian(), width: 2000, depth: 100), ones(2000))*ones(2000)",
    "singular_values(identity(1000000))",
    "f(n) = rms(network(he(), width: 1000, depth: 100, seed: n)(ones(1000)))\nmean_over(f, 1...99)",
    "diagnose(network(he(), width: 1000, depth: 1000))",
    "train(network(he(), width: 2, depth: 1000), xor, rate: 0.1, steps: 1000000)",
    "linear_teacher(inputs: 100000, outputs: 100000, samples: 1000000)",
    "gradient_check(network(gaussian(), width: 2, depth: 100000), [1, 1])",
    "largest_stable_rate(network(he(), width: 2, depth: 1000), spirals(samples: 100000))",
    "plot rms(net(x)) over s in 0...1 by 0.00001",
    "table rms(tanh(t*ones(10000))) over t in 1...100000",
    "plot normal(10000)[1]*t over t in 1...900000",
  ]

  @Test("what would take too long or too much room is refused before it runs", arguments: dear)
  func tooDear(_ text: String) throws {
    let setting = "s = 1\nnet = network(s*identity(2), depth: 10000)\nx = [1, 1]"
    let failure = try refused(text, after: setting)
    switch failure.problem {
    case .bound, .name(.wrongArgument), .value(.rangeTooLong), .value(.product),
      .figure(.cannotShow):
      break
    case .syntax, .name, .value, .figure:
      Issue.record("\(text): \(failure.problem.message)")
    }
  }

  @Test("functions that call each other twice are counted before they run")
  func exponential() throws {
    let functions = (1...150).map { "f\($0)(t) = f\($0 - 1)(t) + f\($0 - 1)(t)" }
    let setting = "f0(t) = t + 1\n" + functions.joined(separator: "\n")
    #expect(
      try refused("f150(1)", after: setting).problem.message.hasPrefix("This would take about")
    )
    #expect(try refused("[f60(1), f60(2)]", after: setting).range == SourceRange(1, 7))
    #expect(try refused("plot f60(t) over t in [1, 2]", after: setting).range == SourceRange(5, 11))
    #expect(shown(setting + "\nf10(1)") == "2048")
    let values = (1...150).map { "v\($0) = v\($0 - 1) + v\($0 - 1)" }
    #expect(shown("v0 = 1\n" + values.joined(separator: "\n") + "\nv100 == 2^100") == "true")
  }

  @Test("calls and searches within each other do not outgrow the stack")
  func deepCalls() throws {
    let search = String(repeating: "first l where ", count: 150)
    let functions = (1...199).map { "f\($0)(t) = \(search)v[l] == f\($0 - 1)(t)" }
    let setting = "v = [1, 2]\nf0(t) = t\n" + functions.joined(separator: "\n")
    #expect(try refused("f199(1)", after: setting).problem == .name(.callsTooDeep(limit: 200)))
    let chain = (1...199).map { "g\($0)(t) = g\($0 - 1)(t) + 1" }.joined(separator: "\n")
    #expect(shown("g0(t) = t\n\(chain)\ng199(0)") == "199")
  }

  @Test("a condition of many constants is no quadratic work")
  func constants() {
    let condition = Array(repeating: "v[l] + 1", count: 10_000).joined(separator: " + ")
    #expect(shown("v = [1, 2]\nfirst l where \(condition) > 25000") == "2")
  }

  @Test("a failed statement in the middle of a text leaves the others alone")
  func others() {
    let text = "1\n2 +* 3\nx = \"\n(4\n5\n[6, 7\n8 8\n9"
    let results = Parser.statements(of: text)
    let kinds = results.map { result in
      if case .success(let statement) = result { statement.text } else { "-" }
    }
    #expect(kinds == ["1", "-", "-", "-", "5", "-", "-", "9"])
  }
}
