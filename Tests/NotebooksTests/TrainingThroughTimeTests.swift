import Notebooks
import Testing

/// Training through time in the language; NumPy's numbers stand in the engine's tests.
@Suite("Training through time, typed")
struct TrainingThroughTimeTests {
  static let setting = """
    r = recurrent(gaussian(), width: 12, inputs: 1, outputs: 1, steps: 15, activation: tanh, seed: 2)
    task = recall(steps: 15, samples: 32)
    t = train(r, task, rate: 0.01, steps: 150, adam: true, clip: 1, test: recall(steps: 15, seed: 2))
    net = network(gaussian(), widths: [15, 4, 1], activation: tanh)
    big = recurrent(gaussian(gain: 1.1), width: 12, inputs: 1, outputs: 1, steps: 40, seed: 2)
    long = recall(steps: 40, samples: 32, noise: 0)
    two = recurrent([[0.5]], steps: 2, input_weights: [[1]], output_weights: [[1], [-1]])
    memory(f) = train(lstm(gaussian(), width: 8, inputs: 1, outputs: 1, steps: 40, forget: f, seed: 3), long, rate: 0.02, steps: 25, adam: true)
    """

  static let laws = [
    "t.loss[150] < 0.05*t.loss[0]", "t.accuracy[150] == 1", "t.test_accuracy[150] > 0.9",
    // ŷ = V h[T] of the trained network has the loss that the training ends with.
    "abs((t.net.V*states(t.net, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])[15])[1] - 1) < 0.3",
    "task.inputs[3, 1] == task.targets[3, 1]", "t.gradients[2][0] > 0",
    "accuracy(t.net, task) == t.accuracy[150]",
    "accuracy(t.net, recall(steps: 15, seed: 2)) == t.test_accuracy[150]",
    // By hand: what adds its inputs up has x[1] where the rest is 0, and what forgets has 0, which is
    // as near to 1 as to -1. Two outputs ±(x[1]/2 + x[2]) of three sequences: 0.5, -0.5 and -1.5.
    "accuracy(recurrent([[1]], steps: 3, input_weights: [[1]]), recall(steps: 3, noise: 0)) == 1",
    "accuracy(recurrent([[0]], steps: 3, input_weights: [[1]]), recall(steps: 3, noise: 0)) == 0",
    "accuracy(two, samples([[1, 0], [-1, 0], [1, -2]], [[1, 0], [0, 1], [1, 0]])) == 2/3",
    // A network of layers learns the same rows.
    "train(net, task, rate: 0.1, steps: 50).loss[50] < 0.5",
    // What is cut off before the first input learns nothing of it.
    "norm(train(r, recall(steps: 15, noise: 0), rate: 0.1, steps: 1, truncate: 5).net.U - r.U) == 0",
    "norm(train(r, recall(steps: 15, noise: 0), rate: 0.1, steps: 1, truncate: 15).net.U - r.U) > 0",
    // A linear network whose one matrix is larger than 1: forty steps multiply by its radius each.
    "spectral_radius(big.W) > 1.1",
    "train(big, long, rate: 0.02, steps: 300).outcome == \"diverged\"",
    "train(big, long, rate: 0.02, steps: 300, clip: 0.1).outcome == \"converged\"",
    // What forgets half of its memory at each step has nothing left of the first.
    "memory(0).loss[25] > 0.49", "memory(3).loss[25] < 0.05",
  ]

  @Test("laws", arguments: laws.indices)
  func law(_ index: Int) {
    var desk = Desk(after: Self.setting)
    let text = Self.laws[index]
    #expect(desk.show(text) == "true", "\(text): \(desk.show(text))")
  }

  @Test("what it is")
  func words() {
    var desk = Desk(after: Self.setting)
    let shown = desk.show("train(r, task, rate: 0.01, steps: 3, truncate: 4, biases: true)")
    #expect(
      shown.split(whereSeparator: \.isWhitespace).joined(separator: " ").hasPrefix(
        "a training of 3 steps, gradient descent, rate 0.01, with biases, back through the last 4 of "
          + "its steps .outcome = \"finished\""
      )
    )
    #expect(
      desk.show("r") == """
        a recurrent network of 15 steps, tanh
          .steps = 15              T
          .width = 12              entries of a state h[t]
          .inputs = 1              entries of an input x[t]
          .W: a matrix of 12 × 12  used at every step
          .U: a matrix of 12 × 1   of the inputs
          .V: a matrix of 1 × 12   of the output, V h[T]
        """
    )
  }

  static let complaints = [
    (
      "accuracy(r, recall(steps: 14))",
      "A row of this task has 14 numbers and a target of 1; the network takes 15 steps of 1 and gives 1. "
        + "Make one that fits: recurrent(gaussian(), width: 16, inputs: 1, outputs: 1, steps: 14, "
        + "activation: tanh)"
    ),
    (
      "accuracy(recurrent([[1]], steps: 3), recall(steps: 3))",
      "A recurrent network learns from inputs at its steps, and this one has none. Give it inputs: and "
        + "their number, or input_weights: and a matrix."
    ),
    (
      "train(r, recall(steps: 14), rate: 0.1, steps: 3)",
      "A row of this task has 14 numbers and a target of 1; the network takes 15 steps of 1 and gives 1. "
        + "Make one that fits: recurrent(gaussian(), width: 16, inputs: 1, outputs: 1, steps: 14, "
        + "activation: tanh)"
    ),
    (
      "train(r, adding(steps: 15), rate: 0.1, steps: 3)",
      "A row of this task has 30 numbers and a target of 1; the network takes 15 steps of 1 and gives 1. "
        + "Make one that fits: recurrent(gaussian(), width: 16, inputs: 2, outputs: 1, steps: 15, "
        + "activation: tanh)"
    ),
    (
      "train(recurrent([[1]], steps: 3), recall(steps: 3), rate: 0.1, steps: 3)",
      "A recurrent network learns from inputs at its steps, and this one has none. Give it inputs: and "
        + "their number, or input_weights: and a matrix."
    ),
    (
      "train(r, task, rate: 0.1, steps: 3, truncate: 16)",
      "truncate of train takes a whole number from 1 to 15; this is 16."
    ),
    (
      "train(r, task, rate: 0.1, steps: 3, sharpness: 1)",
      "sharpness means nothing to this train: it goes with a network of layers."
    ),
    (
      "train(net, task, rate: 0.1, steps: 3, truncate: 1)",
      "truncate means nothing to this train: it goes with a recurrent network."
    ),
    (
      "recurrent([[1]], steps: 3, output_weights: [[1, 2]])",
      "The matrix of the output is 1 × 2 and takes vectors of 2; a state has 1. Give one with 1 column."
    ),
    ("adding(steps: 1)", "steps of adding takes a whole number from 2 to 100 000; this is 1."),
    (
      "plot gradient_check(net, ones(15), epsilon: 10^k, format: float32).error over k in -3...-1 in float16",
      "format means nothing to this gradient_check: it goes where the figure has no formats of its own."
    ),
  ]

  @Test("what is refused", arguments: complaints)
  func complaint(_ text: String, _ message: String) {
    #expect(fault(text, after: Self.setting)?.problem.message ?? "" == message)
  }
}
