import Notebooks
import Plotting
import Testing

/// What statements are said to take, against the instructions that they took.
@Suite("Estimates")
struct EstimateTests {
  @Test("are right within a factor of 3, both ways", arguments: CountedStatement.all)
  func factor(_ counted: CountedStatement) throws {
    try check(counted)
  }

  private func check(_ counted: CountedStatement) throws {
    let high = try counted.failure(within: 3 * counted.instructions)
    #expect(high == nil, "\(counted.text) is said to take more: \(high?.problem.message ?? "")")
    // An explanation leaves out what it has no room for, and so is never refused.
    if counted.text.hasPrefix("explain") { return }
    let low = try counted.failure(within: counted.instructions / 3)
    guard case .bound(.tooDear) = low?.problem else {
      Issue.record("\(counted.text) is said to take less")
      return
    }
  }

  @Test("every example of the help and every statement with drawn sizes is in the table")
  func whole() {
    let counted = Set(CountedStatement.all.map(\.text))
    #expect(Set(CountedStatement.settings.keys).subtracting(counted) == [])
    #expect(Set(SizedStatements.all).subtracting(counted) == [])
  }

  @Test("every function stands in a statement with drawn sizes")
  func everyFunction() {
    for function in BuiltIns.functions {
      #expect(
        SizedStatements.all.contains { $0.contains("\(function.name)(") },
        "\(function.name) stands in none"
      )
    }
    for verb in FigureVerb.allCases {
      #expect(SizedStatements.all.contains { $0.hasPrefix(verb.rawValue + " ") })
    }
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

  /// A statement with one argument in place of #, small and large, and the word for what it counts.
  static let growing: [(statement: String, small: String, large: String, word: String)] = [
    (
      "train(network(he(), widths: [2, 8, 2], activation: relu), spirals(samples: 100), rate: 0.1, steps: #)",
      "10", "10000000", "fewer steps"
    ),
    (
      "train(network(he(), widths: [2, 8, 2], activation: relu), spirals(samples: #), rate: 0.1, steps: 3000)",
      "4", "100000", "fewer samples"
    ),
    (
      "train(network(he(), widths: [2, #, 2], activation: relu), xor, rate: 0.1, steps: 30000)",
      "4", "100000", "smaller network"
    ),
    (
      "train(network(he(), width: 2, depth: #, activation: relu), xor, rate: 0.1, steps: 1000)",
      "4", "1000000", "smaller network"
    ),
    (
      "accuracy(network(he(), width: 2, depth: #, activation: relu), spirals())", "4", "1000000",
      "smaller network"
    ),
    (
      "largest_stable_rate(network(he(), width: 2, depth: #, activation: tanh), xor)", "4",
      "1000000", "smaller network"
    ),
    (
      "largest_stable_rate(network(he(), widths: [2, 300, 2]), spirals(samples: #))", "4",
      "100000", "fewer samples"
    ),
    (
      "linear_teacher(inputs: #, outputs: 100000, samples: 4)", "1", "100000", "inputs"
    ),
    (
      "linear_teacher(inputs: 100000, outputs: #, samples: 4)", "1", "100000", "outputs"
    ),
    (
      "linear_teacher(inputs: 1000, outputs: 1000, samples: #)", "4", "1000000", "fewer samples"
    ),
    ("gradient_check(network(he(), width: #, depth: 20), ones(#))", "2", "4000", "smaller widths"),
    ("gradient_check(network(he(), width: 2, depth: #), ones(2))", "2", "1000000", "fewer layers"),
    ("diagnose(network(he(), width: #, depth: 20))", "2", "10000", "smaller widths"),
    ("diagnose(network(he(), width: 2, depth: #))", "2", "1000000", "fewer layers"),
    (
      "theory(network(he(), width: 2, depth: #, activation: tanh), ones(2))", "2", "1000000",
      "fewer layers"
    ),
    ("activations(network(he(), width: #, depth: 20000), ones(#))", "2", "5000", "smaller widths"),
    ("activations(network(he(), width: 2000, depth: #), ones(2000))", "2", "50000", "fewer layers"),
    ("sample(orthogonal(), #, 20000)", "2", "20000", "fewer rows"),
    ("sample(orthogonal(), 20000, #)", "2", "20000", "columns"),
    ("exp(normal(#))", "2", "100000000", "fewer values"),
    (
      "f(n) = rms(network(gaussian(), width: 128, depth: 100, seed: n)(ones(128)))\nmean_over(f, 1...#)",
      "2", "100000", "fewer seeds"
    ),
    (
      "f(n) = norm(dJ_dx(network(he(), width: 64, depth: 50, activation: relu, seed: n), ones(64)))\n"
        + "quantile_over(f, 1...#)",
      "2", "100000", "fewer seeds"
    ),
  ]

  @Test(
    "a refusal names the argument that grew, and with less of it the statement runs",
    arguments: growing
  )
  func growth(_ statement: String, _ small: String, _ large: String, _ word: String) throws {
    let dear = statement.split(separator: "#", omittingEmptySubsequences: false).joined(
      separator: large
    )
    let message = try #require(fault(dear)).problem.message
    #expect(message.hasPrefix("This would") && message.contains(word), "\(message)")
    let cheap = fault(
      statement.split(separator: "#", omittingEmptySubsequences: false).joined(separator: small)
    )
    #expect(cheap == nil, "\(cheap?.problem.message ?? "")")
  }

  private static let surface =
    "f(q, L) = norm(network(gaussian(), width: 16, depth: L, activation: tanh, seed: q)(ones(16)))"

  @Test("a heatmap is refused before it is worked out, by what all its cells take")
  func heatmap() throws {
    var desk = Desk(after: Self.surface)
    desk.meter = Meter(limits: Meter.Limits(operations: 1e7, bytes: 1e9))
    let found = desk.failure("heatmap f(q, L) over q in 1...60, L in 1...60")
    let failure = try #require(found)
    guard case .bound(.tooDear(let said, _, _)) = failure.problem, let operations = Double(said)
    else {
      Issue.record("\(failure.problem.message)")
      return
    }
    // All 3600 cells are in the estimate, and not those alone that would go beyond the limit.
    func isRefused(within operations: Double) -> Bool {
      desk.meter = Meter(limits: Meter.Limits(operations: operations, bytes: 1e9))
      return desk.failure("heatmap f(q, L) over q in 1...60, L in 1...60") != nil
    }
    #expect(!isRefused(within: 2 * operations) && isRefused(within: operations / 2))
  }

  @Test("what is shared counts once: cells that differ in depth cost no walk of their own")
  func shared() {
    // Forty depths of one network take little more than the deepest; each alone takes 3.5e9 in all.
    let net = "network(gaussian(gain: g), width: 300, depth: L, activation: tanh)"
    var desk = Desk(after: "g = 1\nL = 5\ny = \(net)(ones(300))")
    desk.meter = Meter(limits: Meter.Limits(operations: 4e8, bytes: 1e9))
    #expect(desk.failure("table norm(y) over L in 1...40") == nil)
    #expect(desk.failure("heatmap norm(y) over g in [0.5, 1, 1.5], L in 1...40") == nil)
    #expect(desk.failure("heatmap norm(y) over L in 1...40, g in [0.5, 1, 1.5]") == nil)
  }
}
