import DeepNetworks
import Notebooks
import Plotting
import Testing

/// Rules 15 to 20 of the module's README: statements, figures, searches, arguments, definitions.
@Suite("The grammar, rules 15 to 20")
struct GrammarOfStatementsTests {
  private func kind(_ text: String) throws -> StatementKind {
    let statements = Parser.statements(of: text)
    #expect(statements.count == 1)
    return try statements[0].get().kind
  }

  private func figure(_ text: String) throws -> FigureStatement {
    let kind = try kind(text)
    let figure: FigureStatement? = if case .figure(let figure) = kind { figure } else { nil }
    return try #require(figure)
  }

  @Test("15. a definition")
  func definition() throws {
    guard case .definition("s", _) = try kind("s = 1.5") else {
      Issue.record("s = 1.5 is no definition")
      return
    }
    #expect(shown("s = 1.5") == "s = 1.5")
  }

  @Test("15. a function of one line")
  func function() throws {
    guard case .function("f", ["a", "b"], _) = try kind("f(a, b) = a - b") else {
      Issue.record("f(a, b) = a - b is no function")
      return
    }
    #expect(shown("f(a, b) = a - b\nf(5, 3)") == "2")
    #expect(shown("f(a, b) = a - b") == "the function f(a, b)")
  }

  @Test("15. an expression", arguments: ["1 + 1", "f(2)", "x", "s == 1", "(s)", "f(2) == 3", "-s"])
  func expression(_ text: String) throws {
    guard case .expression = try kind(text) else {
      Issue.record("\(text) is no expression")
      return
    }
  }

  @Test(
    "15. help, with a topic or without",
    arguments: [
      ("help", nil), ("help plot", "plot"), ("help rms # of what", "rms"),
      ("help \"plot\"", "plot"),
      ("help(plot)", "plot"), ("help over", "over"),
    ] as [(String, String?)]
  )
  func help(_ text: String, _ topic: String?) throws {
    guard case .help(let found) = try kind(text) else {
      Issue.record("\(text) asks for no help")
      return
    }
    #expect(found == topic)
  }

  @Test("15. a definition of help hides it, and its topics stay")
  func ownHelp() {
    #expect(shown("help = 3\nhelp") == "help = 3")
    #expect(shown("help = 3\nhelp + 1") == "4")
    #expect(shown("help = 3\nhelp rms").hasPrefix("rms(v)"))
  }

  @Test("16. a figure with all its clauses, in any order")
  func clauses() throws {
    let clauses = [
      "over s in [1, 2], L in [3, 4]", "at 1...4, 20", "in float16, bfloat16", "on symlog",
      "titled \"Growth\"",
    ]
    for turn in clauses.indices {
      let order = clauses[turn...] + clauses[..<turn]
      let figure = try figure("table rms(a), norm(a) \(order.joined(separator: " "))")
      #expect(figure.verb == .table)
      #expect(figure.expressions.count == 2)
      #expect(figure.over.map(\.name) == ["s", "L"])
      #expect(figure.layers.count == 2)
      #expect(figure.formats.map(\.name) == ["float16", "bfloat16"])
      #expect(figure.scale == .symlog)
      #expect(figure.title == "Growth")
    }
  }

  @Test(
    "16. each clause once",
    arguments: [
      "over s in [1, 2]", "at 1", "in float16", "on log", "titled \"Growth\"",
    ]
  )
  func repeated(_ clause: String) throws {
    let word = String(clause.prefix { $0 != " " })
    let failure = try #require(fault("plot rms(a) \(clause) \(clause)"))
    #expect(failure.problem == .syntax(.repeatedClause(word)))
  }

  @Test("16. every verb begins a figure", arguments: FigureVerb.allCases)
  func verbs(_ verb: FigureVerb) throws {
    #expect(try figure("\(verb.rawValue) rms(a)").verb == verb)
    #expect(try figure("\(verb.rawValue) -x").verb == verb)
    #expect(try figure("\(verb.rawValue) [1, 2]").verb == verb)
  }

  @Test(
    "16. a verb is a name before =, and elsewhere than at the start",
    arguments: FigureVerb.allCases
  )
  func verbsAsNames(_ verb: FigureVerb) {
    #expect(shown("\(verb.rawValue) = 3\n1 + \(verb.rawValue)") == "4")
    #expect(shown("\(verb.rawValue)(t) = 2*t\n1 + \(verb.rawValue)(3)") == "7")
  }

  @Test(
    "17. words that are no names",
    arguments: ["over", "in", "on", "at", "by", "where", "first", "true", "false"]
  )
  func reserved(_ word: String) {
    #expect(fault("\(word) = 3")?.problem == .syntax(.reserved(word)))
    #expect(fault("\(word)(t) = t")?.problem == .syntax(.reserved(word)))
    #expect(fault("f(\(word)) = 3")?.problem == .syntax(.reserved(word)))
  }

  static let searches = [
    ("first l where rms(a[l]) >= 3", "3"), ("first l where rms(a[l]) >= 1", "0"),
    ("first l where rms(a[l]) >= 10", "never up to 3"), ("first l where W[l] == W[1]", "1"),
    ("first l where a[l][1] > 2", "2"), ("first k where [1, 5, 9][k] > 4", "2"),
    // The lists' layers that both have: 1 to 3.
    ("first l where rms(W[l]*a[l]) > 0", "1"), ("1 + (first l where rms(a[l]) >= 3)", "4"),
    // a[l + 1] exists for -1 to 2, a[l] for 0 to 3.
    ("first l where rms(a[l + 1])/rms(a[l]) > 1.4", "0"),
    ("first l where rms(a[l])/rms(a[l - 1]) > 1.4", "1"),
    ("first l where rms(a[1 + l]) > 3", "2"),
    ("first l where rms(a[l - 1]) > 100", "never up to 4"),
    ("l = 7\nfirst l where rms(a[l]) >= 3", "3"),
    ("l = 7\nfirst l where rms(a[l]) >= l", "0"),
    ("first l where rms(a[l]) > (first k where rms(a[k]) > 2)", "2"),
    ("first l where rms(activations(net, x)[l]) >= 3", "3"), ("first l where a[l] == a[2]", "2"),
    ("f(c) = first l where rms(a[l]) >= c\nf(2)", "2"),
    ("first l where true == (rms(a[l]) > 2)", "2"),
  ]

  @Test("18. first NAME where CONDITION runs over the layers of the lists", arguments: searches)
  func search(_ text: String, _ value: String) {
    #expect(shown(small + "\n" + text) == value)
  }

  static let arguments = [
    ("dot([1, 2], [3, 4])", "11"), ("dot(v: [1, 2], w: [3, 4])", "11"),
    ("dot(w: [3, 4], v: [1, 2])", "11"), ("dot(v: [1, 2], [3, 4])", "11"),
    ("dot(w: [3, 4], [1, 2])", "11"), ("normal(3) == normal(n: 3, seed: 1)", "true"),
    ("depth(network(depth: 4, weights: identity(2)))", "4"), ("rms(v: [3, 4])^2", "12.5"),
    ("rounded(to: float16, 2049)", "2048"),
  ]

  @Test("19. arguments in order or by label", arguments: arguments)
  func argument(_ text: String, _ value: String) {
    #expect(shown(text) == value)
  }

  @Test("20. entering a name again replaces it")
  func replaced() {
    #expect(shown("s = 1\nt = s + 1\ns = 5\nt") == "6")
    #expect(shown("f(t) = t\nf = 3\nf + 1") == "4")
    #expect(shown("f = 3\nf(t) = t\nf(7)") == "7")
  }

  @Test("20. a circle is refused, and what was there stays")
  func circle() {
    #expect(shown("s = 1\nt = s + 1\ns = t\nt") == "2")
    #expect(
      fault("s = t", after: "s = 1\nt = s")?.problem == .name(.cycle(["s", "t"], renamed: nil))
    )
    #expect(fault("s = 2*s")?.problem == .name(.cycle(["s"], renamed: "s1 = 2*s")))
    // A parameter and the variable of a search are names of their own.
    #expect(shown("f(f) = 2*f\nf(3)") == "6")
    #expect(shown("v = [1, 5]\nl = first l where v[l] > 2") == "l = 2")
  }
}
