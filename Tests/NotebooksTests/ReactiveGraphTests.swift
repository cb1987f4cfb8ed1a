import DeepNetworks
import Notebooks
import TerminalText
import Testing

/// Definitions, what depends on what, and what is worked out when.
@Suite("The reactive graph")
struct ReactiveGraphTests {
  @Test("a definition is worked out when it is asked for, with what it needs and nothing else")
  func onDemand() {
    var desk = Desk(after: lecture)
    #expect(["s", "M", "net", "W", "a", "y"].allSatisfy { !desk.knows($0) })
    #expect(desk.show("rms(y)") == "2216.8378200531")
    #expect(["s", "L", "M", "net", "x", "y"].allSatisfy { desk.knows($0) })
    #expect(!desk.knows("W"))
    #expect(!desk.knows("a"))
  }

  @Test("a change makes dirty what depends on it, however far, and nothing else")
  func dirty() {
    var desk = Desk(after: lecture)
    desk.enter("y\na\nW")
    desk.enter("s = 0.5")
    #expect(["s", "M", "net", "W", "a", "y"].allSatisfy { !desk.knows($0) })
    #expect(["L", "x"].allSatisfy { desk.knows($0) })
    #expect(desk.show("y == 0.5^19*x") == "true")
    #expect(!desk.knows("a"))
  }

  @Test("what is known is not worked out again")
  func once() {
    let big = "v = normal(1000000)"
    var desk = Desk(after: big)
    desk.enter("v[1]")
    // 20 operations for each entry would pass this limit.
    desk.meter = Meter(limits: Meter.Limits(operations: 1e6, bytes: 1e6))
    #expect(desk.show("v[2] == v[2]") == "true")
    desk.enter(big)
    #expect(desk.show("v[2] == v[2]").hasPrefix("This would take about"))
  }

  @Test("dependents are found through functions, figures' clauses and searches")
  func dependents() {
    let desk = Desk(
      after: """
        s = 2
        f(t) = s*t
        g(t) = f(t) + 1
        v = g(3)
        l = first k where [1, 5][k] > s
        other = 7
        """
    )
    #expect(desk.notebook.definitions.dependents(of: ["s"]) == ["f", "g", "v", "l"])
    #expect(desk.notebook.definitions.dependents(of: ["other"]) == [])
    #expect(desk.notebook.definitions.dependents(of: ["t"]) == [])
    #expect(desk.notebook.definitions.dependents(of: ["k"]) == [])
  }

  @Test("a statement depends on what it reads, through everything between")
  func depends() throws {
    let desk = Desk(after: lecture)
    func depends(_ text: String, on name: String) throws -> Bool {
      desk.notebook.depends(try Parser.statements(of: text)[0].get(), on: [name])
    }
    #expect(try depends("rms(y)", on: "s"))
    #expect(try !depends("rms(x)", on: "s"))
    #expect(try depends("plot rms(a)", on: "L"))
    #expect(try depends("plot rms(a) at 1...L", on: "L"))
    #expect(try !depends("plot t^2 over t in 1...3", on: "t"))
    #expect(try depends("plot t^2 over t in 1...s", on: "s"))
    // A figure that sets s itself is the same whatever the notebook's s is.
    #expect(try !depends("plot rms(y) over s in [1, 2]", on: "s"))
    #expect(try depends("plot rms(y) over s in [s, 2]", on: "s"))
    #expect(try depends("plot rms(y) over s in [1, 2]", on: "L"))
    #expect(try depends("first l where rms(a[l]) > 3", on: "s"))
    #expect(try !depends("help plot", on: "s"))
  }

  @Test("what is defined later is found, and its absence remembered no longer")
  func later() {
    var desk = Desk(after: "t = s + 1\nu = t + 1")
    #expect(desk.show("u") == "There is no \"s\". To make one: s = 1.5")
    #expect(desk.show("s = 1\nu") == "3")
    desk.notebook.remove("s")
    #expect(desk.show("u") == "There is no \"s\". To make one: s = 1.5")
    #expect(desk.show("s = 2\nu") == "4")
  }

  @Test("a removed definition is gone, and what depends on it dirty")
  func removal() throws {
    var desk = Desk(after: lecture)
    desk.enter("y")
    desk.notebook.remove("s")
    #expect(desk.notebook.definitions["s"] == nil)
    #expect(!desk.notebook.definitions.order.contains("s"))
    #expect(!desk.knows("y"))
    #expect(try desk.notebook.value(of: "s") == nil)
    desk.notebook.remove("nobody")
    #expect(desk.show("s = 2\ny == 2^19*x") == "true")
    // What was first defined keeps its place; what was removed comes back at the end.
    #expect(desk.notebook.definitions.order.last == "s")
  }

  @Test("definitions stand in the order in which their names came")
  func order() {
    let desk = Desk(after: "b = 1\na = 2\nc = 3\na = 4")
    #expect(desk.notebook.definitions.order == ["b", "a", "c"])
    #expect(desk.notebook.definitions.all.map(\.statement.text) == ["b = 1", "a = 4", "c = 3"])
  }

  @Test("a failing definition stays, and its own text is at fault")
  func failing() throws {
    var desk = Desk(after: "s = 0\nM = 1/s\nN = 2*M")
    let report = """
      In the definition of M:
        M = 1/s
              ^
      This divides by zero. Float formats come to infinity, as in: plot rms(a) in float16
      """
    for text in ["M", "N + 1", "plot t*N over t in 1...3"] {
      let failure = try #require(fault(text, in: &desk))
      #expect(failure.definition == "M")
      #expect(failure.report(columns: 80).plain == report)
    }
    #expect(desk.show("s = 4\nN") == "0.5")
  }

  private func fault(_ text: String, in desk: inout Desk) -> Failure? { desk.failure(text) }

  @Test("a failure in a function is reported in the function's text")
  func failingFunction() throws {
    var desk = Desk(after: "f(t) = 1/t\ng(t) = f(t - 1)")
    let failure = try #require(fault("2 + g(1)", in: &desk))
    #expect(failure.definition == "f")
    #expect(
      failure.report(columns: 80, spoken: true).plain == """
        In the definition of f:
          f(t) = 1/t
        column 10, "t": This divides by zero. Float formats come to infinity, as in: \
        plot rms(a) in float16
        """
    )
  }

  @Test("a failing definition that nobody needs does no harm")
  func unneeded() {
    #expect(shown("bad = 1/0\nf(bad) = 2*bad\nf(3)") == "6")
    #expect(shown("bad = 1/0\nplot bad^2 over bad in 1...3") != "")
    #expect(shown("t = 1/0\nf(t) = t + 1\nf(2)") == "3")
  }

  @Test("a function's parameter is not looked for in the notebook")
  func parameter() {
    var desk = Desk(after: "t = normal(1000)\nf(t) = t + 1")
    #expect(desk.show("f(2)") == "3")
    #expect(!desk.knows("t"))
  }

  @Test("a limit leaves a definition to be worked out later")
  func limited() {
    var desk = Desk(after: "v = normal(100000)\nw = v + v\nu = [1, 2]")
    desk.meter = Meter(limits: Meter.Limits(operations: 1e6, bytes: 1e9))
    let refused = desk.show("rms(w)")
    #expect(refused.hasPrefix("This would take about"))
    #expect(!desk.knows("v") && !desk.knows("w"))
    #expect(desk.show("rms(u)") == "1.58113883008419")
    desk.meter = Meter()
    #expect(desk.show("norm(w) == 2*norm(v)") == "true")
    #expect(desk.knows("w"))
  }

  @Test("a built-in's name may be taken, with a remark, once")
  func shadowing() throws {
    var notebook = Notebook()
    func define(_ text: String) throws -> String? {
      try notebook.define(try Parser.statements(of: text)[0].get())
    }
    #expect(try define("norm = 3") == "norm was built in; from here on it is yours.")
    #expect(try define("norm = 4") == nil)
    #expect(try define("rms(t) = 2*t") == "rms was built in; from here on it is yours.")
    #expect(try define("π = 3") == "π was built in; from here on it is yours.")
    #expect(try define("float16 = 1") == "float16 was built in; from here on it is yours.")
    #expect(try define("mine = 4") == nil)
    var desk = Desk()
    desk.notebook = notebook
    #expect(desk.show("norm + rms(5)") == "14")
    desk.notebook.remove("rms")
    #expect(desk.show("rms([3, 4])^2") == "12.5")
  }

  @Test("in an expression of a lesson a built-in is the built-in")
  func builtInsFirst() throws {
    let desk = Desk(after: "rms(t) = 7\nnorm = 3\ns = 2")
    let value = try desk.notebook.value(ofExpression: "rms([3, 4])^2 + norm([0, 4]) + s")
    #expect(value == .number(Extended(18.5)))
    for text in ["", "1\n2", "x = 3", "plot x", "1 +", "nosuch"] {
      #expect(throws: Failure.self) { try desk.notebook.value(ofExpression: text) }
    }
  }

  @Test("circles are named from the definition that would close them")
  func circles() {
    var desk = Desk(after: "a = b\nb = c + 1\nc = d\nother = a")
    let failure = desk.failure("d = 2*a + other")
    #expect(failure?.problem == .name(.cycle(["d", "a", "b", "c"], renamed: nil)))
    #expect(failure?.range == SourceRange(0, 15))
    #expect(desk.notebook.definitions["d"] == nil)
    let through = Desk(after: "f(t) = u + t").failureOf("u = f(2)")
    #expect(through?.problem == .name(.cycle(["u", "f"], renamed: nil)))
  }

  @Test("a chain of 10 000 definitions needs no deep recursion, in either direction")
  func chain() {
    let length = 10_000
    let links = (1...length).map { "v\($0) = v\($0 - 1) + 1" }
    for text in [["v0 = 0"] + links, links.reversed() + ["v0 = 0"]] {
      var desk = Desk(after: text.joined(separator: "\n"))
      #expect(desk.show("v\(length)") == "10000")
      desk.enter("v0 = 5")
      #expect(!desk.knows("v\(length)"))
      #expect(desk.show("v\(length)") == "10005")
      let circle = desk.failure("v0 = v\(length)")
      guard case .name(.cycle(let members, _))? = circle?.problem else {
        Issue.record("no circle")
        return
      }
      #expect(members.count == length + 1)
    }
  }

  @Test("a copy's values are taken over where nothing changed since")
  func adopted() {
    var desk = Desk(after: lecture)
    var copy = desk
    copy.enter("y")
    desk.notebook.adopt(copy.notebook)
    #expect(desk.knows("y"))
    copy.enter("s = 3\ny")
    desk.enter("s = 2")
    desk.notebook.adopt(copy.notebook)
    #expect(desk.show("y == 2^19*x") == "true")
  }

  @Test("a function may stand under another name and be handed over")
  func functionsAsValues() {
    #expect(shown("g = tanh\ng(0.5)") == "0.46211715726001")
    #expect(shown("f(t) = t^2\ng = f\ng(3)") == "9")
    #expect(shown("twice(h, t) = h(h(t))\nf(t) = t^2\ntwice(f, 3)") == "81")
    #expect(shown("twice(h, t) = h(h(t))\ntwice(sqrt, 16)") == "2")
    #expect(shown("h(g) = g(g)\nh(h)").hasPrefix("The functions call each other"))
  }
}

extension Desk {
  /// The failure of a text in a copy.
  func failureOf(_ text: String) -> Failure? {
    var copy = self
    return copy.failure(text)
  }
}
