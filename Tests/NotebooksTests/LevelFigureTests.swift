import Notebooks
import Plotting
import TerminalText
import Testing

/// Levels named on a figure: `against`.
@Suite("Levels that a figure is drawn against")
struct LevelFigureTests {
  private func figure(_ text: String) throws -> Figure {
    var desk = Desk(after: lecture)
    let result = try desk.enter(text).last?.get()
    let figure: Figure? = if case .figure(let output)? = result { output.figure } else { nil }
    return try #require(figure)
  }

  @Test("a number is named by its text, a format's limits by what they are")
  func names() throws {
    let levels = try figure("plot rms(a) against 1e-3, 10*s, float16").thresholds
    #expect(
      levels.map(\.label)
        == ["1e-3", "10*s", "float16 max", "float16 smallest normal", "float16 smallest subnormal"]
    )
    // IEEE 754 binary16: 2^16 - 2^5, 2^-14, 2^-24.
    #expect(
      levels.map { NumberText.short(significand: $0.at.significand, exponent: $0.at.exponent) }
        == ["0.001", "15", "65504", "6.10352e-5", "5.96046e-8"]
    )
  }

  @Test("a level is worked out once, by the notebook's values")
  func settled() throws {
    #expect(try figure("plot rms(a) over s in [2, 3] against s").thresholds[0].at == Sample(1.5))
    var desk = Desk(after: lecture)
    let statement = try #require(
      try? Parser.statements(of: "plot rms(a) over s in [2, 3] against s").first?.get()
    )
    #expect(statement.names.contains("s"))
    #expect(desk.notebook.depends(statement, on: ["s"]))
    let other = try #require(
      try? Parser.statements(of: "plot rms(a) over s in [2, 3] against L").first?.get()
    )
    #expect(!desk.notebook.depends(other, on: ["s"]))
    #expect(desk.show("s") == "1.5")
  }

  @Test("against and beside are names still")
  func contextual() {
    var desk = Desk(after: "against = 2\nbeside = 3")
    #expect(desk.show("against + beside") == "5")
    #expect(desk.failure("plot against*[1, 2], beside*[3, 4] against against") == nil)
    #expect(desk.failure("plot [1, 2]*beside beside plot beside*[1, 2]") == nil)
    #expect(Parser.isComplete("beside"))
    #expect(Parser.isComplete("1 + beside"))
    #expect(Parser.isComplete("plot beside"))
    #expect(Parser.isComplete("plot x, beside"))
    #expect(!Parser.isComplete("plot x beside"))
    #expect(!Parser.isComplete("plot x beside\n"))
    #expect(!Parser.isComplete("1\nplot x titled \"T\" beside  # and"))
  }

  @Test("lines inside the figure, words for what lies outside")
  func wholePicture() {
    let text = "plot rms(a) over s in [1.5, 0.5] on log against float16, 10*s"
    #expect(
      picture(text) == #"""
                                         rms(a)
             +                                                       ***********
             |                                       ****************
         1e2 + . . . . . . . . . . . .***************. . . . . . . . . . . . . .
             +_________***************__________________________________________
         1e0 +@@@@*****. . . . . . . . . . . . . . . . . . . . . . . . . . . . .
             +    ooooooooo
        1e-2 + . . . . . . ooooooooo . . . . . . . . . . . . . . . . . . . . . .
             |                      ooooooooo
             +                               ooooooooo
        1e-4 +----------------------------------------ooooooooo-----------------
             +                                                 ooooooooo
             |                                                          oooooooo
             +----------------+----------------+---------------+---------------+
              0               5               10              15              20
              * s = 1.5   o s = 0.5   @ both                               layer
              - float16 smallest normal (6.1e-5)   _ 10*s (15)
         float16 max (65500) lies above the figure
         float16 smallest subnormal (5.96e-8) lies below the figure
        """#
    )
  }

  @Test("levels outside share a line for each side")
  func outside() {
    let lines = picture("plot x against 1e-9, 1e3, 1e4, 10*1e4").split(separator: "\n")
    #expect(lines.contains(" 1e3, 1e4 and 10*1e4 (100000) lie above the figure"))
    #expect(lines.contains(" 1e-9 lies below the figure"))
  }

  @Test("where no line can stand, how many values lie beyond")
  func counted() {
    // 1.5^11 = 86.5 and 1.5^12 = 129.7.
    #expect(
      picture("bars rms(a) at 10...14 against 100")
        .hasSuffix("\n 100: 3 of 5 bars lie above")
    )
    #expect(
      picture("draw net, rms(a) against 100")
        .contains("\n 100: 9 of 21 layers lie above")
    )
    #expect(
      picture("heatmap rms(a) over s in [1, 1.5] against 100")
        .contains("\n o 100: 9 of 42 cells lie above\n")
    )
    #expect(
      picture("histogram rms(a) over s in [1, 1.5] against 100")
        .contains("100: 9 of 21 values")
    )
  }
}
