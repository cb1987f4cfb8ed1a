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
    big = recurrent(gaussian(gain: 2), width: 12, inputs: 1, outputs: 1, steps: 40, seed: 2)
    long = recall(steps: 40, samples: 32)
    """

  static let laws = [
    "t.loss[150] < 0.05*t.loss[0]", "t.accuracy[150] == 1", "t.test_accuracy[150] > 0.9",
    // ŷ = V h[T] of the trained network has the loss that the training ends with.
    "abs((t.net.V*states(t.net, task.inputs[1])[15])[1] - task.targets[1, 1]) < 1",
    "task.inputs[3, 1] == task.targets[3, 1]", "t.gradients[2][0] > 0",
    // A network of layers learns the same rows.
    "train(net, task, rate: 0.1, steps: 50).loss[50] < 0.5",
    // What is cut off before the first input learns nothing of it.
    "norm(train(r, recall(steps: 15, noise: 0), rate: 0.1, steps: 1, truncate: 5).net.U - r.U) == 0",
    "norm(train(r, recall(steps: 15, noise: 0), rate: 0.1, steps: 1, truncate: 15).net.U - r.U) > 0",
    // A linear network whose one matrix is larger than 1: 40 steps multiply by its radius each.
    "spectral_radius(big.W) > 1.5",
    "train(big, long, rate: 0.01, steps: 100).outcome == \"diverged\"",
    "train(big, long, rate: 0.01, steps: 100, clip: 1).outcome == \"diverged\"",
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
    #expect(
      desk.show("train(r, task, rate: 0.01, steps: 3, truncate: 4, biases: true)") == ""
    )
    #expect(desk.show("r") == "")
  }

  static let complaints = [
    (
      "train(r, recall(steps: 14), rate: 0.1, steps: 3)",
      ""
    ),
    ("train(r, adding(steps: 15), rate: 0.1, steps: 3)", ""),
    ("train(recurrent([[1]], steps: 3), recall(steps: 3), rate: 0.1, steps: 3)", ""),
    ("train(r, task, rate: 0.1, steps: 3, truncate: 16)", ""),
    ("train(r, task, rate: 0.1, steps: 3, sharpness: 1)", ""),
    ("train(net, task, rate: 0.1, steps: 3, truncate: 1)", ""),
    ("recurrent([[1]], steps: 3, output_weights: [[1, 2]])", ""),
    ("adding(steps: 1)", ""),
    ("plot gradient_check(net, ones(15), format: float32).error over k in 1...2 in float16", ""),
  ]

  @Test("what is refused", arguments: complaints)
  func complaint(_ text: String, _ message: String) {
    #expect(fault(text, after: Self.setting)?.problem.message ?? "" == message)
  }
}
