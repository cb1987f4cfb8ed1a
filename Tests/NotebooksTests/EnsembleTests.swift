import Notebooks
import Testing

/// Quantities over seeds; NumPy computed the spread and the quantiles.
@Suite("Over seeds")
struct EnsembleTests {
  static let setting = """
    sq(n) = n^2
    down(n) = -n
    v(n) = [n, 2*n]
    s = 2
    p(n) = s*n
    net(n) = network(gaussian(), width: 8, depth: 6, activation: tanh, seed: n)
    a(n) = rms(activations(net(n), ones(8)))
    """

  static let values = [
    ("mean_over(sq, 1...4)", "7.5"), ("mean_over(sq, [3])", "9"),
    ("deviation_over(sq, [3, 3])", "0"),
    (
      "deviation_over(sq, [3])",
      "seeds of deviation_over takes 2 seeds or more, as it divides by n - 1; this is a vector of 1."
    ),
    ("quantile_over(down, 1...4, share: 0.9)", "-1.3"),
    ("deviation_over(sq, 1...4) == 6.557438524302", "true"),
    ("quantile_over(sq, 1...4)", "6.5"),
    ("quantile_over(sq, 1...4, share: 0.9) == 13.9", "true"),
    ("quantile_over(sq, 1...4, share: 0)", "1"), ("quantile_over(sq, 1...4, share: 1)", "16"),
    ("mean_over(v, 1...3)", "[2, 4]"), ("mean_over(sqrt, [1, 4, 9])", "2"),
    ("mean_over(seeds: 1...4, f: sq)", "7.5"), ("mean_over(p, 1...3)", "4"),
    ("s = 3\nmean_over(p, 1...3)", "6"),
    ("mean_over(a, 1...3) == (a(1) + a(2) + a(3))/3", "true"),
    ("count(mean_over(a, 1...3))", "7"), ("mean_over(a, 1...3)[0]", "1"),
    ("big(n) = 10^(1000*n)\nmean_over(big, 1...2) == 5e1999", "true"),
  ]

  @Test("means, spreads, quantiles", arguments: values)
  func value(_ text: String, _ shownAs: String) {
    let found = shown("\(Self.setting)\n\(text)")
    #expect(found == shownAs, "\(text): \(found)")
  }

  @Test("a figure of a mean, over a parameter and by layer")
  func figures() {
    let table = shown("\(Self.setting)\ntable mean_over(p, 1...3) over s in [1, 2]")
    #expect(table.contains("2") && table.contains("4"))
    #expect(shown("\(Self.setting)\nplot mean_over(a, 1...3)").contains("layer"))
  }
}
