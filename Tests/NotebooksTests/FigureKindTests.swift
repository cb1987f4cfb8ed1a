import Notebooks
import Plotting
import Testing

/// Which figure each verb makes, and of which numbers.
@Suite("Kinds of figures") struct FigureKindTests {
  private func figure(_ text: String) throws -> Figure {
    var desk = Desk(after: lecture)
    guard case .figure(let output)? = try desk.enter(text).last?.get() else {
      throw NoFigure(text: text)
    }
    return output.figure
  }

  private struct NoFigure: Error { let text: String }

  @Test("a number over two ranges is a heatmap, for plot too")
  func heatmaps() throws {
    for verb in ["heatmap", "plot"] {
      let figure = try figure("\(verb) log2(rms(y)) over s in 0.5...2 by 0.5, L in 1...3")
      guard case .heatmap(let heatmap) = figure.kind else {
        Issue.record("no heatmap: \(figure.kind)")
        continue
      }
      #expect(heatmap.x == [0.5, 1, 1.5, 2])
      #expect(heatmap.y == [1, 2, 3])
      // ŷ = s^(L-1) x: its logarithm to base 2 is L-1 times -1, 0, 0.58496…, 1.
      let rows = heatmap.values.map { row in row.map { $0.significand * power($0.exponent) } }
      #expect(rows[0] == [0, 0, 0, 0])
      #expect(rows[2][0] == -2)
      #expect(rows[2][3] == 2)
      #expect(abs(rows[2][2] - 1.1699250014423124) < 1e-15)
    }
  }

  @Test("a list by layer over one parameter has the layers to the right")
  func layersToTheRight() throws {
    let figure = try figure("heatmap rms(a) over s in [0.5, 2]")
    guard case .heatmap(let heatmap) = figure.kind else {
      Issue.record("no heatmap")
      return
    }
    #expect(figure.xLabel == "layer")
    #expect(heatmap.x.count == 21)
    #expect(heatmap.y == [0.5, 2])
    #expect(heatmap.values[1][19] == Sample(524_288))
  }

  @Test("a matrix shows its entries as it is written, row 1 on top")
  func entries() throws {
    guard case .heatmap(let heatmap) = try figure("heatmap [[1, 2, 3], [4, 5, 6]]").kind else {
      Issue.record("no heatmap")
      return
    }
    // Upwards: the last row first.
    #expect(heatmap.values == [[4, 5, 6].map { Sample($0) }, [1, 2, 3].map { Sample($0) }])
    #expect(heatmap.y == [2, 1])
    let text = picture("heatmap [[0, 0, 0], [0, 0, 1]]").split(separator: "\n")
    let first = text.firstIndex { $0.hasPrefix(" 1 +") || $0.hasPrefix("1 +") }
    let second = text.firstIndex { $0.hasPrefix(" 2 +") || $0.hasPrefix("2 +") }
    #expect(try #require(first) < #require(second))
    #expect(text.contains { $0.contains("row downwards") })
    let said = try figure("heatmap [[1, 2], [3, 4]]").description.joined(separator: " ")
    #expect(said.contains("rows 1 to 2 downwards"))
    #expect(said.contains("Downwards it rises in all 2 columns."))
    #expect(
      try figure("heatmap [[1, 2], [3, 4]]").data.hasPrefix(
        "column\trow\t[[1, 2], [3, 4]]\n1\t1\t1\n2\t1\t2\n1\t2\t3\n"
      )
    )
  }

  @Test("a task of two inputs is shown as its samples, by class")
  func samples() throws {
    let shown = try figure("scatter spirals(samples: 20, seed: 1)")
    guard case .scatter(let series) = shown.kind else {
      Issue.record("no points")
      return
    }
    #expect(series.map(\.name) == ["class 1", "class 2"])
    #expect(series.map(\.x.count) == [20, 20])
    guard case .scatter(let corners) = try figure("scatter xor()").kind else {
      Issue.record("no points")
      return
    }
    #expect(corners.reduce(0) { $0 + $1.x.count } == 4)
  }

  @Test("a value given twice is drawn once")
  func twice() throws {
    guard case .line(let lines) = try figure("plot rms(a) over s in [s, 1.5, 0.5]").kind else {
      Issue.record("no lines")
      return
    }
    #expect(lines.map(\.name) == ["s = 1.5", "s = 0.5"])
  }

  @Test("loglog makes both axes logarithmic and samples by factors; other figures refuse it")
  func loglog() throws {
    guard case .line(let lines) = try figure("plot t^2 over t in 0.1...10.0 on loglog").kind else {
      Issue.record("no lines")
      return
    }
    #expect(lines[0].x.count == 101)
    #expect(abs(lines[0].x[50] - 1) < 1e-12)
    #expect(lines[0].x[100] == 10)
    #expect(
      try figure("plot t^2 over t in 1...100 on loglog").description[1].contains("as t^2, from 1")
    )
    for statement in ["bars [1, 2] on loglog", "heatmap M on loglog", "table rms(a) on loglog"] {
      let failure = fault(statement, after: lecture)
      #expect(failure?.problem.message.hasPrefix("loglog is for lines and points") == true)
    }
  }

  @Test("a drawn network knows which units are connected")
  func connections() throws {
    func links(_ network: String) throws -> [NetworkDrawing.Links] {
      guard case .network(let drawing) = try figure("draw \(network)").kind else { return [] }
      return drawing.links
    }
    #expect(try links("network(2*identity(2), depth: 3)") == [.parallel, .parallel, .parallel])
    #expect(try links("network(he(), widths: [2, 3, 2])") == [.all, .all])
    #expect(try links("network([[1, 0], [1, 1]], depth: 1)") == [.some([true, false, true, true])])
  }

  @Test("bars are named by what they show")
  func bars() throws {
    guard case .bars(let bars) = try figure("bars gain(relu), 2").kind else {
      Issue.record("no bars")
      return
    }
    #expect(bars.map(\.name) == ["gain(relu)", "2"])
    guard case .bars(let layers) = try figure("bars rms(a) at 1...2").kind else {
      Issue.record("no bars")
      return
    }
    #expect(layers.map(\.name) == ["layer 1", "layer 2"])
    #expect(layers.map(\.value) == [Sample(1.5), Sample(2.25)])
  }

  @Test("a histogram takes vectors, matrices and lists; several stand side by side")
  func histograms() throws {
    guard case .histogram(let values) = try figure("histogram [[1, 2], [3, 4]]").kind else {
      Issue.record("no histogram")
      return
    }
    #expect(values == [1, 2, 3, 4].map { Sample($0) })
    guard case .histogram(let all) = try figure("histogram a").kind else {
      Issue.record("no histogram")
      return
    }
    #expect(all.count == 42)
    guard case .beside(let figures) = try figure("histogram rms(a) over s in [0.5, 1.5]").kind
    else {
      Issue.record("nothing beside")
      return
    }
    #expect(figures.map(\.title) == ["s = 0.5", "s = 1.5"])
  }

  @Test("draw shows the widths, and a list beside them from layer 0 on")
  func drawing() throws {
    guard case .network(let drawing) = try figure("draw net, rms(W)").kind else {
      Issue.record("no drawing")
      return
    }
    #expect(drawing.widths == Array(repeating: 2, count: 21))
    // The lists of weights begin at layer 1: the input has none.
    #expect(drawing.signal.count == 21)
    #expect(drawing.signal[0] == .notANumber)
    #expect(drawing.signalStart == 1)
    let shown = picture("draw net, rms(W)")
    #expect(shown.contains("\nx no value   o from 1e-3 to 1e3   of layer 1's\n"))
    #expect(!shown.contains("not a number"))
  }

  @Test("in a format the logarithm of an underflow is shown as minus infinity")
  func underflow() throws {
    let text = "heatmap log10(rms(y)) over s in [0.5, 1], L in [20, 40] in float16"
    guard case .heatmap(let heatmap) = try figure(text).kind else {
      Issue.record("no heatmap")
      return
    }
    #expect(heatmap.values[1][0] == Sample(-Double.infinity))
    #expect(heatmap.values[1][1] == .zero)
  }
}

/// Two to a small power.
private func power(_ exponent: Int) -> Double {
  Double(sign: .plus, exponent: exponent, significand: 1)
}
