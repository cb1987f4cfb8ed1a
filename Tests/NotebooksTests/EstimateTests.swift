import Notebooks
import Testing

/// What statements are said to take, against the instructions that they took.
@Suite("Estimates")
struct EstimateTests {
  /// Statements with the instructions that callgrind counted for them beyond those of an empty run
  /// (release build, one thread).
  static let measured: [(statement: String, instructions: Double)] = [
    ("mean_field(tanh, weight_deviation: 1.3, bias_deviation: 0.3).chi", 1.64e7),
    ("mean_field(tanh, weight_deviation: 10).chi", 8.67e7),
    ("mean_field(tanh, weight_deviation: 1).chi", 3.08e7),
    ("mean_field(relu, weight_deviation: 1.3).chi", 8e5),
    ("f(n) = n + 1\nmean_over(f, 1...2000)", 3.04e7),
    ("f(n) = tanh(n)\nmean_over(f, 1...2000)", 5.38e7),
    ("f(n) = rms([n, 1])\nmean_over(f, 1...2000)", 6.14e7),
    ("f(n) = network(n*identity(2), depth: 9)([1, 1])[1]\nmean_over(f, 1...200)", 2.5e7),
    ("f(n) = network([[n, 1], [1, 0]], depth: 90)([1, 1])[1]\nmean_over(f, 1...20)", 7.77e6),
    (
      "f(n) = network(gaussian(), width: 8, depth: 9, seed: n)(ones(8))[1]\nmean_over(f, 1...200)",
      5.01e7
    ),
    (
      "f(n) = network(gaussian(), width: 32, depth: 90, activation: tanh, seed: n)(ones(32))[1]\n"
        + "mean_over(f, 1...20)", 1e8
    ), ("diagnose(network(0.5*identity(2), depth: 150), [1, 1])", 1.35e8),
    ("diagnose(network(gaussian(gain: 2), width: 32, depth: 50, activation: tanh))", 8.09e8),
    ("diagnose(network(gaussian(gain: 0.5), width: 32, depth: 50, activation: tanh))", 9.64e8),
    (
      "largest_stable_rate(network(gaussian(), widths: [2, 32, 32, 2], activation: tanh), spirals())",
      5.13e7
    ),
    (
      "largest_stable_rate(network(0.9*identity(2), depth: 30), "
        + "linear_teacher(inputs: 2, outputs: 2, samples: 32))", 1.35e7
    ), ("mean_field(selu, weight_deviation: 0.9).chi", 7.48e8),
    ("mean_field(selu, weight_deviation: 1.3).chi", 1.21e9),
    ("mean_field(elu, weight_deviation: 1.3).chi", 8.69e8),
    ("correlation_map(selu, 0.5, weight_deviation: 1.3)", 8.79e7),
    ("mean_field(gelu, weight_deviation: 1.3, bias_deviation: 0.3).chi", 1.91e7),
    ("mean_field(sigmoid, weight_deviation: 3).chi", 1.8e7),
    ("correlation_map(tanh, 0.5, weight_deviation: 2.5, bias_deviation: 0.3)", 1.07e7),
    ("edge_of_chaos(tanh, bias_variance: 0.05)", 1.92e7),
    ("moments(gelu).gain", 8.5e5),
    (
      "theory(network(gaussian(gain: 1.5), width: 32, depth: 20, activation: tanh), normal(32)).z",
      4.58e6
    ),
    ("norm(normal(300000))", 4.19e7), ("sum(normal(300000))", 3.05e7),
    ("norm(ones(300000))", 3.15e7), ("count(exp(normal(30000)))", 1.135e8),
    ("count(tanh(normal(30000)))", 1.069e8), ("count(abs(normal(30000)))", 1.67e7),
    ("count(sqrt(ones(30000)))", 2.52e7), ("count(ln(ones(30000)))", 2.11e8),
    ("count(sin(normal(30000)))", 2.46e8), ("count(gelu(normal(30000)))", 1.19e8),
    ("gradient_check(network(1.5*identity(2), depth: 100), [1, 1]).worst", 5.99e7),
    ("gradient_check(network(gaussian(), width: 32, depth: 10), normal(32)).worst", 1.19e7),
    (
      "train(network(he(), widths: [2, 8, 8, 2], activation: relu), xor, rate: 0.1, steps: 1000).outcome",
      1.85e7
    ),
    (
      "train(network([[1, 1], [1, -1]], depth: 2, activation: tanh), xor, rate: 0.1, steps: 3000).outcome",
      3.84e7
    ),
    (
      "train(network(he(), widths: [2, 32, 32, 2], activation: tanh), spirals(), rate: 0.1, steps: 100).outcome",
      1.17e8
    ),
    (
      "largest_stable_rate(network(he(), widths: [2, 8, 8, 2], activation: tanh), spirals())",
      7.18e7
    ),
    ("norm(network(gaussian(), width: 300, depth: 5)(ones(300)))", 2.96e7),
    ("norm(dJ_dW(network(gaussian(), width: 300, depth: 5), ones(300)))", 5.89e7),
    ("norm(network(1.5*identity(2), depth: 3000)([1, 1]))", 1.51e6),
    ("singular_values(jacobian(network(gaussian(), width: 16, depth: 20), normal(16)))", 7.27e6),
    ("singular_values(jacobian(network(gaussian(), width: 4, depth: 50), normal(4)))", 4.37e6),
    ("singular_values(jacobian(network(gaussian(), width: 64, depth: 50), normal(64)))", 1.01e8),
    (
      "singular_values(jacobian(network(he(), width: 32, depth: 20, activation: relu), normal(32)))",
      1.37e7
    ), ("singular_values(jacobian(network([[0.5, 1], [0.25, 2]], depth: 300), [1, 1]))", 1.12e7),
    (
      "singular_values(jacobian(network(diagonal([0.5, 2, 3, 4, 5, 6, 7, 8]), depth: 100), ones(8)))",
      1.72e7
    ),
    ("diagnose(network(he(), width: 32, depth: 20, activation: relu))", 1.09e8),
  ]

  private func runs(_ statement: String, within operations: Double) -> Bool {
    var desk = Desk()
    desk.meter = Meter(limits: Meter.Limits(operations: operations, bytes: 4e9))
    guard let failure = desk.failure(statement) else { return true }
    if case .bound(.tooDear) = failure.problem { return false }
    Issue.record("\(statement): \(failure.problem.message)")
    return false
  }

  @Test("are right within a factor of 3, both ways", arguments: measured)
  func factor(_ statement: String, _ instructions: Double) {
    #expect(runs(statement, within: 3 * instructions), "\(statement) is said to take more")
    #expect(!runs(statement, within: instructions / 3), "\(statement) is said to take less")
  }

  @Test(
    "a matrix that is drawn counts with its bytes",
    arguments: [
      "norm(network(gaussian(), width: 25000, depth: 1)(ones(25000)))",
      "norm(dJ_dW(network(gaussian(), width: 30000, depth: 1), ones(30000))[1])",
      "norm(network(gaussian(), width: 45000, depth: 1)(ones(45000)))",
      "norm(network(orthogonal(), width: 14000, depth: 1)(ones(14000)))",
    ]
  )
  func bytes(_ statement: String) throws {
    let failure = try #require(fault(statement))
    guard case .bound = failure.problem else {
      Issue.record("\(failure.problem.message)")
      return
    }
  }

  static let helped: [(String, String)] = [
    (
      "train(network(he(), widths: [2, 8, 2], activation: relu), xor, rate: 0.1, steps: 10000000)",
      "Take fewer steps, fewer samples or a smaller network."
    ),
    ("exp(normal(30000000))", "Take fewer layers, smaller widths or fewer values."),
    (
      "activations(network(gaussian(), width: 2000, depth: 50000), ones(2000))",
      "Take fewer layers, smaller widths or fewer values."
    ),
    (
      "gradient_check(network(1.5*identity(2), depth: 20000), [1, 1])",
      "Take fewer layers or smaller widths."
    ),
  ]

  @Test("a refusal names what would help", arguments: helped)
  func advice(_ statement: String, _ advice: String) throws {
    let message = try #require(fault(statement)).problem.message
    #expect(message.hasPrefix("This would") && message.hasSuffix(advice), "\(message)")
  }

  @Test("a heatmap is refused before it is worked out, by what its last cell takes")
  func heatmap() throws {
    var desk = Desk(
      after:
        "f(g, L) = norm(network(gaussian(gain: g), width: 32, depth: L, activation: tanh)(ones(32)))"
    )
    desk.meter = Meter(limits: Meter.Limits(operations: 1e8, bytes: 1e9))
    let found = desk.failure("heatmap f(g, L) over g in 0.5...2.5 by 0.01, L in 1...150")
    let failure = try #require(found)
    guard case .bound(.tooDear(let operations, _, _)) = failure.problem else {
      Issue.record("\(failure.problem.message)")
      return
    }
    // All 30 150 cells are in the estimate, and not those alone that would go beyond the limit.
    #expect(Double(operations).map { $0 > 3e10 && $0 < 2e11 } ?? false, "\(operations)")
  }
}
