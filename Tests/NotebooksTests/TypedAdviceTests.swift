import Notebooks
import Testing

/// What an error tells somebody to type in place of what they brought along runs, and means that.
@Suite("Advice to type")
struct TypedAdviceTests {
  private static let setting =
    lecture + "\ntrained = train(network(he(), widths: [2, 4, 2]), xor(), rate: 0.1, steps: 3)"

  static let meant: [(String, String, String)] = [
    ("sin 1", "sin(1)", "0.841470984807897"), ("ln 2", "ln(2)", "0.693147180559945"),
    ("log10 100", "log10(100)", "2"), ("rms of x", "rms(x)", "1"), ("2 sin 0", "sin(0)", "0"),
    ("sin 2*pi", "sin(2*pi)", ""), ("norm x", "norm(x)", "1.4142135623731"),
    ("cos^2(0)", "cos(0)^2", "1"), ("diagnose net", "diagnose(net)", ""),
    ("weights net", "weights(net)", ""), ("7 mod 2", "7 - 2*floor(7/2)", "1"),
    ("7 div 2", "floor(7/2)", "3"), ("7 % 2", "7 - 2*floor(7/2)", "1"),
    ("2 times 3", "2 * 3", "6"), ("0x10", "16", "16"), ("0b101", "5", "5"),
    ("2x10^-1", "2*10^-1", "0.2"), ("1.000,5", "1000.5", "1000.5"),
    ("1,000,000", "1000000", ""), ("2 (3)", "2 * (3)", "6"), ("2 pi", "2 * pi", ""),
    ("2 sin(0)", "2 * sin(0)", "0"), ("M x", "M * x", "[1.5, 1.5]"), ("net x", "net(x)", ""),
    ("x' x", "x' * x", ""), ("(s+1) 2", "(s+1) * 2", "5"), ("s is 1.5", "s == 1.5", "true"),
    ("|-3|", "abs(-3)", "3"), ("|s|", "abs(s)", "1.5"), ("|x|", "norm(x)", "1.4142135623731"),
    ("||x||", "norm(x)", "1.4142135623731"), ("‖x‖", "norm(x)", "1.4142135623731"),
    ("hist normal(9, seed: 1)", "histogram normal(9, seed: 1)", ""),
    ("semilogy rms(a)", "plot rms(a) on log", ""), ("describe a", "explain a", ""),
    ("show s", "s", "1.5"), ("plot rms(a) log", "plot rms(a) on log", ""),
    ("plot rms(a) vs float16", "plot rms(a) against float16", ""),
    ("plot rms(a) vs norm(a)", "plot rms(a), norm(a)", ""),
    ("plot rms(a) float16", "plot rms(a) in float16", ""),
    ("plot rms(a) title \"t\"", "plot rms(a) titled \"t\"", ""),
    ("plot sin(t)", "plot sin(t) over t in 1...10", ""),
    ("plot t^2", "plot t^2 over t in 1...10", ""),
    (
      "table 1.5^l over l in 27...29 in float16",
      "table rounded(1.5^l, to: float16) over l in 27...29", ""
    ),
    ("mean_over(f, 1...3)", "f(n) = rms(normal(9, seed: n))", ""),
    ("dJ/dW(net, x)", "dJ_dW(net, x)", ""), ("dJ/dx(net, x)", "dJ_dx(net, x)", ""),
    ("dJ/dW[3]", "dJ_dW(net, x)[3]", ""), ("M.dot([1, 1])", "M*[1, 1]", "[1.5, 1.5]"),
    ("x.dot(x)", "dot(x, x)", "2"), ("x.sum()", "sum(x)", "2"), ("net.forward(x)", "net(x)", ""),
    ("net.activations(x)", "activations(net, x)", ""), ("V[1]", "V = [1, 2, 3]", ""),
    ("√2", "sqrt(2)", "1.4142135623731"), ("False", "false", "false"),
    (
      "train(network(he(), widths: [3, 4, 2], activation: relu), xor(), rate: 0.1, steps: 3)",
      "network(he(), widths: [2, 16, 2], activation: relu)", ""
    ),
  ]

  /// What a teacher would say to what people bring along, and what it shows.
  static let taught: [(String, String, String)] = [
    ("s += 1", "s1 = s + 1", "s1 = 2.5"), ("s -= 1 + 1", "s1 = s - (1 + 1)", "s1 = -0.5"),
    ("s *= 2", "s1 = s * 2", "s1 = 3"), ("s = s + 1", "s1 = s + 1", "s1 = 2.5"),
    ("s := 2", "s = 2", "s = 2"),
    ("5!", "(1*2*3*4*5)", "120"), ("2 x 3", "2*3", "6"), ("2 x (3 + 1)", "2*(3 + 1)", "8"),
    ("sin²(0)", "sin(0)^2", "0"), ("cos³(0)", "cos(0)^3", "1"),
    (
      "train(network(he(), widths: [2, 4, 2]), xor(), 0.1, 3)",
      "train(network(he(), widths: [2, 4, 2]), xor(), rate: 0.1, steps: 3)", ""
    ),
    ("network(M, 20)", "network(M, depth: 20)", ""), ("normal(3, 7)", "normal(3, seed: 7)", ""),
    ("max(1, 5)", "max([1, 5])", "5"),
    ("plot sin over t in 0...1", "plot sin(t) over t in 0...1", ""),
    ("plot sin, cos over t in 0...1", "plot sin(t), cos(t) over t in 0...1", ""),
    ("7 mod 3", "7 - 3*floor(7/3)", "1"), ("7 % 3", "7 - 3*floor(7/3)", "1"),
    ("(1, 3)", "[1, 3]", "[1, 3]"), ("1/2s", "1/2*s", "0.75"), ("1/2s", "1/(2*s)", ""),
    ("½", "(1/2)", "0.5"), ("2½", "(2 + 1/2)", "2.5"), ("20%", "20/100", "0.2"),
    ("1/20%", "(20/100)", "0.2"),
    ("len(x)", "count(x)", "2"), ("x y", "dot(x, y)", ""), ("x * y", "dot(x, y)", ""),
    ("tan(s)", "(sin(s)/cos(s))", "14.1014199471717"), ("np.eye(2)", "identity(2)", ""),
    ("sqrt s", "sqrt(s)", "1.22474487139159"), ("cbrt(8)", "(8^(1/3))", "2"),
  ]

  @Test("runs and shows what was meant", arguments: meant + taught)
  func runs(_ wrong: String, _ advice: String, _ value: String) throws {
    let failure = try #require(fault(wrong, after: Self.setting), "\(wrong)")
    let message = Desk(after: Self.setting).notebook.advised(failure).message
    #expect(message.contains(advice), "\(message)")
    #expect(fault(advice, after: Self.setting) == nil, "\(advice)")
    if !value.isEmpty { #expect(shown(Self.setting + "\n" + advice) == value) }
  }

  /// Words of elsewhere in the place of an argument; what is named there goes in as it stands.
  static let arguments = [
    "network(he(), width: 4, depth: 3, activation: swish)",
    "network(kaiming, width: 4, depth: 3)", "network(he(fan: out), width: 4, depth: 3)",
    "network(he(fan: fan_out), width: 4, depth: 3)",
    "train(trained.net, xor(), rate: 0.1, steps: 3, loss: mse)",
    "train(trained.net, xor(), rate: 0.1, steps: 3, adam: yes)", "rounded(1.1, to: half)",
    "largest(fp16)", "mean_field(swish, weight_deviation: 1)", "slope(swish, 1)",
  ]

  @Test("an argument that is named goes in place of the word", arguments: arguments)
  func argument(_ wrong: String) throws {
    let failure = try #require(fault(wrong, after: Self.setting))
    let ours = try #require(failure.problem.message.split(separator: "Write ").last)
    let value = try #require(ours.split(separator: ": ").last)
    let word = failure.source.text(failure.range)
    let mended = wrong.replacing(word, with: value)
    #expect(mended != wrong && fault(mended, after: Self.setting) == nil, "\(mended)")
  }

  @Test(
    "where no product can be meant none is advised",
    arguments: [
      "sin 1", "a and b", "1 if", "f = lambda t: t", "7 mod 2", "loss log", "2 from 3", "0x10",
      "diagnose net2", "hist x", "rms a", "not s", "print 1 2", "show a", "cos^2(1)", "a vs b",
    ]
  )
  func noProduct(_ wrong: String) throws {
    let message = try #require(fault(wrong, after: Self.setting)).problem.message
    #expect(!message.contains("For the product"), "\(message)")
  }

  @Test(
    "a word that is none of an argument's has its words listed, and no number made of it",
    arguments: [
      ("network(M, depth: 3, activation: softmax)", "activation takes one of linear, relu"),
      ("network(M, depth: 3, norm: layer)", "Write norm: \"layer\""),
      ("dJ_dW(net, x, loss: mse)", "loss takes"),
    ]
  )
  func listed(_ wrong: String, _ words: String) throws {
    let message = try #require(fault(wrong, after: Self.setting)).problem.message
    #expect(message.contains(words) && !message.contains("To make one"), "\(message)")
  }

  @Test(
    "what needs a name that nothing defines is not advised",
    arguments: [
      ("x y", "x"), ("2 t", "2 * t"), ("plot", "rms(a)"), ("1/0", "rms(a)"), ("for", "rms(y)"),
      ("2 + V[1]", "weights"), ("W[1]", "weights(net)"), ("v w", "dot"),
    ]
  )
  func unbound(_ wrong: String, _ line: String) throws {
    let failure = Desk().notebook.advised(try #require(fault(wrong)))
    #expect(!failure.advice.contains { $0.text.contains(line) }, "\(failure.message)")
  }

  @Test("the sign for millionths is the letter that looks the same")
  func micro() {
    #expect(shown("µ = 2\n3*μ") == "6")
  }

  @Test("no empty value, no data of others and no command is made a number")
  func words() throws {
    for word in ["None", "null", "mnist", "quit", "exit", "clear"] {
      let message = try #require(fault(word)).problem.message
      #expect(!message.contains("To make one"), "\(message)")
    }
    let message = try #require(fault("table derive(net) in float16", after: Self.setting))
    #expect(!message.problem.message.contains("write"))
  }
}
