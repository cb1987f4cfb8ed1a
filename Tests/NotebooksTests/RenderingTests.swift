import DeepNetworks
import Notebooks
import TerminalText
import Testing

/// How values are written.
@Suite("Values as text")
struct RenderingTests {
  static let values = [
    ("[1/3, 2, 3, 4]", "[0.333333333333333, 2, 3, 4]"),
    ("[1/3, 2, 3, 4, 5]", "[0.333333, 2, 3, 4, 5]"),
    ("ones(12)", "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"),
    ("ones(13)", "[1, 1, 1, 1, 1, …, 1, 1] (13 entries)"),
    ("ones(12345)", "[1, 1, 1, 1, 1, …, 1, 1] (12 345 entries)"),
    ("1...3", "1...3 (3 values)"), ("[]", "[]"), ("true", "true"), ("\"a b\"", "\"a b\""),
    (
      "[[1/3, 1.5^50], [-2, 0]]",
      "[0.333333333333333  6.3762150021405e8]\n[               -2                  0]"
    ),
    ("identity(3)", "identity(3)"), ("-1.5*identity(2)", "-1.5 * identity(2)"),
    ("float16", "float16: 11 binary digits, 5.96046e-8 to 65504"),
    ("tanh", "tanh(z): The hyperbolic tangent: between -1 and 1, slope 1 at 0."),
    ("gaussian(gain: 1.5)", "gaussian(gain: 1.5)"), ("he()", "he()"), ("lecun()", "lecun()"),
    ("squared_error([1, 2])", "J = ½‖ŷ − [1, 2]‖²"), ("f(t) = t\nf", "the function f"),
    ("first l where [1, 2][l] > 5", "never up to 2"), ("1e6", "1e6"), ("999999.5", "999999.5"),
    ("0.0001", "0.0001"), ("0.00001", "1e-5"), ("-0.5^3", "-0.125"),
    (
      "rms(activations(network(2*identity(2), depth: 2), [1, 1]))",
      "layer 0: 1\nlayer 1: 2\nlayer 2: 4"
    ),
    ("weights(network([[1, 2], [3, 4]], depth: 1))", "W[1] = [1  2]\n       [3  4]"),
    ("s = [[1, 2], [3, 4]]", "s =\n  [1  2]\n  [3  4]"),
    ("t = 1 == 2", "t: false: they differ by 1, 0.5 of the larger"),
    ("c = biases(network(identity(1), depth: 2))", "c =\n  b[1] = [0]\n  b[2] = [0]"),
  ]

  @Test("each kind of value", arguments: values)
  func value(_ text: String, _ shownAs: String) { #expect(shown(text) == shownAs) }

  static let networks = [
    (
      "network(1.5*identity(2), depth: 3)",
      "a network of 3 layers, width 2\n  W[1…3] = 1.5 I\n  g(z) = z, b = 0"
    ),
    (
      "network([[1, 2]], depth: 1)",
      "a network of 1 layer, widths 2, 1\n  W[1] = [[1, 2]]\n  g(z) = z, b = 0"
    ),
    (
      "network(identity(2), depth: 9, last: [[1, 1]], activation: relu, bias: [1, 1])",
      "a network of 9 layers, widths 2, 2 (8 times), 1\n  W[1…8] = I, W[9] = [[1, 1]]\n  g(z) = max(0, z), with biases"
    ),
    (
      "network(gaussian(), width: 64, inputs: 2, outputs: 1, depth: 50, activation: tanh, last_activation: sigmoid, seed: 7)",
      "a network of 50 layers, widths 2, 64 (49 times), 1\n  weights drawn from gaussian(gain: 1), seed 7\n  g(z) = tanh(z), in the last layer 1/(1 + exp(-z)), b = 0"
    ),
    (
      "network(he(), widths: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11], activation: leaky_relu, slope: 0.2)",
      "a network of 9 layers, widths 2, 3, 4, 5, …, 10, 11\n  weights drawn from he(), seed 1\n  g(z) = max(0.2 z, z), b = 0"
    ),
    (
      "network([identity(1), 2*identity(1), 3*identity(1), 4*identity(1)])",
      "a network of 4 layers, width 1\n  4 different weight matrices\n  g(z) = z, b = 0"
    ),
  ]

  @Test("a network in three lines", arguments: networks)
  func network(_ text: String, _ shownAs: String) { #expect(shown(text, columns: 100) == shownAs) }

  @Test("a list of many layers shows both ends")
  func longList() {
    let text = shown("weights(network(2*identity(2), depth: 12))")
    #expect(
      text.split(separator: "\n").map { String($0.prefix(5)) }
        == ["W[1] ", "W[2] ", "W[3] ", "W[4] ", "W[5] ", "…", "W[10]", "W[11]", "W[12]"]
    )
  }

  @Test("a row of a matrix stays in one line", arguments: 1...12)
  func rows(_ size: Int) {
    let lines = shown("sample(gaussian(), \(size), \(size))").split(separator: "\n")
    #expect(lines.count == (size <= 8 ? size : 8))
    #expect(lines.allSatisfy { displayWidth(String($0)) <= 80 })
    if size > 8 { #expect(lines.last == "(\(size) × \(size))") }
  }

  @Test("a summary in a line, a value within a sentence")
  func summaries() throws {
    var desk = Desk(after: lecture)
    func value(_ name: String) throws -> Value { try #require(try desk.notebook.value(of: name)) }
    #expect(
      Rendering.summary(try value("net"), named: "net").plain == "net: a network of 20 layers"
    )
    #expect(Rendering.summary(try value("s"), named: "s").plain == "s = 1.5")
    #expect(Rendering.summary(try value("M"), named: "M").plain == "M = 1.5 * identity(2)")
    #expect(
      Rendering.summary(try value("a"), named: "a").plain
        == "a: a list of vectors for layers 0 to 20"
    )
    #expect(Rendering.inline(try value("y")) == "[2216.8378200531, 2216.8378200531]")
    #expect(Rendering.inline(.number(Extended(1) / Extended(3))) == "0.333333")
  }
}
