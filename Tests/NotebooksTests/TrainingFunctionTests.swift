import Notebooks
import Synchronization
import Testing

/// Training from the language; NumPy trained the same network with a program of its own.
@Suite("Training in the language")
struct TrainingFunctionTests {
  static let setting = """
    A = [[0.5, -0.3], [0.2, 0.8], [-0.6, 0.1]]
    B = [[0.4, -0.2, 0.7], [-0.5, 0.3, 0.1]]
    net = network([A, B], activation: tanh, last_activation: linear)
    h = train(net, xor, rate: 0.5, steps: 20)
    m = train(net, xor(), rate: 0.1, steps: 20, momentum: 0.9, loss: squared_error)
    d = train(net, xor, rate: 0.05, steps: 20, adam: true, loss: cross_entropy)
    b = train(net, xor, rate: 0.5, steps: 20, biases: true)
    c = train(net, xor, rate: 0.5, steps: 20, biases: true, loss: cross_entropy, clip: 0.05)
    deep = network(he(), widths: [2, 8, 2], activation: relu, last_activation: linear)
    """

  static let values = [
    ("h.loss[0]", "0.6183547452306571"), ("h.loss[1]", "0.547939352544688"),
    ("h.loss[20]", "0.5000034179776155"), ("h.gradients[1][19]", "1.5229850989278603e-05"),
    ("h.updates[2][0]", "0.17230764031943294"), ("weights(h.net)[1][1, 2]", "-0.10996092891298964"),
    ("m.loss[1]", "0.6012517444817294"), ("m.loss[20]", "0.5066696909263984"),
    ("m.gradients[1][19]", "0.044585364224392715"),
    ("d.loss[0]", "0.723118548575973"), ("d.loss[20]", "0.6936259123997544"),
    ("d.updates[2][0]", "0.12247442725477008"), ("b.loss[1]", "0.33582513572625433"),
    ("b.loss[20]", "0.1006367828982"), ("weights(b.net)[1][3, 2]", "0.7268143524832661"),
    ("c.loss[1]", "0.7185844382999139"), ("c.loss[20]", "0.6634354245330327"),
    ("c.gradients[1][19]", "0.06738765524752302"),
  ]

  @Test("losses, gradients, updates and weights", arguments: values)
  func trained(_ text: String, _ value: String) {
    let difference = "abs(\(text) - (\(value))) <= 1e-11*abs(\(value))"
    #expect(shown("\(Self.setting)\n\(difference)") == "true", "\(text)")
  }

  /// Of a loss that fell to a ten-millionth nine digits are mathematics, as help says; 40 digits of
  /// mpmath say 1.01530226679961196e-7, and NumPy's doubles 1.01530226004e-7.
  @Test func digitsAreLostStepByStep() {
    let layers = [
      "[[1.46, -1.156, -0.6145], [-0.5962, -0.542, 0.2631], [-1.122, 0.03704, 0.6005]]",
      "[[-0.3494, 0.3719, -1.135], [-1.138, -0.6568, 0.3297], [2.207, 0.4244, 0.368]]",
      "[[-0.06283, 0.5573, 1.291], [0.2387, 1.811, -0.2324], [-0.6317, 0.6215, -0.5915]]",
      "[[0.7056, 1.927, -0.09464], [-1.481, -0.07421, 0.4176], [0.385, 0.01613, 0.9113]]",
      "[[0.8005, 0.5922, -0.6546], [0.4898, 0.64, 1.331], [-0.6635, -0.7679, -0.819]]",
    ]
    let setting = """
      net = network([\(layers.joined(separator: ", "))], activation: silu)
      task = samples([[1.45, 2.98, -0.0539], [-0.718, 0.099, -0.223]], [[0, 1, 0], [1, 0, 0]])
      h = train(net, task, rate: 0.1, steps: 60, loss: cross_entropy, momentum: 0.9)
      """
    let exact = "1.01530226679961196e-7"
    #expect(shown("\(setting)\nabs(h.loss[60] - \(exact)) <= 5e-10*\(exact)") == "true")
    #expect(shown("\(setting)\nabs(h.loss[0] - 1.04577850955623798) <= 1e-14") == "true")
  }

  static let outcomes = [
    ("h.outcome", "\"stalled\""), ("count(h.loss)", "21"), ("count(h.gradients)", "2"),
    ("train(net, xor, rate: 0, steps: 3).outcome", "\"stalled\""),
    ("train(deep, xor, rate: 1000, steps: 100).outcome", "\"diverged\""),
    (
      "train(network(2*identity(2), depth: 2000), xor, rate: 0.1, steps: 3).outcome", "\"diverged\""
    ),
    ("count(train(network(2*identity(2), depth: 2000), xor, rate: 0.1, steps: 3).updates)", "2000"),
    ("first n where h.loss[n] <= 0.85*h.loss[0]", "2"),
    ("first n where h.loss[n] <= 0.5*h.loss[0]", "never up to 20"),
    ("depth(h.net)", "2"), ("accuracy(b.net, xor)", "1"),
    (
      "nan = rounded(1e9, to: float16)*0\naccuracy(network([[nan, 1], [1, 1]], depth: 2), xor)", "0"
    ),
    ("accuracy(net, xor) <= 0.5", "true"),
    // The sharpest curvature by NumPy, from the whole Hessian: 2/1.04775017, 2/0.49535755.
    ("abs(largest_stable_rate(net, xor) - 1.908851999466129) < 1e-4", "true"),
    ("abs(largest_stable_rate(net, xor, loss: cross_entropy) - 4.037487708884018) < 1e-4", "true"),
    // A gradient belongs to the weights before its step; the last, to those at the end.
    ("count(h.gradients[1])", "21"), ("count(h.updates[1])", "20"),
    ("abs(h.updates[1][19]/h.gradients[1][19] - 0.5) < 1e-12", "true"),
    ("h.gradients[2][20] < h.gradients[2][0]", "true"), ("count(h.accuracy)", "21"),
    ("b.accuracy[20] == accuracy(b.net, xor)", "true"),
    ("gradient_check(net, [1, 2]).verdict", "\"great\""),
    (
      "gradient_check(network([[1]], depth: 1, activation: relu), [0])",
      """
      a gradient check
        .verdict = "kink"        z[1] of layer 1 is within a step of
      """
    ),
    // One weight: with rate r a step leaves 1 - r of what is missing, and of J its square.
    (
      "f(r) = train(network([[0]], depth: 1), samples([[1]], [[1]]), rate: r, steps: 12)\n"
        + "table f(r).loss[12], f(r).outcome over r in [0, 0.5, 2.1, 3]",
      """
      f(r).loss[12], f(r).outcome
        r  f(r).loss[12]  f(r).outcome
      ---  -------------  ------------
        0  0.5            stalled
      0.5  2.98023e-8     converged
      2.1  4.92487        risen
        3  diverged       diverged
      """
    ),
    (
      "f(r) = train(network([[0]], depth: 1), samples([[1]], [[1]]), rate: r, steps: 12)\n"
        + "f(3).loss[12]", "diverged at step 10"
    ),
    ("gradient_check(net, [1, 2], loss: cross_entropy([1, 0])).worst < 1e-8", "true"),
    ("count(gradient_check(net, [1, 2]).weights)", "2"),
    ("gradient_check(net, [1, 2], epsilon: 0.5).verdict == \"great\"", "false"),
    ("xor().inputs*[1, 0]", "[-1, -1, 1, 1]"), ("xor().targets[2, 2]", "1"),
    ("spirals(samples: 7).inputs == spirals(samples: 7, seed: 1).inputs", "true"),
    ("spirals(samples: 7, seed: 2).inputs == spirals(samples: 7).inputs", "false"),
    ("rms(spirals(samples: 1, turns: 0, noise: 0).inputs) == 0.5/sqrt(2)", "true"),
    (
      "s = samples([[1], [2]], [[3], [6]])\nt = train(network([[0]], depth: 1), s, rate: 0.1, "
        + "steps: 50)\nabs(weights(t.net)[1][1, 1] - 3) < 1e-5", "true"
    ),
    // One weight, J = ½·½·((0 − 3)² + (0 − 6)²) and λ = (1 + 4)/2.
    (
      "s = samples([[1], [2]], [[3], [6]])\nt = train(network([[0]], depth: 1), s, rate: 0.1, "
        + "steps: 1)\n[t.loss[0], t.updates[1][0], "
        + "largest_stable_rate(network([[0]], depth: 1), s)] == [11.25, 0.75, 0.8]", "true"
    ),
    (
      "train(deep, spirals(), rate: 0.1, steps: 5, batch: 16, seed: 3).loss[0] == "
        + "train(deep, spirals(), rate: 0.1, steps: 5, batch: 16, seed: 4).loss[0]", "false"
    ),
  ]

  @Test("outcomes, searches, tasks, checks", arguments: outcomes)
  func outcome(_ text: String, _ value: String) {
    let shown = shown("\(Self.setting)\n\(text)").replacing(#/ +\n/#, with: "\n")
    #expect(shown.hasPrefix(value), "\(text): \(shown)")
  }

  static let clipping = [
    ("clipped([3, 4], to: 1)", "[0.6, 0.8]"), ("clipped([3, 4], to: 5)", "[3, 4]"),
    ("clipped([3, 4], to: 1e400)", "[3, 4]"), ("clipped(-7, to: 2)", "-2"),
    ("clipped(2*identity(4), to: 1) == 0.5*identity(4)", "true"),
    (
      "G = dJ_dW(network(2*identity(2), depth: 3), [1, 1])\nC = clipped(G, to: 1)\n"
        + "sum(norm(C)*norm(C)) == 1", "true"
    ),
    (
      "G = dJ_dW(network(2*identity(2), depth: 3), [1, 1])\nC = clipped(G, to: 1)\n"
        + "C*norm(G)[1] == G*norm(C)[1]", "true"
    ),
  ]

  @Test("gradient clipping keeps the direction", arguments: clipping)
  func clip(_ text: String, _ value: String) { #expect(shown(text) == value, "\(shown(text))") }

  @Test("a training says how it went")
  func record() {
    #expect(
      shown("\(Self.setting)\nh") == """
        a training of 20 steps, gradient descent, rate 0.5
          .outcome = "stalled"         the loss fell from 0.618 to 0.5, and hardly
            changed in the last tenth of the steps
          .loss: steps 0 to 20         before each step, and at the end
          .accuracy: steps 0 to 20     beside each loss, of the same samples
          .gradients: layers 1 to 2    ‖dJ/dW[l]‖ by step, as the loss
          .updates: layers 1 to 2      ‖ΔW[l]‖ by step
          .net: a network of 2 layers  with the weights it ended with
        """
    )
    #expect(shown("\(Self.setting)\nplot h.loss, d.loss").contains("h.loss"))
  }

  @Test("training is stopped while it runs, and tells how far it is")
  func cancelled() {
    let polls = Polls()
    var desk = Desk(after: Self.setting)
    desk.meter = Meter(
      isCancelled: { polls.count.wrappingAdd(1, ordering: .relaxed).newValue > 60 },
      progress: { share in if share > 0 { polls.shares.add(1, ordering: .relaxed) } }
    )
    let failure = desk.failure("train(deep, spirals(), rate: 0.1, steps: 100000)")
    #expect(failure?.problem == .bound(.cancelled))
    #expect(polls.shares.load(ordering: .relaxed) > 0)
  }
}

/// How often a meter was asked, and how often it told a share.
private final class Polls: Sendable {
  let count = Atomic<Int>(0)
  let shares = Atomic<Int>(0)
}
