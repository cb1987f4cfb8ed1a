import Plotting
import TerminalText
import Testing

/// What a figure gives up when room is short, and that it never gives up more with more room.
@Suite("What is given up for want of room")
struct GivingUpTests {
  private static let words: [(String, Figure)] = {
    let values = [1, 20, 300, 4000, 5e4].map { Sample($0) }
    let line = Series(name: "a", first: 0, y: values)
    let map = Heatmap(
      x: [0, 1, 2, 3, 4],
      y: [0, 1],
      yLabel: "L",
      yIsInteger: true,
      valueLabel: "v",
      values: [values, values]
    )
    let network = NetworkDrawing(widths: [1, 2, 2, 2, 1], signal: values, signalLabel: "s")
    let kinds: [Figure.Kind] = [
      .line([line]), .scatter([line]), .bands([Band(name: "a", first: 0, runs: [values, values])]),
      .bars(values.map { Bar(name: "bar", value: $0) }), .histogram(values), .heatmap(map),
      .network(network), .beside([Figure(kind: .line([line])), Figure(kind: .line([line]))]),
    ]
    return zip(Kinds.names, kinds).map { ($0, Figure(title: "TITLE", kind: $1, marks: [.x(1)])) }
  }()

  @Test("Title, notes and legend come one after another as rows are added", arguments: 0..<8)
  func rows(index: Int) {
    let (name, figure) = Self.words[index]
    var hadTitle = false
    var hadNote = false
    for rows in 5...45 {
      let text = figure.rendered(columns: 72, rows: rows).plain
      let hasTitle = text.contains("TITLE")
      #expect(hasTitle || !hadTitle, "\(name) lost its title at \(rows) rows")
      hadTitle = hasTitle
      let hasNote = figure.pointings.allSatisfy { text.contains($0) }
      #expect(
        hasNote || !hadNote || index == 4 || index == 7,
        "\(name) lost a note at \(rows) rows"
      )
      hadNote = hasNote
    }
    #expect(hadTitle, "\(name) has no title at 45 rows")
    #expect(hadNote || index == 7, "\(name) does not say what stands at its mark")
  }

  @Test("A histogram has fewer intervals in fewer rows, and says how wide they are")
  func intervals() {
    let values = (0..<200).map { Sample(Double($0)) }
    let figure = Figure(kind: .histogram(values), axis: .linear)
    var last = 0
    for rows in 5...30 {
      let text = figure.rendered(columns: 60, rows: rows).plain
      let bars = text.split(separator: "\n").count { $0.contains("|") }
      #expect(bars >= last && bars < rows)
      #expect(text.contains("in intervals of"))
      last = bars
    }
  }

  @Test("Bars keep their numbers longest: names are cut before")
  func narrow() {
    let bars = [
      Bar(name: "an activation with a name", value: Sample(1.5)),
      Bar(name: "other", value: Sample(2)),
    ]
    let text = Figure(kind: .bars(bars)).rendered(columns: 20, rows: 6).plain
    #expect(text.contains("1.5 |") && text.contains("…"))
  }

  @Test("Decades with room have marks at 2 and 5")
  func minorMarks() throws {
    let picture = try Picture(figure([1, 100], axis: .logarithmic), 72, 30)
    let marks = (0..<picture.rows).filter {
      picture.lines[picture.plot.upperBound - 1 - $0][picture.axis] == "+"
    }
    // log10 of 1, 2, 5, 10 and so on to five digits.
    let decades: [Double] = [0, 0.30103, 0.69897, 1, 1.30103, 1.69897, 2]
    let expected = decades.map { Int(($0 / 2 * Double(picture.rows - 1)).rounded()) }
    #expect(marks == expected)
    #expect(picture.labels.map(\.text) == ["1e0", "1e1", "1e2"])
  }
}
