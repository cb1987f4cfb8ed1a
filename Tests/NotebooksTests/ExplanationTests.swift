import Notebooks
import TerminalText
import Testing

/// What `explain` answers, in whole texts.
///
/// The numbers of the lecture's network are powers of s; those of the tanh network were computed
/// with NumPy from its printed weights; the training is w ← w − 2.5 r (w − 3), done by hand.
@Suite("Explanations")
struct ExplanationTests {
  private static let tanhNet = """
    g = 2
    net = network(gaussian(gain: g), width: 3, depth: 10, activation: tanh, seed: 7)
    x = [1, 2, 3]
    y = net(x)
    dy = dJ_da(net, x)

    """

  static let texts = [
    (
      "lecture 1.5", lecture + "\nexplain y",
      """
      y = net(x) is a vector of 2: [2216.8378200531, 2216.8378200531], of rms 2220.
      It reads net = network(M, depth: L, last: identity(2)) and M = s*identity(2); innermost are x = [1, 1], L = 20 and s = 1.5.
      With L = 21 its rms would be 1.5 times as large.
      With s = 1.65 its rms would be 6.12 times as large; it goes as s^19.
      The diagnosis of net, at x: Signals and gradients explode. The largest stable rate of the first 5 layers is 382000 times too large for all 20.
      Signals: rms a[l] goes from 1 at layer 0 to 2220 at layer 20, times 1.47 per layer (1.5 in the layers that repeat); it is above a thousand times that from layer 18 on.
      Gradients, on their way back: rms dJ/da[l] goes from 1 at layer 20 to 2220 at layer 0, times 1.47 per layer (1.5 in the layers that repeat); it is above a thousand times that from layer 1 down.
      Number formats: float8_e4m3 (signals nan from layer 16 on; gradients nan from layer 3 down).
      The smallest change that works: all weights but the last times 0.666667.
      """
    ),
    (
      "lecture 0.5", lecture + "\ns = 0.5\nexplain y",
      """
      y = net(x) is a vector of 2: [1.9073486328125e-6, 1.9073486328125e-6], of rms 1.91e-6.
      It reads net = network(M, depth: L, last: identity(2)) and M = s*identity(2); innermost are x = [1, 1], L = 20 and s = 0.5.
      With L = 21 its rms would be 0.5 times as large.
      With s = 0.55 its rms would be 6.12 times as large; it goes as s^19.
      The diagnosis of net, at x: Signals and gradients vanish.
      Signals: rms a[l] goes from 1 at layer 0 to 1.91e-6 at layer 20, times 0.518 per layer (0.5 in the layers that repeat); it is below a thousandth from layer 10 on.
      Gradients, on their way back: rms dJ/da[l] goes from 1 at layer 20 to 1.91e-6 at layer 0, times 0.518 per layer (0.5 in the layers that repeat); it is below a thousandth from layer 9 down.
      Number formats: float8_e4m3 (signals lose digits from layer 7 on, 0 from layer 10 on; gradients lose digits from layer 12 down, 0 from layer 9 down) and float8_e5m2 (signals lose digits from layer 15 on, 0 from layer 17 on; gradients lose digits from layer 4 down, 0 from layer 2 down).
      The smallest change that works: all weights but the last times 2.
      """
    ),
    (
      "parameter", lecture + "\nexplain s",
      """
      s = 1.5 is a number.
      It reads nothing else of the notebook.
      With s = 1.65 the last norm of W would be the same.
      With s = 1.65 the last rms of a would be 6.12 times as large; it goes as s^19.
      With s = 1.65 the rms of y would be 6.12 times as large; it goes as s^19.
      What changes with s: M, net, W, a, y.
      """
    ),
    (
      "tanh network", tanhNet + "explain y",
      """
      y = net(x) is a vector of 3: [0.783808313366775, -0.376414374836563, 0.771515337586634], of rms 0.671.
      It reads net = network(gaussian(gain: g), width: 3, depth: 10, activation: tanh…; innermost are x = [1, 2, 3] and g = 2.
      With g = 2.2 its rms would be 1.04 times as large; 1 % more of g makes it 0.449 % larger.
      The diagnosis of net, at x: Signals shrink 3.22-fold, and gradients vanish.
      Signals: rms a[l] goes from 2.16 at layer 0 to 0.671 at layer 10, times 0.89 per layer (as theory says: 0.897).
      Gradients, on their way back: rms dJ/da[l] goes from 1 at layer 10 to 5.25e-5 at layer 0, times 0.373 per layer (theory says 1.07 for wide layers); it is below a thousandth from layer 0 down.
      Number formats: float8_e4m3 (gradients lose digits from layer 1 down, 0 from layer 0 down).
      """
    ),
    (
      "gradients", tanhNet + "explain dy",
      """
      dy = dJ_da(net, x) is a list of vectors for layers 0 to 10.
      Its size goes from 1 at layer 10 to 5.25e-5 at layer 0, on average times 0.373 per layer.
      It goes up and down; at layer 9 it is greatest: 1.08.
      Such sizes leave the normal numbers of float8_e4m3 at layer 1, float8_e5m2 at layer 0 and float16 at layer 0.
      It reads net = network(gaussian(gain: g), width: 3, depth: 10, activation: tanh…; innermost are x = [1, 2, 3] and g = 2.
      With g = 2.2 its rms at layer 0 would be 0.164 times as large; 1 % more of g makes it 16.2 % smaller.
      The diagnosis of net, at x: Signals shrink 3.22-fold, and gradients vanish.
      Signals: rms a[l] goes from 2.16 at layer 0 to 0.671 at layer 10, times 0.89 per layer (as theory says: 0.897).
      Gradients, on their way back: rms dJ/da[l] goes from 1 at layer 10 to 5.25e-5 at layer 0, times 0.373 per layer (theory says 1.07 for wide layers); it is below a thousandth from layer 0 down.
      Number formats: float8_e4m3 (gradients lose digits from layer 1 down, 0 from layer 0 down).
      """
    ),
    (
      "matrix", "A = [[3, 0], [4, 5]]\nexplain A",
      """
      A = [[3, 0], [4, 5]] is a matrix of 2 × 2, of norm 7.07.
      Its singular values reach from 6.71 down to 2.24: a vector's length changes by a factor between these.
      Applied again and again it multiplies by 5 each time in the end (its spectral radius).
      It reads nothing else of the notebook.
      """
    ),
    (
      "nilpotent", "explain [[0, 1], [0, 0]]",
      """
      [[0, 1], [0, 0]] is a matrix of 2 × 2, of norm 1.
      Its singular values reach from 1 down to 0: a vector's length changes by a factor between these.
      A power of it is 0.
      It reads nothing else of the notebook.
      """
    ),
    (
      "more columns than rows", "explain [[1, 1]]",
      """
      [[1, 1]] is a matrix of 1 × 2, of norm 1.41.
      All its singular values are 1.41, and some vectors become 0, as it has more columns than rows: \
      a vector's length changes by a factor from 0 to 1.41.
      It reads nothing else of the notebook.
      """
    ),
    (
      "Jordan block", "B = [[1, 1, 0], [0, 1, 1], [0, 0, 1]]\nexplain B",
      """
      B = [[1, 1, 0], [0, 1, 1], [0, 0, 1]] is a matrix of 3 × 3, of norm 2.24.
      Its singular values reach from 1.8 down to 0.445: a vector's length changes by a factor between these.
      Applied again and again it multiplies by 1 each time in the end (its spectral radius).
      It reads nothing else of the notebook.
      """
    ),
    (
      "no plateau",
      "h = train(network([[0.5]], depth: 1), samples([[1]], [[1]]), rate: 0.2, steps: 9)\nexplain h",
      """
      h = train(network([[0.5]], depth: 1), samples([[1]], [[1]]), rate: 0.2… is a training of 9 steps, gradient descent, rate 0.2.
      It finished: the loss fell from 0.125 to 0.00225 and still falls.
      Half of the fall is done at step 2.
      The largest stable rate where it began is 2.
      It reads nothing else of the notebook.
      """
    ),
    ("number", "explain 3", "3 is a number.\nIt reads nothing else of the notebook."),
    (
      "affine", "n = 5\np = 2*n + 1\nexplain n",
      """
      n = 5 is a number.
      It reads nothing else of the notebook.
      With n = 5.5 p would be 12, 1.09 times as large; 1 % more of n makes it 0.909 % larger.
      What changes with n: p.
      """
    ),
    (
      "sign and zero", "n = 1\np = 20 - 20*n\nexplain p",
      """
      p = 20 - 20*n is the number 0.
      It reads n = 1.
      With n = 1.1 it would be -2.
      """
    ),
    (
      "function", "n = 5\nf(q) = n*q\nexplain f",
      "f(q) = n*q is a function.\nIt reads n = 5."
    ),
    (
      "figure", "k = 2\nexplain plot k/t over t in 1...4",
      """
      Linear plot, 1 line, t from 1 to 4.
      k/t falls all the way, from 2 to 0.5.
      It reads k = 2.
      What follows is at t = 1.
      With k = 2.2 k/t would be 2.2, 1.1 times as large; it is proportional to k.
      """
    ),
    (
      "training",
      """
      c = samples([[1], [2]], [[3], [6]])
      r = 0.1
      h = train(network([[0]], depth: 1), c, rate: r, steps: 20)
      explain h
      """,
      """
      h = train(network([[0]], depth: 1), c, rate: r, steps: 20) is a training of 20 steps, gradient descent, rate 0.1.
      It has converged: the loss fell from 11.2 to 0.000113.
      Half of the fall is done at step 2.
      From step 9 on less than a hundredth of the fall remains.
      The largest stable rate where it began is 0.8.
      It reads c = samples([[1], [2]], [[3], [6]]) and r = 0.1.
      With r = 0.11 its last loss would be 0.258 times as large; 1 % more of r makes it 12.5 % smaller.
      """
    ),
  ]

  @Test("whole texts", arguments: texts)
  func text(_ name: String, _ input: String, _ expected: String) {
    #expect(shown(input, columns: 400) == expected, "\(name)")
  }

  static let turning = [
    ("[1, 2, 5, 3, 1]", "It turns at layer 3, where it is greatest: 5."),
    ("[5, 2, 1, 1, 3]", "It turns at layer 3, where it is least: 1."),
    ("[1, 5, 2, 4, 1]", "It goes up and down; at layer 2 it is greatest: 5."),
    (
      "[3, 1, 4, 2, 3]",
      "It goes up and down; at layer 3 it is greatest: 4, at layer 2 it is least: 1."
    ),
    ("[1, 2, 3, 4, 5]", nil),
    ("[1, 3, 2, 4, 5]", "on average times 1.5 per layer: it goes up and down on the way."),
  ]

  @Test("a list turns where it only rises before and only falls after", arguments: turning)
  func turn(_ sizes: String, _ sentence: String?) {
    let text = shown(
      """
      v = \(sizes)
      explain weights(network([v[1]*identity(2), v[2]*identity(2), v[3]*identity(2), v[4]*identity(2), v[5]*identity(2)]))
      """,
      columns: 400
    )
    let scaled = sentence.map { sentence in
      sentence.replacing(#/: (\d)/#) { ": \(Self.short((Double($0.1) ?? 0) * 2.0.squareRoot()))" }
    }
    #expect(
      scaled.map { text.contains($0) } ?? !(text.contains("turns") || text.contains("up and down")),
      "\(text)"
    )
  }

  private static func short(_ number: Double) -> String { NumberText.short(number, digits: 3) }

  @Test("a text that is cut ends with its ellipsis, and a figure in a format says what follows")
  func ends() {
    let long = "f(r) = train(network([[0]], depth: 1), samples([[1]], [[1]]), rate: r, steps: 12)"
    let cut = shown("\(long)\nexplain plot f(r).loss[1] over r in [1, 2]", columns: 400)
    #expect(cut.contains("rate: r,…") && !cut.contains("….") && !cut.contains(".."))
    let rounded = shown(
      "L = 40\na = activations(network(1.5*identity(2), depth: L), [1, 1])\n"
        + "explain plot rms(a) in float8_e4m3",
      columns: 400
    )
    #expect(rounded.contains("\nWhat follows is without rounding to float8_e4m3.\nWith L = 41"))
  }

  @Test("singular values that show the same digits are all the same")
  func same() {
    #expect(
      shown("explain [[1, 1], [-1, 1]]", columns: 400)
        .contains("All its singular values are 1.41: every vector")
    )
  }

  @Test("What is unknown has its place and the nearest name")
  func unknown() throws {
    let failure = try #require(fault("explain yy", after: "y = 1"))
    #expect(failure.problem.message == "There is no \"yy\". Did you mean y?")
    #expect(failure.report(columns: 80).plain.contains("explain yy\n          ^~"))
    #expect(
      fault("explain")?.problem.message
        == "There is no \"explain\". It stands before a name: explain y"
    )
    #expect(fault("explain plot")?.problem.message.hasPrefix("plot what?") == true)
    #expect(shown("explain rms").hasPrefix("rms(v)"))
  }

  @Test("A learner may still have something called explain")
  func ownName() {
    #expect(shown("explain = 3\nexplain + 1") == "4")
    #expect(shown("explain(t) = t + 1\nexplain(2)") == "3")
    #expect(shown("explain = [1, 2]\nexplain[2]") == "2")
    #expect(shown("explain = 3\nexplain explain").hasPrefix("explain = 3 is a number."))
  }

  @Test("An explanation changes nothing in the notebook")
  func noTrace() {
    var desk = Desk(after: lecture)
    let before = desk.show("y")
    _ = desk.show("explain y")
    #expect(desk.show("y") == before)
    #expect(desk.show("s") == "1.5")
  }

  @Test("What would be too dear is said, not worked out")
  func tooDear() {
    let deep = "net = network(gaussian(gain: 1), width: 400, depth: 400, activation: tanh)\n"
    #expect(shown(deep + "explain 3*depth", columns: 300).contains("depth"))
    let text = shown(deep + "explain net", columns: 300)
    #expect(text.contains("To diagnose net would be too dear here."))
  }

  @Test("Whatever can be shown can be explained", arguments: BuiltIns.functions.map(\.name))
  func anything(_ name: String) throws {
    let function = try #require(BuiltIns.function(name))
    var desk = Desk()
    for example in function.examples {
      for line in example.split(separator: "\n").map(String.init) {
        guard case .expression? = try Parser.statements(of: line).first?.get().kind else {
          desk.enter(line)
          continue
        }
        #expect(desk.failure("explain " + line) == nil, "\(line)")
      }
    }
  }

  @Test("Of a matrix with an infinite entry its size is said, and no singular values")
  func infinite() {
    let text = shown("explain rounded([[1e10, 0], [0, 1]], to: float16)", columns: 200)
    #expect(text.hasSuffix("of norm inf.\nIt reads nothing else of the notebook."))
  }

  @Test("Where a change is impossible the reason is given")
  func impossible() {
    let text = shown("k = 10\nv = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\nexplain v[k]", columns: 200)
    #expect(text.contains("With k = 11 it could not be worked out: "))
  }

  @Test("Ctrl-C ends it")
  func cancelled() {
    var desk = Desk(after: lecture)
    desk.meter = Meter(isCancelled: { true })
    guard case .bound(.cancelled)? = desk.failure("explain y")?.problem else {
      Issue.record("it went on")
      return
    }
  }
}
