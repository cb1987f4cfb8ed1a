import Notebooks
import Testing

/// Weight decay and schedules; the values are those of a NumPy script that was written from the formulas
/// (W ← W - η_n (g + λ W), v ← β v + g + λ W, AdamW) and trained the same network in float64.
@Suite("What training is asked for besides")
struct TrainingOptionTests {
  private static let setting = """
    A = [[0.5, -0.3], [0.2, 0.8], [-0.6, 0.1]]
    B = [[0.4, -0.2, 0.7], [-0.5, 0.3, 0.1]]
    net = network([A, B], activation: tanh, last_activation: linear)
    d = train(net, xor, rate: 0.5, steps: 20, decay: 0.05)
    m = train(net, xor, rate: 0.1, steps: 20, momentum: 0.9, decay: 0.05, clip: 0.2, biases: true)
    w = train(net, xor, rate: 0.05, steps: 20, adam: true, decay: 0.1, loss: cross_entropy, biases: true)
    u = train(net, xor, rate: 0.5, steps: 20, schedule: warmup(5))
    c = train(net, xor, rate: 0.5, steps: 20, schedule: warmup(5, then: cosine(end: 0.1)))
    s = train(net, xor, rate: 0.5, steps: 20, schedule: step(every: 6, factor: 0.5))
    a = train(net, xor, rate: 0.05, steps: 20, schedule: cosine, adam: true, decay: 0.1)
    """

  static let values = [
    ("d.loss[1]", "0.542677005743221"), ("d.loss[20]", "0.5000099558712883"),
    ("weights(d.net)[1][1, 2]", "-0.06517580061193984"), ("d.updates[2][0]", "0.1904144431863926"),
    ("m.loss[1]", "0.5989612559218386"), ("m.loss[20]", "0.24937909064011332"),
    ("weights(m.net)[1][1, 2]", "-0.014910744176640256"),
    ("m.updates[2][0]", "0.01185333688474197"), ("biases(m.net)[1][1]", "0.033052510553930686"),
    ("w.loss[1]", "0.6983070925755686"), ("w.loss[20]", "0.18460244166096784"),
    ("weights(w.net)[1][1, 2]", "-0.7549112135284869"),
    ("w.updates[2][0]", "0.1242013906724879"), ("biases(w.net)[1][1]", "0.9133609178105095"),
    ("u.loss[1]", "0.6012517444817294"), ("u.loss[20]", "0.5000086866619136"),
    ("weights(u.net)[1][1, 2]", "-0.11158088457976852"), ("c.loss[20]", "0.5001883603789742"),
    ("weights(c.net)[1][1, 2]", "-0.11219659050210683"), ("s.loss[20]", "0.500291774339105"),
    ("weights(s.net)[1][1, 2]", "-0.11100426986485688"), ("a.loss[20]", "0.502657912593503"),
    ("weights(a.net)[1][1, 2]", "-0.07152414220592505"),
  ]

  @Test("losses, updates and weights", arguments: values)
  func trained(_ text: String, _ value: String) {
    let difference = "abs(\(text) - (\(value))) <= 1e-11*abs(\(value))"
    #expect(shown("\(Self.setting)\n\(difference)") == "true", "\(text)")
  }

  /// By hand: (n + 1)/w, f^⌊n/e⌋, end + (1 − end)(1 + cos(π n/N))/2.
  static let rates = [
    ("rates(warmup(4), rate: 2, steps: 6)", "[0.5, 1, 1.5, 2, 2, 2]"),
    ("rates(step(every: 2, factor: 0.5), rate: 1, steps: 5)", "[1, 1, 0.5, 0.5, 0.25]"),
    (
      "rates(cosine(), rate: 1, steps: 6)",
      "[1, (1 + sqrt(3)/2)/2, 0.75, 0.5, 0.25, (1 - sqrt(3)/2)/2]"
    ),
    ("rates(cosine, rate: 1, steps: 2)", "[1, 0.5]"),
    ("rates(cosine(end: 0.5), rate: 2, steps: 2)", "[2, 1.5]"),
    ("rates(warmup(2, then: step(every: 1, factor: 3)), rate: 1, steps: 5)", "[0.5, 1, 1, 3, 9]"),
    ("rates(warmup(2, then: cosine), rate: 1, steps: 4)", "[0.5, 1, 1, 0.5]"),
    ("rates(warmup(9, then: cosine), rate: 9, steps: 3)", "[1, 2, 3]"),
    ("u.rates", "rates(warmup(5), rate: 0.5, steps: 20)"),
  ]

  @Test("rates by step", arguments: rates)
  func rate(_ text: String, _ values: String) {
    let setting = "\(Self.setting)\nr = \(text)\nq = \(values)"
    #expect(shown("\(setting)\ncount(r) == count(q)") == "true")
    let count = values.split(separator: ",").count
    for index in 0..<(values.hasPrefix("[") ? count : 20) {
      let entry = values.hasPrefix("[") ? "q[\(index + 1)]" : "q[\(index)]"
      let shown = shown("\(setting)\nabs(r[\(index)] - \(entry)) < 1e-15")
      #expect(shown == "true", "\(text) [\(index)]: \(shown)")
    }
  }

  @Test("a constant schedule of one step changes nothing, and decay of 0 neither")
  func nothing() {
    let plain = "train(net, xor, rate: 0.5, steps: 20).loss[20]"
    for option in ["schedule: warmup(1)", "schedule: step(every: 100, factor: 7)", "decay: 0"] {
      let other = "train(net, xor, rate: 0.5, steps: 20, \(option)).loss[20]"
      #expect(shown("\(Self.setting)\nexactly(\(plain), \(other))") == "true")
    }
  }

  @Test("a schedule and a training tell what they are")
  func words() {
    #expect(shown("warmup(1)") == "a schedule of the rate, rising through 1 step")
    #expect(
      shown("warmup(10000, then: step(every: 1, factor: 0.99))")
        == "a schedule of the rate, rising through 10 000 steps, then times 0.99 every step"
    )
    #expect(shown("cosine()") == "a schedule of the rate, along half a cosine to 0")
    #expect(
      shown("\(Self.setting)\na", columns: 100).hasPrefix(
        "a training of 20 steps, adam, rate 0.05, decay 0.1, rate along half a cosine to 0"
      )
    )
    #expect(shown("plot rates(warmup(3), rate: 1, steps: 9)").contains("step"))
  }

  @Test("a rate that grows ends a training as one that diverged, and names the rate")
  func diverged() {
    let shown = shown(
      "h = train(network([[0]], depth: 1), samples([[1]], [[1]]), rate: 0.1, steps: 100, "
        + "schedule: step(every: 10, factor: 4))\nh",
      columns: 120
    )
    // Rates 0.1, 0.4, 1.6, 6.4, 25.6: from 6.4 on each step multiplies w - 1 by -5.4 and more.
    #expect(
      shown.contains(".outcome = \"diverged\"")
        && shown.contains("after one of rate 25.6; try a smaller rate"),
      "\(shown)"
    )
  }

  static let refused = [
    ("warmup(0)", "steps of warmup takes a whole number from 1 to 10 000 000; this is 0."),
    (
      "step(every: 1.5, factor: 2)",
      "every of step takes a whole number from 1 to 10 000 000; this is 1.5."
    ),
    ("step(every: 1, factor: -1)", "factor of step takes a number from 0 to 1e300; this is -1."),
    (
      "warmup(2, then: warmup(3))",
      "then of warmup takes a schedule without a warmup, such as cosine(); this is a schedule of "
        + "the rate."
    ),
    (
      "rates(0.1, rate: 1, steps: 2)",
      "schedule of rates takes a schedule: warmup(100), step(every: 200, factor: 0.5) or cosine(); "
        + "this is 0.1."
    ),
    (
      "train(network([[1]], depth: 1), samples([[1]], [[1]]), rate: 1, steps: 1, decay: -1)",
      "decay of train takes a number from 0 to 1e300; this is -1."
    ),
  ]

  @Test("what is no schedule is refused with one", arguments: refused)
  func refusal(_ text: String, _ message: String) {
    #expect(fault(text)?.problem.message == message)
  }
}
