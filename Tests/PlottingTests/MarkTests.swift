import Plotting
import TerminalText
import Testing

@Suite("Pointing at a layer or a value")
struct MarkTests {
  private func pointing(_ mark: Mark, _ values: [Double]...) -> String {
    let figure = Figure(
      kind: .line(values.enumerated().map { series("n\($0)", $1) }),
      axis: .linear,
      marks: [mark]
    )
    return figure.pointings.joined()
  }

  @Test("What stands at a layer")
  func layers() {
    #expect(
      pointing(.x(1), [1, 2.5, 4], [3, .nan, 1]) == "layer 1: n0 is 2.5, n1 is not a number."
    )
    #expect(pointing(.x(1), [1, .infinity, 0]) == "layer 1: n0 is infinite.")
    #expect(pointing(.x(7), [1, 2, 3]) == "layer 7 is outside layers 0 to 2.")
    #expect(
      pointing(.x(0.6), [1, 2, 3])
        == "No value stands at layer 0.6; the nearest is at layer 1: n0 is 2."
    )
    #expect(pointing(.x(0)) == "There are no values.")
  }

  @Test("What stands there in each of figures beside each other")
  func beside() {
    let members = [("n", [1.0, 2, 3]), ("m", [4.0, 5, 6])].map { name, values in
      Figure(title: name, kind: .line([series("", values)]))
    }
    let figure = Figure(kind: .beside(members), marks: [.x(2)])
    #expect(figure.covers(.x(2)) && !figure.covers(.x(7)))
    #expect(figure.pointings == ["n: layer 2: the value is 3. m: layer 2: the value is 6."])
    #expect(figure.rendered(columns: 90, rows: 16).plain.contains("layer 2: the value is 6."))
  }

  @Test("Where a value is reached")
  func values() {
    #expect(
      pointing(.value(Sample(4)), [1, 2, 4, 8], [9, 5, 3, 1], [0, 1, 0])
        == "4: n0 first reaches it at layer 2, n1 first comes down to it at layer 2, n2 never reaches it."
    )
    #expect(pointing(.value(Sample(0.5)), [1, 0.9]) == "0.5: n0 never comes down to it.")
  }

  @Test("Bars, histograms, networks")
  func others() {
    let bars = Figure(
      kind: .bars([Bar(name: "a", value: Sample(1)), Bar(name: "b", value: Sample(3))]),
      marks: [.x(2), .x(9), .value(Sample(2))]
    )
    #expect(
      bars.pointings == [
        "Bar 2, b, is 3.", "There are 2 bars, counted from 1.",
        "2: of 2 bars 1 lie above it, 0 on it, 1 below.",
      ]
    )
    let histogram = Figure(kind: .histogram([1, 2, 3, .nan].map { Sample($0) }), marks: [.x(2)])
    #expect(histogram.pointings == ["2: of 4 values 1 lie above it, 1 on it, 1 below."])
    let network = Figure(
      kind: .network(
        NetworkDrawing(widths: [1, 1], signal: [1, 0.5].map { Sample($0) }, signalLabel: "s")
      ),
      marks: [.x(1)]
    )
    #expect(network.pointings == ["layer 1: s is 0.5."])
    #expect(network.rendered(columns: 60, rows: 20).plain.contains("!"))
  }

  @Test("A mark is a column, a level a row, and both are explained under the figure")
  func drawn() throws {
    var figure = figure([0, 1, 2, 3, 4], axis: .linear)
    figure.marks = [.x(2), .value(Sample(3))]
    let picture = try Picture(figure)
    let middle = (picture.plotColumns - 1 + 1) / 2
    #expect(
      picture.rows(of: "!", column: middle).count >= picture.rows - 2
        || picture.rows(of: "!", column: middle - 1).count >= picture.rows - 2
    )
    #expect(picture.count("~") > picture.plotColumns / 2)
    #expect(picture.smallPrint.contains("layer 2: line 1 is 2."))
    #expect(figure.description[1] == "layer 2: line 1 is 2.")
  }
}
