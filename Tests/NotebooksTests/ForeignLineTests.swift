import Notebooks
import Testing

/// Lines as other languages, papers and people write them: the sentence names what was meant, and that runs.
@Suite("Lines of elsewhere")
struct ForeignLineTests {
  private static let board = """
    s = 1.5
    x = [1, 3]
    net = network(s*identity(2), depth: 20)
    a = activations(net, x)
    y = net(x)
    """

  /// What is typed, what is said to be meant, an expression in it, and its value, done by hand.
  static let cases = [
    (">>> s = 4", "without its prompt: s = 4", "s", "4"),
    ("In [3]: s = 4", "without its prompt: s = 4", "s", "4"),
    ("julia> s = 4", "without its prompt: s = 4", "s", "4"),
    ("def f(t): return t^2", "A function is one line: f(t) = t^2", "f(3)", "9"),
    ("g = lambda t: t^2", "A function is one line: g(t) = t^2", "g(3)", "9"),
    ("g = t -> t^2", "A function is one line: g(t) = t^2", "g(3)", "9"),
    ("g(t) := t^2", "A function is one line: g(t) = t^2", "g(3)", "9"),
    ("g = @(t) t^2", "A function is one line: g(t) = t^2", "g(3)", "9"),
    ("f[t_] := t^2", "A function is one line: f(t) = t^2", "f(3)", "9"),
    ("function g(t, u) = t + u", "A function is one line: g(t, u) = t + u", "g(3, 4)", "7"),
    ("let s = 4", "A definition needs no \"let\": s = 4", "s", "4"),
    ("set s to 4", "A definition needs no \"set\": s = 4", "s", "4"),
    ("double s = 4", "A definition needs no \"double\": s = 4", "s", "4"),
    ("s: 4", "a name, = and a value: s = 4", "s", "4"),
    ("s: float = 4", "a name, = and a value: s = 4", "s", "4"),
    ("plot: rms(a)", "No colon stands behind plot: plot rms(a)", "s", "1.5"),
    ("s <- 4", "A definition has = : s = 4. To compare, write s < -4", "s", "4"),
    ("4 -> s", "the name stands first: s = 4", "s", "4"),
    ("4 = s", "the name stands first: s = 4", "s", "4"),
    ("s++", "give the result a name: s1 = s + 1", "s1", "2.5"),
    ("s, t = 4, 5", "on a line of its own: s = 4", "s", "4"),
    ("(s, t) = (4, 5)", "on a line of its own: s = 4", "s", "4"),
    ("s = 4; t = 5", "on a line of its own: s = 4", "s", "4"),
    ("s = 4 and t = 5", "on a line of its own: s = 4", "s", "4"),
    ("s is 4", "a name, = and a value: s = 4", "s", "4"),
    ("s = 4 (each layer's factor)", "or stands behind #: s = 4", "s", "4"),
    ("s = 4 (the factor)   L = 20 (the number of layers)", "behind #: s = 4", "s", "4"),
    ("s = 4 changes s", "or stands behind #: s = 4", "s", "4"),
    ("s = 4;", "at the end of a statement: s = 4", "s", "4"),
    ("s = 1.5.", "at the end of a statement: s = 1.5", "s", "1.5"),
    ("4 = 4", "to compare, write 4 == 4", "1", "1"),
    ("s === 1.5", "to compare, write s == 1.5", "1", "1"),
    ("s = 4 // comment", "A comment begins with #: s = 4  # comment", "s", "4"),
    ("7//2", "The whole part of a quotient is floor(7/2)", "floor(7/2)", "3"),
    ("if s > 1: print(s)", "A comparison says true or false: s > 1", "s > 1", "true"),
    ("s > 1 ? 1 : 2", "A comparison says true or false: s > 1", "s > 1", "true"),
    ("t = 1 if s > 1 else 2", "A comparison says true or false: s > 1", "s > 1", "true"),
    ("assert s == 1.5", "A comparison says true or false: s == 1.5", "s == 1.5", "true"),
    ("print(s)", "An expression prints itself: s", "s", "1.5"),
    ("return 3", "An expression prints itself: 3", "3", "3"),
    (
      "for i in range(3): print(i)", "takes many values: table i over i in 0...2",
      "count(0...2)", "3"
    ),
    (
      "[i^2 for i in 1:3]", "takes many values: table i^2 over i in 1...3", "count(1...3)", "3"
    ),
    ("sum(t for t in y)", "takes many values: table t over t in y", "count(y)", "2"),
    (
      "plot s^2 for s = 1...3", "A parameter runs with over: plot s^2 over s in 1...3",
      "count(1...3)", "3"
    ),
    ("s?", "To ask about it: explain s", "s", "1.5"),
    ("\\frac{1}{4}", "In the signs of this language: 1/4", "1/4", "0.25"),
    ("s^{3-1}", "In the signs of this language: s^(3-1)", "s^(3-1)", "2.25"),
    ("$s^2$", "In the signs of this language: s^2", "s^2", "2.25"),
    ("a^{[1]}", "In the signs of this language: a[1]", "a[1]", "[1.5, 4.5]"),
    ("\\sqrt{4}", "In the signs of this language: sqrt(4)", "sqrt(4)", "2"),
    ("{1, 3}", "Brackets are ( ) and [ ]: [1, 3]", "[1, 3]", "[1, 3]"),
    ("what is a network", "a word can be asked about: help network", "1", "1"),
    ("man plot", "Help has one name: help plot", "1", "1"),
    ("1:3", "A range has three points: 1...3", "count(1...3)", "3"),
    ("0:0.5:2", "A range has three points: 0...2 by 0.5", "count(0...2 by 0.5)", "5"),
    ("x[1:2]", "no part of a list is cut out: x[1]", "x[1]", "1"),
    ("s <> 1", "Not equal is !=", "s != 1", "true"),
    ("1_000", "The digits of a number stand together: 1000", "1000", "1000"),
    ("1'000", "The digits of a number stand together: 1000", "1000", "1000"),
    ("3 cm", "Numbers have no units here: 3", "3", "3"),
    ("20 ms", "Numbers have no units here: 20", "20", "20"),
    (
      "0.1 in float16", "rounded to a format by rounded(0.1, to: float16)",
      "rounded(0.1, to: float16)", "0.0999755859375"
    ),
    (
      "float16(0.1)", "To round to it: rounded(0.1, to: float16)", "rounded(0.1, to: float16)",
      "0.0999755859375"
    ),
    ("x.shape", "Write count(x)", "count(x)", "2"),
    ("net.shape", "Write widths(net)", "count(widths(net))", "21"),
    ("x[0]", "The first is x[1]", "x[1]", "1"),
    ("x[-1]", "The last is x[count(x)]", "x[count(x)]", "3"),
    ("x**2", "dot(x, x), the square of each entry diagonal(x)*x", "dot(x, x)", "10"),
    ("x + 1", "To each entry: x + 1*ones(count(x))", "x + 1*ones(count(x))", "[2, 4]"),
    ("pow(2, 3)", "here it is 2^3", "2^3", "8"),
    ("round(2.567, 2)", "To 2 places: round((2.567)*100)/100", "round((2.567)*100)/100", "2.57"),
    ("linspace(0, 2, 5)", "here it is 0...2 by 0.5", "count(0...2 by 0.5)", "5"),
    ("arange(0, 2, 0.5)", "here it is 0...1.5 by 0.5", "count(0...1.5 by 0.5)", "4"),
    ("np.arange(5)", "here it is 0...4", "count(0...4)", "5"),
    ("range(1, 5)", "here it is 1...4", "count(1...4)", "4"),
    (
      "network(xavier(), width: 4, depth: 3, residual: true)", "Write residual: 1", "1", "1"
    ),
    (
      "network(xavier(), width: 4, depth: 3, activation: \"relu\")",
      "without quotes: activation: relu", "1", "1"
    ),
    (
      "mean_over(rms(normal(9, seed: n)), 1...9)",
      "a function of what runs: f(n) = rms(normal(9, seed: n))", "1", "1"
    ),
    ("mean_over(s^2, 1...9)", "To make one: f(n) = rms(normal(9, seed: n))", "1", "1"),
    ("y_hat", "The network's output ŷ is y", "y == 1.5^20*[1, 3]", "true"),
  ]

  @Test("are read, and what is told runs", arguments: cases.indices)
  func reading(_ index: Int) throws {
    let (typed, words, expression, value) = Self.cases[index]
    var desk = Desk(after: Self.board)
    let found = desk.failure(typed)
    let failure = desk.notebook.advised(try #require(found, "\(typed) is read"))
    #expect(failure.message.contains(words), "\(failure.message)")
    let advice = failure.advice.first
    if let advice, words.hasSuffix(advice.text) || words.contains(advice.text) {
      // A definition that is told is entered, so that the value is of what it says.
      if case .instead = advice.place { desk.enter(advice.text) }
    }
    #expect(desk.show(expression) == value, "\(typed): \(advice?.text ?? "")")
  }

  @Test("with a prompt of a transcript or a lesson are taken without it")
  func prompts() {
    var desk = Desk()
    desk.enter("fathom> # note\nfathom> s = 4\nlesson> t = [1,\n…> 2]\nanswer[first]> u = s*t")
    #expect(desk.show("u") == "[4, 8]")
    // A comparison of one's own names stays one.
    #expect(shown("fathom = 3\nfathom > 2") == "true")
    #expect(shown("answer = [1, 2]\nanswer[1] > 3") == "false")
  }

  @Test(
    "that a notebook wrote are said to be that",
    arguments: [
      "changed: s. With it: net, a.", "stale: 1.1 y", "Right: 16 = 16. 1 of 1 point.",
      "Not yet. A line", "  16 |    *****", "layer 0: [1  3]",
    ]
  )
  func written(_ line: String) {
    #expect(fault(line)?.problem.message.hasPrefix("This is a line that fathom wrote") == true)
  }

  @Test(
    "of people are no sentences of the language",
    arguments: [
      "hello world", "by what factor is x scaled", "how do i begin with this",
    ]
  )
  func sentences(_ line: String) {
    #expect(fault(line)?.problem.message.contains("Sentences are not read here") == true)
  }

  @Test("keep the sentence that is nearer to the place of the slip")
  func nearer() {
    for (typed, words) in [
      ("s += 1", "nothing changes in place"), ("s := 3", "A definition has = alone: s = 3"),
      ("(1, 3)", "A vector stands in square brackets: [1, 3]"), ("sin 1", "sin(1)"),
      ("7 mod 3", "7 - 3*floor(7/3)"), ("0x10", "Numbers are decimal: 16"),
      ("20%", "Per cent are hundredths: 20/100"), ("½", "A fraction is a quotient: (1/2)"),
      ("import numpy as np", "All functions are there"), ("len([1, 2])", "count([1, 2])"),
    ] {
      let message = fault(typed, after: Self.board)?.problem.message ?? ""
      #expect(message.contains(words), "\(typed): \(message)")
    }
  }
}
