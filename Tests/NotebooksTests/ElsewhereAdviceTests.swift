import Notebooks
import Testing

/// What people write as elsewhere: the advice runs, and comes to the value that was meant.
@Suite("Advice for what is written elsewhere")
struct ElsewhereAdviceTests {
  private static let board = """
    M = [[1, 2], [3, 4]]
    v = [1, 2]
    w = [3, 4]
    net = network(M, depth: 3)
    x = [1, 1]
    """

  /// What is typed, the words of the answer, the line in it, and what that shows, done by hand.
  static let cases = [
    ("M^-T", "Write (M^-1)'", "(M^-1)' == [[-2, 1.5], [1, -0.5]]", "true"),
    ("M^T", "Write M'", "M' == [[1, 3], [2, 4]]", "true"),
    ("dJ/da[2]", "Write dJ_da(net, x)[2]", "dJ_da(net, x)[2] == [4, 6]", "true"),
    (
      "rand(3)", "normal(3, seed: 1), normal numbers and not uniform", "count(normal(3, seed: 1))",
      "3"
    ),
    ("linspace(0, 1, 11)", "it is 0...1 by 0.1", "count(0...1 by 0.1)", "11"),
    ("linspace(0, 1, 4)", "it is 0...1 by (1 - (0))/3", "count(0...1 by (1 - (0))/3)", "4"),
    ("np.linspace(-1, 1, 5)", "it is -1...1 by 0.5", "count(-1...1 by 0.5)", "5"),
    ("ones(2, 3)", "ones(2)*ones(3)'", "ones(2)*ones(3)' == [[1, 1, 1], [1, 1, 1]]", "true"),
    ("zeros((2, 2))", "zeros(2)*ones(2)'", "zeros(2)*ones(2)' == [[0, 0], [0, 0]]", "true"),
    ("[1, 2] ⊙ [3, 4]", "diagonal([1, 2])*[3, 4]", "diagonal([1, 2])*[3, 4] == [3, 8]", "true"),
    ("[1, 2] .* [3, 4]", "diagonal([1, 2])*[3, 4]", "diagonal([1, 2])*[3, 4] == [3, 8]", "true"),
    ("v.*w", "diagonal(v)*w", "diagonal(v)*w == [3, 8]", "true"),
    ("v*w", "entry by entry diagonal(v)*w", "diagonal(v)*w == [3, 8]", "true"),
    ("relu'(1)", "slope(relu, 1)", "slope(relu, 1)", "1"),
    ("not true", "The opposite is another comparison: != for ==", "1 != 2", "true"),
    (
      "plot sin(x), x in 0...6", "plot sin(x) over x in 0...6", "count([sin(0), sin(6)])", "2"
    ),
    (
      "train(xor, network(gaussian(), widths: [2, 4, 1]), rate: 0.1, steps: 3)",
      "and the network stands as task: change their places", "1 + 1", "2"
    ),
    ("jacobian(x, net)", "and the network stands as x: change their places", "1 + 1", "2"),
    (
      "edge_of_chaos(tanh, bias_std: 0.1)", "Did you mean bias_deviation?",
      "edge_of_chaos(tanh, bias_deviation: 0.1) == edge_of_chaos(tanh, bias_variance: 0.1^2)",
      "true"
    ),
  ]

  @Test("is said, runs and means it", arguments: cases.indices)
  func advice(_ index: Int) throws {
    let (typed, words, line, value) = Self.cases[index]
    let failure = try #require(fault(typed, after: Self.board))
    #expect(failure.problem.message.contains(words), "\(failure.problem.message)")
    #expect(shown(Self.board + "\n" + line) == value)
  }

  @Test("of a derivative names the one that was asked for where nothing is there to take it of")
  func derivatives() {
    for name in ["da", "dz", "dW"] {
      let failure = fault("dJ/\(name)[2]")
      #expect(failure?.problem.message.contains("dJ_\(name)(") == true)
    }
  }
}
