import DeepNetworks
import Notebooks
import Testing

/// Samples that no step is taken from, early stopping, and the sharpness along a training; the values are
/// those of a NumPy script that trained the same network with biases, and took the sharpness from the whole
/// Hessian by differences of the gradient.
@Suite("Test samples and the course of a training")
struct TestSampleTests {
  private static let setting = """
    A = [[0.5, -0.3], [0.2, 0.8], [-0.6, 0.1]]
    B = [[0.4, -0.2, 0.7], [-0.5, 0.3, 0.1]]
    net = network([A, B], activation: tanh, last_activation: linear)
    other = samples([[-1, -1], [0.5, -1], [1, -0.25]], [[0, 1], [0, 1], [1, 0]])
    t = train(net, xor, rate: 0.5, steps: 60, biases: true, test: other)
    p = train(net, xor, rate: 0.5, steps: 60, biases: true, test: other, patience: 5)
    h = train(net, xor, rate: 0.5, steps: 20, biases: true, sharpness: 7)
    d = split(spirals(samples: 10), 0.75, seed: 3)
    a = train(net, xor, rate: 0.05, steps: 10, adam: true, epsilon: 0.01, sharpness: 5)
    """

  static let values = [
    ("t.test_loss[0]", "0.8312238367428609"), ("t.test_loss[1]", "0.465895162950408"),
    ("t.test_loss[20]", "0.36794376626563063"), ("p.test_loss[7]", "0.2814302495000904"),
    ("p.loss[12]", "0.18630908675437843"),
    ("weights(p.net)[1][1, 2]", "-0.1726559227496125"),
    ("h.sharpness[0]", "1.4557267326047096"), ("h.sharpness[7]", "1.5365635192309963"),
    ("h.sharpness[14]", "1.6666986670725477"), ("h.sharpness[20]", "1.7985403812795652"),
    ("a.adam_sharpness[5]", "16.97634984390163"), ("a.adam_sharpness[10]", "16.31396161497301"),
  ]

  @Test("losses, weights and curvatures", arguments: values)
  func value(_ text: String, _ value: String) {
    let tolerance = text.contains("sharpness") ? "1e-7" : "1e-11"
    let difference = "abs(\(text) - (\(value))) <= \(tolerance)*abs(\(value))"
    #expect(shown("\(Self.setting)\n\(difference)") == "true", "\(text)")
  }

  static let laws = [
    ("count(t.test_loss) == count(t.loss)", "true"), ("count(p.test_loss)", "13"),
    ("count(p.loss)", "13"), ("p.outcome", "\"stopped\""), ("t.outcome", "\"converged\""),
    ("p.loss[40]", "stopped at step 12"), ("p.test_loss[13]", "stopped at step 12"),
    // What is kept are the weights of the least test loss.
    ("train(p.net, other, rate: 0, steps: 1).loss[0] == p.test_loss[7]", "true"),
    ("accuracy(p.net, other) == p.test_accuracy[7]", "true"),
    ("exactly(t.loss[60], train(net, xor, rate: 0.5, steps: 60, biases: true).loss[60])", "true"),
    (
      "exactly(h.loss[20], train(net, xor, rate: 0.5, steps: 20, biases: true).loss[20])", "true"
    ),
    // Between two measurements the last one stands.
    ("h.sharpness[13] == h.sharpness[7]", "true"), ("count(h.sharpness)", "21"),
    (
      "abs(train(net, xor, rate: 0.5, steps: 3, sharpness: 1).sharpness[0]"
        + "*largest_stable_rate(net, xor) - 2) < 1e-7", "true"
    ),
    // With biases, as those of the training are: 2 over the sharpness of NumPy's Hessian.
    (
      "abs(largest_stable_rate(net, xor, biases: true)/(2/1.4557267326047096) - 1) < 1e-7", "true"
    ),
    ("abs(largest_stable_rate(h.net, xor)/(2/1.7985403812795652) - 1) < 1e-7", "true"),
    (
      "largest_stable_rate(h.net, xor, biases: true) == largest_stable_rate(h.net, xor)", "true"
    ),
    (
      "largest_stable_rate(net, xor, biases: true) < largest_stable_rate(net, xor)", "true"
    ),
    (
      "largest_stable_rate(net, xor, momentum: 0.5) == 1.5*largest_stable_rate(net, xor)", "true"
    ),
    ("count(d.training.inputs*[1, 0])", "15"), ("count(d.test.inputs*[1, 0])", "5"),
    // Each sample is in one of the parts.
    (
      "s = spirals(samples: 10)\nabs(sum(d.training.inputs*[1, 7]) + sum(d.test.inputs*[1, 7]) "
        + "- sum(s.inputs*[1, 7])) < 1e-12", "true"
    ),
    ("split(xor, 0.5).test.inputs == split(xor, 0.5, seed: 1).test.inputs", "true"),
    ("d.test.inputs == split(spirals(samples: 10), 0.75, seed: 4).test.inputs", "false"),
  ]

  @Test("outcomes, counts and laws", arguments: laws)
  func law(_ text: String, _ value: String) {
    let shown = shown("\(Self.setting)\n\(text)")
    #expect(shown == value || shown.hasPrefix(value + ":"), "\(text): \(shown)")
  }

  @Test("a training that was stopped says when and why")
  func words() {
    #expect(
      shown("\(Self.setting)\np", columns: 100) == """
        a training of 12 steps, gradient descent, rate 0.5, with biases
          .outcome = "stopped"           before step 12, as the test loss was least at step 7, 0.281
          .loss: steps 0 to 12           before each step, and at the end
          .accuracy: steps 0 to 12       beside each loss, of the same samples
          .test_loss: steps 0 to 12      beside each loss, of test
          .test_accuracy: steps 0 to 12  the same
          .gradients: layers 1 to 2      ‖dJ/dW[l]‖ by step, as the loss
          .updates: layers 1 to 2        ‖ΔW[l]‖ by step
          .net: a network of 2 layers    with the weights before step 7, of the least test loss
        """
    )
    #expect(
      fault("\(Self.setting)\nlog10(p.loss[20])")?.problem.message
        == "The training stopped at step 12, so there is no number to compute with."
    )
    #expect(shown("\(Self.setting)\nplot t.loss, t.test_loss").contains("t.test_loss"))
  }

  /// How a network is trained, and its sharpness over the largest stable one: 2/η, with momentum
  /// 2 (1 + β)/η, and with Adam 2 (1 + β₁)/((1 - β₁) η) of what its steps see.
  static let edges = [
    ("rate: 0.2", "e.sharpness*0.2/2"), ("rate: 0.3", "e.sharpness*0.3/2"),
    ("rate: 0.3, momentum: 0.5", "e.sharpness*0.3/3"),
    ("rate: 0.003, adam: true", "e.adam_sharpness*0.003/38"),
  ]

  /// Full batches, squared error and tanh, as in figure 1 of Cohen and others, 2021.
  ///
  /// *Source*: "Gradient descent on neural networks typically occurs at the edge of stability"; for
  /// Adam, "Adaptive gradient methods at the edge of stability", 2022.
  @Test("the sharpness rises to 2/rate and stays about there", arguments: edges)
  func edge(_ manner: String, _ share: String) throws {
    let setting = """
      task = spirals(samples: 20, turns: 0.75, noise: 0)
      small = network(xavier(), widths: [2, 16, 16, 2], activation: tanh, last_activation: linear)
      e = train(small, task, \(manner), steps: 6000, biases: true, sharpness: 200)
      s = \(share)
      """
    var desk = Desk(after: setting)
    guard case .layers(let list)? = try desk.notebook.value(of: "s") else {
      Issue.record("no list")
      return
    }
    let values = list.elements.map { element in
      if case .number(let number) = element { number.double } else { Double.nan }
    }
    let late = stride(from: 3000, through: 6000, by: 200).map { values[$0] }
    #expect(values[0].isNaN == manner.contains("adam") && !(values[0] >= 0.7))
    #expect(values[200] < 0.7 && values.contains { $0 > 1 })
    #expect(late.allSatisfy { (0.93...1.08).contains($0) }, "\(late)")
    let mean = late.reduce(0, +) / Double(late.count)
    #expect((0.98...1.03).contains(mean), "\(mean)")
  }

  @Test("weights that a patience kept have the batch norms' averages of their step")
  func keptAverages() {
    let text = """
      a = network(he(), width: 16, depth: 4, inputs: 2, outputs: 2, activation: relu, norm: "batch")
      parts = split(spirals(seed: 1), 0.8)
      h = train(a, parts.training, rate: 0.05, steps: 60, test: parts.test, patience: 40)
      k = first l where h.test_loss[l] <= min(h.test_loss)
      """
    var desk = Desk(after: text)
    #expect(desk.show("k > 0") == "true")
    #expect(
      desk.show(
        "exactly(h.net([1, 1]), train(a, parts.training, rate: 0.05, steps: k).net([1, 1]))"
      ) == "true"
    )
  }

  static let refused = [
    (
      "train(net, xor, rate: 1, steps: 1, patience: 3)",
      "patience means nothing to this training: it goes with test: and a task."
    ),
    (
      "train(net, xor, rate: 1, steps: 1, sharpness: 0)",
      "sharpness of train takes a whole number from 1 to 10 000 000; this is 0."
    ),
    (
      "split(xor, 0.1)",
      "A share of 0.1 of 4 samples leaves nothing for one of two parts. Take a share between 0 and 1, "
        + "such as 0.5."
    ),
    ("split(xor, 1.5)", "share of split takes a number from 0 to 1; this is 1.5."),
    (
      "split(samples([[1]], [[1]]), 0.5)",
      "A share of 0.5 of 1 sample leaves nothing for one of two parts. Take a task of more samples."
    ),
    (
      "train(net, xor, rate: 1, steps: 1, test: 3)",
      "test of train takes a task, such as xor() or spirals(); this is 3."
    ),
  ]

  @Test("what cannot be is refused with what can", arguments: refused)
  func refusal(_ text: String, _ message: String) {
    #expect(fault("\(Self.setting)\n\(text)")?.problem.message == message)
  }
}
