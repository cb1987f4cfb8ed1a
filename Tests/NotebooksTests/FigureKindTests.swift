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

  @Test("a matrix shows its entries, rows from the first")
  func entries() throws {
    guard case .heatmap(let heatmap) = try figure("heatmap [[1, 2, 3], [4, 5, 6]]").kind else {
      Issue.record("no heatmap")
      return
    }
    #expect(heatmap.values == [[1, 2, 3].map { Sample($0) }, [4, 5, 6].map { Sample($0) }])
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
