import Notebooks
import Plotting
import TerminalText
import Testing

/// Figures joined by `beside`.
@Suite("Figures beside each other")
struct BesideFigureTests {
  private func output(_ text: String) throws -> FigureOutput {
    var desk = Desk(after: lecture)
    let result = try desk.enter(text).last?.get()
    let output: FigureOutput? = if case .figure(let output)? = result { output } else { nil }
    return try #require(output)
  }

  private func members(_ text: String) throws -> [Figure] {
    if case .beside(let members) = try output(text).figure.kind { members } else { [] }
  }

  private func statement(_ text: String) throws -> Statement {
    let statements = Parser.statements(of: text)
    #expect(statements.count == 1)
    return try statements[0].get()
  }

  @Test("each has its verb and its clauses, in one line or several")
  func parts() throws {
    let figures = try members(
      """
      plot rms(a) on log titled "left" beside
        # a remark
        scatter x on linear against 2 beside

        histogram rms(a)
      """
    )
    #expect(figures.map(\.title) == ["left", "x", ""])
    #expect(figures.map(\.axis) == [.logarithmic, .linear, .automatic])
    #expect(figures.map(\.thresholds.count) == [0, 1, 0])
    guard case .scatter = figures[1].kind, case .histogram = figures[2].kind else {
      Issue.record("other kinds")
      return
    }
  }

  @Test("every verb but table stands beside another")
  func verbs() throws {
    for verb in ["plot rms(a)", "scatter x", "bars x", "histogram x", "heatmap M", "draw net"] {
      #expect(try members("\(verb) beside plot x").count == 2)
      #expect(try members("plot x beside \(verb)").count == 2)
    }
  }

  @Test(
    "it reads what any of its figures reads, and what over sets counts for its own figure alone"
  )
  func names() throws {
    let statement = try statement("plot rms(a) over s in [1, 2] beside plot t*y over t in 1...3")
    #expect(statement.names == ["a", "rms", "y"])
    let notebook = Desk(after: lecture).notebook
    #expect(notebook.depends(statement, on: ["s"]))
    let own = try self.statement("plot rms(a) over s in [1, 2] beside plot s over s in 1...3")
    #expect(!notebook.depends(own, on: ["s"]))
    #expect(notebook.depends(own, on: ["L"]))
  }

  @Test("the data of all follow one another")
  func data() throws {
    #expect(
      try output("plot [1, 2] beside plot [3, 4]").figure.data
        == "entry\t[1, 2]\n1\t1\n2\t2\n\nentry\t[3, 4]\n1\t3\n2\t4\n"
    )
    let svg = try output("plot [1, 2] beside plot [3, 4]").figure.svg()
    #expect(svg.contains(">[1, 2]<") && svg.contains(">[3, 4]<"))
  }

  @Test("a note that not all figures say names its figure")
  func notes() throws {
    let text = "s = 0.5\nL = 30\nplot rms(a) in float16 beside plot norm(a) beside draw net"
    #expect(
      try output(text).notes
        == ["rms(a) in float16: float16: subnormal from layer 15, zero from layer 25."]
    )
    #expect(try output("plot rms(a) in float32 beside plot norm(a) in float32").notes.count == 1)
  }

  @Test("a guess is drawn into the first")
  func guess() throws {
    var figure = try output("plot [1, 2] beside plot [3, 4]").figure
    figure.add(Guess(x: 2, y: Sample(4)))
    let rows = figure.rendered(columns: 72, rows: 20).plain.split(separator: "\n")
    let marked = rows.filter { $0.contains("?") }
    #expect(!marked.isEmpty)
    #expect(marked.allSatisfy { $0.dropFirst(36).allSatisfy { $0 != "?" } })
    #expect(rows.contains { $0.contains("? your guess") })
  }

  @Test("histograms that stand beside each other count one by one")
  func histograms() throws {
    let two = "histogram rms(a) over s in [0.5, 1.5]"
    #expect(try members("\(two) beside plot x").map(\.title) == ["s = 0.5", "s = 1.5", "x"])
    let failure = try #require(fault("\(two) beside \(two) beside plot x", after: lecture))
    #expect(failure.problem == .figure(.tooManyBeside(count: 5, limit: 4)))
  }

  @Test("what has no room beside stands below, each in 12 rows, and none is left out")
  func stacked() {
    let lines = picture("plot x beside plot 2*x beside plot 3*x").split(separator: "\n")
    #expect(lines.count <= 3 * 12 + 1)
    for title in ["x", "2*x", "3*x"] {
      #expect(lines.contains { $0.drop { $0 == " " } == title }, "\(title) is missing")
    }
    #expect(lines.last == " the figures have the same range of values")
  }

  @Test("the whole picture")
  func wholePicture() {
    let text = """
      plot rms(a) beside plot norm(dJ_da(net, x)) over s in [0.5, 1] on log against 1e-3
      """
    #expect(
      picture(text) == #"""
                      rms(a)                        norm(dJ_da(net, x))
             +                       *****        +
             |                  *****             |
         1e2 + . . . . . .****** . . . . .    1e2 + . . . . . . . . . . . . . .
             +      ******                        +
             | *****                              |ooooooooooooooooooooooooo@@@
         1e0 +*. . . . . . . . . . . . . .    1e0 + . . . . . . . . . . . **. .
             +                                    +                   ****
        1e-2 + . . . . . . . . . . . . . .   1e-2 + . . . . . . . .***. . . . .
             |                                    |            ****
             +                                    +---------***----------------
        1e-4 + . . . . . . . . . . . . . .   1e-4 + . . ****. . . . . . . . . .
             +                                    +  ***
             |                                    |**
             +--------------+------------+        +--------------+------------+
              0            10           20         0            10     layer 20
              * rms(a)               layer         * s = 0.5   o s = 1   @ both
         log axis: the values span 8.9             - 1e-3
           decades
         the figures have the same range of values
        """#
    )
  }
}
