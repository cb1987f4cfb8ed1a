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

  @Test(
    "the tenth, the half and nine tenths of twenty draws are the 2nd, 10th and 18th of them, drawn one by one"
  )
  func quantiles() throws {
    let alone = try (1...20).map { seed in
      try figure("table normal(2, seed: \(seed)) titled \"t\"").data.split(separator: "\n")
        .dropFirst()
        .map { try #require(Double($0.split(separator: "\t")[1])) }
    }
    let rows = try figure("plot normal(2, seed: n) over n in 1...20").data.split(separator: "\n")
    #expect(rows.first == "entry\t10 %\tmedian\t90 %")
    for entry in 0..<2 {
      let sorted = alone.map { $0[entry] }.sorted()
      #expect(
        rows[entry + 1].split(separator: "\t").dropFirst().map { Double($0) }
          == [sorted[1], sorted[9], sorted[17]]
      )
    }
    #expect(
      shown("table normal(2, seed: n) over n in 1...20")
        .hasSuffix("\n10 %, 50 % and 90 % of 20 values of n")
    )
  }

  private static let seeds = """
    sd = 3
    gain = 2
    far = 10*sd
    w = gain*normal(2, seed: sd)
    v = normal(2, seed: far) + w
    f(t, k) = t*normal(2, seed: k)
    h(j) = f(3, j + 1)
    """

  @Test(
    "what only chooses a draw is a seed, by whatever way it gets there",
    arguments: [
      "plot normal(2, seed: k) over k in 1...20", "plot w over sd in 1...20",
      "plot v over sd in 1...20",
      "plot f(2, k) over k in 1...20", "plot h(k) over k in 1...20",
      "plot h(3*k) + w over k in 1...20",
      "plot f(gain, sd) over sd in 1...20",
      "plot network(gaussian(), width: 2, depth: 3, seed: k)([1, 2]) over k in 1...20",
      "plot normal(2, seed: k) over k in [1, 2, 3, 4, 5, 6, 7, 8, 9]",
    ]
  )
  func isSeed(_ text: String) throws {
    guard case .bands(let bands) = try figure(text, after: Self.seeds).kind else {
      Issue.record("no band: \(text)")
      return
    }
    #expect(bands[0].runs.count == (text.contains("[1, 2, 3") ? 9 : 20))
  }

  @Test(
    "what changes more than the draw is none",
    arguments: [
      "plot k*[1, 2] over k in 1...20", "plot k*normal(2, seed: k) over k in 1...20",
      "plot w over gain in 1...20", "plot w*sd over sd in 1...20",
      "plot v + far*[1, 1] over sd in 1...20",
      "plot f(k, 2) over k in 1...20", "plot f(k, k) over k in 1...20",
      "plot network(identity(2), depth: k)([1, 2]) over k in 1...20",
      "scatter normal(2, seed: k) over k in 1...20", "bars normal(2, seed: k) over k in 1...20",
    ]
  )
  func isNone(_ text: String) throws {
    var desk = Desk(after: Self.seeds)
    guard case .figure(let output)? = try desk.enter(text).last?.get() else {
      Issue.record("no figure: \(text)")
      return
    }
    if case .bands = output.figure.kind { Issue.record("a band: \(text)") }
    let name = try #require(text.split(separator: " over ").last?.prefix { $0 != " " })
    #expect(output.notes.contains("8 of 20 values of \(name)"))
  }

  @Test("each function is read once for each of its parameters, however deep they call each other")
  func deepCalls() throws {
    var lines = ["f1(a, b, c, d) = a*c*d*normal(2, seed: b)"]
    for level in 2...20 { lines.append("f\(level)(a, b, c, d) = f\(level - 1)(a, b, c, d)") }
    let setting = lines.joined(separator: "\n")
    guard case .bands = try figure("plot f20(1, k, 1, 1) over k in 1...20", after: setting).kind
    else {
      Issue.record("no band")
      return
    }
    guard case .line = try figure("plot f20(k, 1, 1, 1) over k in 1...20", after: setting).kind
    else {
      Issue.record("no lines")
      return
    }
  }

  @Test(
    "a family that is too long is thinned, both ends kept, at one distance where that shows nearly as many"
  )
  func thinned() throws {
    #expect(try names("plot t*x over t in 1...8").count == 8)
    let expected = [
      ("t in 10...100", [10, 25, 40, 55, 70, 85, 100], "7 of 91 values of t"),
      ("t in 0.5...1.5", [0.5, 0.7, 0.9, 1.1, 1.3, 1.5], "6 of 101 values of t"),
      ("t in 1...50", [1, 8, 15, 22, 29, 36, 43, 50], "8 of 50 values of t"),
      ("t in 1...20", [1, 4, 6, 9, 12, 15, 17, 20], "8 of 20 values of t"),
      ("t in [9, 8, 7, 6, 5, 4, 3, 2, 1]", [9, 8, 7, 6, 4, 3, 2, 1], "8 of 9 values of t"),
    ]
    for (range, values, note) in expected {
      for verb in ["plot", "scatter"] {
        var desk = Desk(after: lecture)
        guard
          case .figure(let output)? = try desk.enter("\(verb) t*[1, 2] over \(range)").last?.get()
        else {
          Issue.record("no figure over \(range)")
          continue
        }
        let header = try #require(output.figure.data.split(separator: "\n").first)
        let shown = header.split(separator: "\t").dropFirst().map {
          Double($0.dropFirst("t = ".count))
        }
        #expect(shown == values, "\(verb) over \(range)")
        #expect(output.notes == [note])
      }
    }
    #expect(try names("table t*x over t in 1...17").count == 16)
    #expect(try names("plot t*x, t*y over t in 1...5").count == 6)
    #expect(try names("plot rms(a) in float16, float32 over s in 0.5...1.5").count == 6)
  }

  @Test("of two families the longer is thinned first, and each keeps its ends")
  func twoFamilies() throws {
    #expect(
      try names("plot t*s*x over s in [1, 2], t in 1...10")
        == ["s = 1, t = 1", "s = 1, t = 4", "s = 1, t = 7", "s = 1, t = 10"].map { "line \($0)" }
        + ["s = 2, t = 1", "s = 2, t = 4", "s = 2, t = 7", "s = 2, t = 10"].map { "line \($0)" }
    )
    #expect(try names("plot t*s*x over s in 0.5...1.5, t in 10...100").count == 6)
    // What cannot be thinned is said to be too much.
    let many = "plot x, y, 2*x, 3*x, 4*x, 5*x over s in [1, 2]"
    guard
      case .figure(.tooManyLines(_, count: 12, limit: 8))? = fault(many, after: lecture)?.problem
    else {
      Issue.record("should be too many lines")
      return
    }
  }

  @Test("with a second parameter, a band for each of its values, whichever comes first")
  func perValue() throws {
    let bands = ["band s = 1", "band s = 2"]
    let draw = "s*normal(2, seed: t)"
    #expect(try names("plot \(draw) over s in [1, 2], t in 1...20") == bands)
    #expect(try names("plot \(draw) over t in 1...20, s in [1, 2]") == bands)
    #expect(try names("plot \(draw) over s in 1...2, t in 1...20") == bands)
    #expect(
      try names("plot normal(2, seed: t) over t in 1...20 titled \"T\"") == [
        "band normal(2, seed: t)"
      ]
    )
    #expect(try names("plot \(draw) over s in 1...15, t in 1...20").count == 8)
    // Of a number two ranges make a heatmap still.
    guard case .heatmap = try figure("plot t*s over s in 1...2, t in 1...20").kind else {
      Issue.record("no heatmap")
      return
    }
  }

  @Test("layers are chosen, formats make bands, and notes say where some run gives out")
  func clauses() throws {
    var desk = Desk(after: lecture)
    let text = "plot 1000*rms(a)*rms(normal(2, seed: t)) over t in 1...21 at 0...3, 10 in float16"
    guard case .figure(let output)? = try desk.enter(text).last?.get(),
      case .bands(let bands) = output.figure.kind
    else {
      Issue.record("no bands")
      return
    }
    #expect(bands[0].x == [0, 1, 2, 3, 10])
    #expect(bands[0].runs.map(\.count) == Array(repeating: 5, count: 21))
    let small = "s = 0.5\ntable rms(normal(2, seed: t))*rms(a) over t in 1...20 in float16"
    guard case .figure(let table)? = try desk.enter(small).last?.get() else {
      Issue.record("no table")
      return
    }
    // The product is no number of float16.
    #expect(
      table.notes[0]
        == "float16: the passes of networks are rounded, and what is computed with them is not."
    )
    #expect(table.notes[1] == "10 %, 50 % and 90 % of 20 values of t")
  }

  @Test("runs of different lengths say so")
  func uneven() throws {
    let setting = """
      layers(k) = floor(3 + 2*tanh(normal(1, seed: k)[1]))
      b(k) = activations(network(identity(2), depth: layers(k)), [1, 1])
      """
    let figure = try figure("plot rms(b(k)) over k in 1...20", after: setting)
    #expect(
      figure.description[0].contains("10 %, 50 % and 90 % of up to 20 values of k, layers 0 to 4")
    )
    // The identity keeps every signal.
    #expect(figure.description.last == "At layer 4 four fifths of the runs are 1.")
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
    var desk = Desk(after: "f(t) = tanh(2*normal(1000, seed: t))")
    desk.meter = Meter(limits: Meter.Limits(operations: 3e8, bytes: 1e9))
    #expect(desk.failure("plot f(t) over t in 1...20") == nil)
    let refused = desk.failure("plot f(t) over t in 1...1000")
    let failure = try #require(refused)
    #expect(failure.range == SourceRange(5, 9))
    #expect(failure.problem.message.hasPrefix("This would take about"))
    #expect(desk.failure("plot normal(2, seed: t) over t in 1...100000") != nil)
  }

  @Test("progress goes from 0 upwards, over all bands and all figures")
  func progress() {
    let told = Told()
    var desk = Desk(after: lecture)
    desk.meter = Meter(progress: { told.shares.append($0) })
    desk.enter(
      "plot normal(2, seed: t)*s over t in 1...20, s in [1, 2] beside plot normal(2, seed: t) over t in 1...20"
    )
    #expect(told.shares.first == 0)
    #expect(told.shares == told.shares.sorted())
    #expect(told.shares.count == 60)
    #expect(told.shares.contains(0.5))
  }

  private final class Told: @unchecked Sendable { var shares: [Double] = [] }
}
