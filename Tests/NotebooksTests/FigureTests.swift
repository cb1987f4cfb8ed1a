import DeepNetworks
import Notebooks
import Plotting
import TerminalText
import Testing

/// What figures are made of: lines and their names, axes, tables, formats, titles.
@Suite("Figures of statements")
struct FigureTests {
  private func output(_ text: String, after setting: String = lecture) throws -> FigureOutput {
    var desk = Desk(after: setting)
    let result = try desk.enter(text).last?.get()
    let output: FigureOutput? = if case .figure(let figure)? = result { figure } else { nil }
    return try #require(output, "\(text) is no figure")
  }

  private func series(_ text: String, after setting: String = lecture) throws -> [Series] {
    let kind = try output(text, after: setting).figure.kind
    if case .line(let series) = kind { return series }
    if case .table(let series) = kind { return series }
    if case .scatter(let series) = kind { return series }
    return []
  }

  private func names(_ text: String) throws -> [String] { try series(text).map(\.name) }

  private func numbers(_ series: Series) -> [String] {
    series.y.map { NumberText.short(significand: $0.significand, exponent: $0.exponent) }
  }

  // MARK: - Kinds and axes

  @Test("what is counted stands in its plural")
  func plurals() {
    #expect(shown("plot [1, 0, 0] on log").contains("2 entries are zero, from entry 2 on"))
    let values = shown("plot singular_values([[1, 0, 0], [0, 0, 0], [0, 0, 0]]) on log")
    #expect(values.contains("2 indices are zero"))
  }

  @Test("a list by layer is a line over its layers")
  func overLayers() throws {
    let figure = try output("plot rms(a)").figure
    #expect(figure.xLabel == "layer" && figure.xIsInteger && figure.axis == .automatic)
    #expect(figure.title == "rms(a)")
    let line = try series("plot rms(a)")[0]
    #expect(line.x == (0...20).map(Double.init))
    #expect(numbers(line)[6] == "11.3906")
    #expect(try series("plot rms(W)")[0].x == (1...20).map(Double.init))
  }

  @Test("a vector is a line over its entries, and so is a range")
  func overEntries() throws {
    #expect(try output("plot y").figure.xLabel == "entry")
    #expect(try series("plot [4, 5, 6]")[0].x == [1, 2, 3])
    #expect(numbers(try series("plot 4...6")[0]) == ["4", "5", "6"])
  }

  @Test("a number over a range or a list is a line over the parameter")
  func overParameter() throws {
    let smooth = try output("plot rms(y) over s in 0.5...1.5").figure
    #expect(smooth.xLabel == "s" && !smooth.xIsInteger)
    let steps = try output("plot rms(y) over L in 1...5").figure
    #expect(steps.xLabel == "L" && steps.xIsInteger)
    let line = try series("plot rms(y) over L in 1...5")[0]
    #expect(line.x == [1, 2, 3, 4, 5])
    #expect(numbers(line) == ["1", "1.5", "2.25", "3.375", "5.0625"])
    #expect(numbers(try series("table rms(y) over s in [1, 2]")[0]) == ["1", "524288"])
    #expect(try series("plot rms(y) over s in 0.5...1.5")[0].x.count == 101)
  }

  @Test("a parameter of a figure needs no definition")
  func ownParameter() throws {
    #expect(numbers(try series("plot t^2 over t in 1...3")[0]) == ["1", "4", "9"])
    #expect(numbers(try series("plot 2*e over e in [1, 2]")[0]) == ["2", "4"])
  }

  @Test("a search that finds none leaves a gap")
  func gap() throws {
    let found = try series("plot first l where rms(a[l]) >= 10 over s in [0.5, 1.5, 2]")[0]
    #expect(found.y.map(\.kind) == [.notANumber, .positive, .positive])
    #expect(numbers(found)[1...] == ["6", "4"])
  }

  // MARK: - Lines and their names

  @Test("one line per value, named by it")
  func perValue() throws {
    #expect(try names("plot rms(a) over s in [1.5, 0.5]") == ["s = 1.5", "s = 0.5"])
    #expect(
      try names("plot rms(a), norm(a) over s in [1.5, 0.5]")
        == ["rms(a), s = 1.5", "rms(a), s = 0.5", "norm(a), s = 1.5", "norm(a), s = 0.5"]
    )
    #expect(try names("plot rms(a), norm(a)") == ["rms(a)", "norm(a)"])
    #expect(try names("plot rms(a)") == ["rms(a)"])
  }

  @Test("over two parameters: lines of one over the other, whichever is the list")
  func twoParameters() throws {
    let lines = ["L = 10", "L = 50"]
    #expect(try names("plot rms(y) over s in 0.5...1.5, L in [10, 50]") == lines)
    #expect(try names("plot rms(y) over L in [10, 50], s in 0.5...1.5") == lines)
    #expect(try output("plot rms(y) over L in [10, 50], s in 0.5...1.5").figure.xLabel == "s")
    #expect(
      try names("plot rms(a) over s in [1, 2], L in [3, 4]")
        == ["s = 1, L = 3", "s = 1, L = 4", "s = 2, L = 3", "s = 2, L = 4"]
    )
    // Two lists and a number: the first runs, the second makes the lines.
    #expect(try names("table rms(y) over s in [1, 2], L in [3, 4]") == ["L = 3", "L = 4"])
  }

  @Test("formats name the lines where there are several")
  func namesOfFormats() throws {
    #expect(try names("plot rms(a) in float16, float32") == ["float16", "float32"])
    #expect(try names("plot rms(a) in float16") == ["rms(a)"])
    #expect(try output("plot rms(a) in float16").figure.title == "rms(a) in float16")
    #expect(
      try names("plot rms(a) over s in [1, 2] in float16, float32")
        == ["s = 1, float16", "s = 1, float32", "s = 2, float16", "s = 2, float32"]
    )
  }

  @Test("a name or a title of several lines becomes one line")
  func captions() throws {
    let figure = try output("plot rms(  # the size\n  a\n)").figure
    #expect(figure.title == "rms( a )")
    #expect(try names("plot rms(\n\ta)") == ["rms( a)"])
    let long = "plot rms(a)" + String(repeating: " + rms(a)", count: 1000)
    #expect(try output(long).figure.title.count == 80)
    #expect(try output("plot rms(a) titled \"Each layer\"").figure.title == "Each layer")
    #expect(try output("plot rms(a) titled \"a\u{202E}b\"").figure.title == "a<U+202E>b")
  }

  // MARK: - Clauses

  @Test("at chooses layers, of whatever line has them")
  func layers() throws {
    #expect(try series("plot rms(a) at 0, 3...5, 20")[0].x == [0, 3, 4, 5, 20])
    #expect(try series("plot rms(a) at 5, 1, 5")[0].x == [1, 5])
    #expect(try series("plot rms(a) at L")[0].x == [20])
    let lines = try series("plot rms(a) at 2, 12 over L in [10, 20]")
    #expect(lines.map(\.x) == [[2], [2, 12]])
  }

  @Test(
    "on chooses the vertical axis",
    arguments: [
      ("linear", AxisRequest.linear), ("log", .logarithmic),
      ("symlog", .symmetricLogarithmic),
    ]
  )
  func axis(_ word: String, _ request: AxisRequest) throws {
    #expect(try output("plot rms(a) on \(word)").figure.axis == request)
  }

  static let grown = [
    "float16: infinite from layer 28.", "bfloat16: infinite from layer 220.",
    "float32: infinite from layer 219.", "float64: infinite from layer 1751.",
    "1978 rows are left out; at chooses rows: at 1...4, 24...28",
  ]
  static let shrunk = [
    "float16: subnormal from layer 15, zero from layer 25.",
    "bfloat16: subnormal from layer 127, zero from layer 134.",
    "float32: subnormal from layer 127, zero from layer 150.",
    "float64: subnormal from layer 1023, zero from layer 1075.",
    "1963 rows are left out; at chooses rows: at 1...4, 24...28",
  ]

  @Test(
    "the lecture in float formats: where they give out",
    arguments: [("1.5", grown), ("0.5", shrunk)]
  )
  func formats(_ scale: String, _ notes: [String]) throws {
    let text = "s = \(scale)\nL = 2000\ntable rms(a) in float16, bfloat16, float32, float64"
    #expect(try output(text).notes == notes)
  }

  @Test("a dense matrix meets nan where the lecture's does not")
  func dense() throws {
    let text = "M = [[1.5, 0], [0, 1.5]]\nL = 40\nplot rms(a) in float16"
    #expect(try output(text).notes == ["float16: infinite from layer 28, nan from layer 29."])
    let small = "s = 2\nplot rms(a) in float8_e4m3, float8_e5m2"
    #expect(
      try output(small).notes
        == ["float8_e4m3: nan from layer 9.", "float8_e5m2: infinite from layer 16."]
    )
    #expect(try output("plot rms(a) in float32").notes == ["float32: no limit is met."])
  }

  @Test("in a format a zero's logarithm is no error")
  func logarithm() throws {
    let line = try series("s = 0.5\nL = 40\nplot log10(rms(a)) in float16")[0]
    #expect(line.y[25].kind == .negativeInfinity)
    #expect(fault("plot log10(0*rms(a))", after: lecture) != nil)
  }

  @Test("without a format nothing overflows")
  func extended() throws {
    let line = try series("L = 10000\nplot rms(a)")[0]
    #expect(numbers(line)[9999] == "5.45129e1760")
    #expect(try output("L = 10000\nplot rms(a)").notes == [])
  }

  @Test("a table shows the ends of a long list, or the rows that at chooses")
  func tables() {
    #expect(
      shown(
        lecture + "\ntable rms(a), norm(a) over s in [1, 2] at 1, 2"
      ) == """
        rms(a), norm(a)
        layer  rms(a), s = 1  rms(a), s = 2  norm(a), s = 1  norm(a), s = 2
        -----  -------------  -------------  --------------  --------------
            1              1              2         1.41421         2.82843
            2              1              4         1.41421         5.65685
        """
    )
    #expect(
      shown(lecture + "\ntable rms(a) over L in [2, 4]") == """
        rms(a)
        layer  L = 2  L = 4
        -----  -----  -----
            0      1      1
            1    1.5    1.5
            2    1.5   2.25
            3         3.375
            4         3.375
        """
    )
    #expect(
      shown(lecture + "\nL = 40\ntable rms(a)").split(separator: "\n").count == 2 + 10 + 1
    )
  }

  // MARK: - The notebook stays

  @Test(
    "a figure changes no value of the notebook",
    arguments: [
      "plot rms(a) over s in [1, 2]", "plot rms(y) over s in 0.5...1.5, L in [3, 4]",
      "table rms(a) in float16", "plot rms(a) over x in [1, 2]", "plot rms(a) at 99",
      "plot rms(y) over s in 0...2",
    ]
  )
  func pure(_ figure: String) {
    var desk = Desk(after: lecture)
    let before = desk.show("y")
    let definitions = desk.notebook.definitions.all.map(\.statement)
    desk.enter(figure)
    #expect(desk.notebook.definitions.all.map(\.statement) == definitions)
    #expect(desk.show("y") == before)
    #expect(desk.show("y") == "[2216.8378200531, 2216.8378200531]")
    #expect(desk.show("s") == "1.5")
  }

  @Test("a failure within a figure points into the definition that fails")
  func failing() throws {
    let failure = try #require(fault("plot q over s in [1, 0]", after: "s = 2\nq = 1/s"))
    #expect(failure.definition == "q")
    #expect(failure.problem == .value(.divisionByZero))
  }

  @Test("what a figure will take is known after its first sample")
  func foreseen() throws {
    var desk = Desk(after: "f(t) = rms(tanh(t*normal(1000)))")
    desk.meter = Meter(limits: Meter.Limits(operations: 1e7, bytes: 1e9))
    let failure = desk.failure("plot f(t) over t in 0.5...1.5")
    #expect(failure?.range == SourceRange(5, 9))
    // 101 000 values of tanh at the 3600 instructions each that callgrind counts.
    guard case .bound(.tooDear(let operations, _, _)) = failure?.problem else {
      Issue.record("\(failure?.problem.message ?? "it runs")")
      return
    }
    #expect(Double(operations).map { 3.6e8...4.4e8 ~= $0 } == true, "\(operations)")
  }
}
