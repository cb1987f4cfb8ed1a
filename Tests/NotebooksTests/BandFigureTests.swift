import Notebooks
import Plotting
import Testing

/// A quantity over many whole numbers: of each layer or entry the median, and what lies around it.
@Suite("Bands of a quantity over seeds")
struct BandFigureTests {
  private static let deep = """
    deep = network(gaussian(gain: g), width: 8, depth: 30, activation: tanh, seed: seed)
    h = activations(deep, normal(8, seed: 2))
    """

  private func figure(_ text: String, after setting: String = lecture) throws -> Figure {
    var desk = Desk(after: setting)
    let result = try desk.enter(text).last?.get()
    let figure: Figure? = if case .figure(let output)? = result { output.figure } else { nil }
    return try #require(figure)
  }

  private func names(_ text: String) throws -> [String] {
    let kind = try figure(text).kind
    if case .bands(let bands) = kind { return bands.map { "band \($0.name)" } }
    if case .line(let lines) = kind { return lines.map { "line \($0.name)" } }
    if case .table(let columns) = kind { return columns.map { "column \($0.name)" } }
    return []
  }

  @Test("the tenth, the half and nine tenths of 1 to 20 are 2, 10 and 18")
  func quantiles() throws {
    #expect(
      try figure("plot n*[1, 2] over n in 1...20").data
        == "entry\t10 %\tmedian\t90 %\n1\t2\t10\t18\n2\t4\t20\t36\n"
    )
    #expect(
      shown("table n*[1, 2] over n in 1...20") == """
        n*[1, 2]
        entry  10 %  median  90 %
        -----  ----  ------  ----
            1     2      10    18
            2     4      20    36
        10 %, 50 % and 90 % of 20 values of n
        """
    )
  }

  @Test("what can be told apart as lines stays lines, and a list always is lines or too long")
  func lines() throws {
    #expect(try names("plot t*x over t in 1...8").count == 8)
    #expect(try names("plot t*x over t in 1...9") == ["band "])
    #expect(try names("table t*x over t in 1...16").count == 16)
    #expect(
      try names("table t*x over t in 1...17") == ["column 10 %", "column median", "column 90 %"]
    )
    // What counts is how many lines there would be in all.
    #expect(
      try names("plot t*x, t*y over t in 1...5") == ["band t*x", "band t*y"]
    )
    for refused in [
      "plot t*x over t in [1, 2, 3, 4, 5, 6, 7, 8, 9]", "plot t*x over t in 0.5...1.5",
      "scatter t*x over t in 1...9", "bars t*x over t in 1...9",
    ] {
      guard case .figure(.tooManyLines)? = fault(refused, after: lecture)?.problem else {
        Issue.record("\(refused) should be too many lines")
        continue
      }
    }
  }

  @Test("with a second parameter, a band for each of its values, whichever comes first")
  func perValue() throws {
    let bands = ["band s = 1", "band s = 2"]
    #expect(try names("plot t*s*x over s in [1, 2], t in 1...20") == bands)
    #expect(try names("plot t*s*x over t in 1...20, s in [1, 2]") == bands)
    #expect(try names("plot t*s*x over s in 1...2, t in 1...20") == bands)
    #expect(try names("plot t*x over t in 1...20 titled \"T\"") == ["band t*x"])
    // Of a number two ranges make a heatmap still.
    guard case .heatmap = try figure("plot t*s over s in 1...2, t in 1...20").kind else {
      Issue.record("no heatmap")
      return
    }
  }

  @Test("layers are chosen, formats make bands, and notes say where some run gives out")
  func clauses() throws {
    var desk = Desk(after: lecture)
    let text = "plot t*rms(a) over t in 1000...1020 at 0...3, 10 in float16"
    guard case .figure(let output)? = try desk.enter(text).last?.get(),
      case .bands(let bands) = output.figure.kind
    else {
      Issue.record("no bands")
      return
    }
    #expect(bands[0].x == [0, 1, 2, 3, 10])
    #expect(bands[0].runs.map(\.count) == Array(repeating: 5, count: 21))
    let small = "s = 0.5\ntable t*rms(a) over t in 1...20 in float16"
    guard case .figure(let table)? = try desk.enter(small).last?.get() else {
      Issue.record("no table")
      return
    }
    // The product with t is no number of float16.
    #expect(
      table.notes[0]
        == "float16: the passes of networks are rounded, and what is computed with them is not."
    )
    #expect(table.notes[1] == "10 %, 50 % and 90 % of 20 values of t")
  }

  @Test("runs of different lengths say so")
  func uneven() throws {
    let figure = try figure("plot rms(a) over L in 1...20")
    #expect(
      figure.description[0].contains("10 %, 50 % and 90 % of up to 20 values of L, layers 0 to 20")
    )
  }

  @Test("the whole picture")
  func wholePicture() {
    let text = "plot rms(h) over g in [0.7, 1.5], seed in 1...20 on log"
    #expect(
      picture(text, after: Self.deep) == #"""
                                         rms(h)
         1e0 +@@o' . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .
             |  *@@@@@oooooooooooooooooooooooooooooooooooooooooooooooooooooooooo
             +     :::*****:::::
             |         ::::********:::::
        1e-2 + . . . . . . . .:::::*******:::::::. . . . . . . . . . . . . . . .
             |                     :::::::******:::::::
             +                         :::::::::******:::::::::
        1e-4 + . . . . . . . . . . . . . . . . .::::::********:::::::: . . . . .
             |                                        ::::::::******:::::::::
             +                                           :::::::::::*******:::::
             |                                                 ::::::::::::*****
        1e-6 + . . . . . . . . . . . . . . . . . . . . . . . . . . :::::::::::::
             |                                                             :::::
             +-----------+----------+----------+---------+----------+----------+
              0          5         10         15        20         25   layer 30
              * g = 0.7, median   o g = 1.5, median   : 10 % to 90 % of g = 0.7
              ' 10 % to 90 % of g = 1.5   @ both
         10 %, 50 % and 90 % of 20 values of seed
        """#
    )
  }

  @Test("what a band will take is known after its first run, for all bands together")
  func foreseen() throws {
    var desk = Desk(after: "f(t) = tanh(t*normal(1000, seed: t))")
    desk.meter = Meter(limits: Meter.Limits(operations: 3e8, bytes: 1e9))
    #expect(desk.failure("plot f(t) over t in 1...20") == nil)
    let refused = desk.failure("plot f(t) over t in 1...1000")
    let failure = try #require(refused)
    #expect(failure.range == SourceRange(5, 9))
    #expect(failure.problem.message.hasPrefix("This would take about"))
    #expect(desk.failure("plot t*[1, 2] over t in 1...100000") != nil)
  }

  @Test("progress goes from 0 upwards, over all bands and all figures")
  func progress() {
    let told = Told()
    var desk = Desk(after: lecture)
    desk.meter = Meter(progress: { told.shares.append($0) })
    desk.enter("plot t*s*x over t in 1...20, s in [1, 2] beside plot t*x over t in 1...20")
    #expect(told.shares.first == 0)
    #expect(told.shares == told.shares.sorted())
    #expect(told.shares.count == 60)
    #expect(told.shares.contains(0.5))
  }

  private final class Told: @unchecked Sendable { var shares: [Double] = [] }
}
