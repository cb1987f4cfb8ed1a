import Plotting
import TerminalText
import Testing

/// Cases 35, 39 and 40, and what holds at every size.
@Suite("Sizes")
struct SizeTests {
  /// Figures that differ in what they need room for.
  private static let figures: [Figure] = {
    var crowded = Figure(
      title: "日本語 ŷ 👍🏽 a title that is much longer than many a window is wide",
      kind: .line([
        every(10, powersInFloat32(1.8, 0...200)), every(10, powersInFloat32(0.5, 0...200)),
        Series(
          name: "線 with a very long name indeed",
          first: 0,
          y: [.notANumber, .infinity, .zero]
        ),
      ]),
      thresholds: [
        Threshold(at: Sample(0x1p-126), label: "smallest normal"),
        Threshold(at: Sample(1e300), label: "far away"),
      ],
      guesses: [Guess(x: 100, y: Sample(1e30)), Guess(x: 300, y: Sample(-1))]
    )
    crowded.xLabel = "層"
    return [
      Figure(
        title: "rms(a)",
        kind: .line([every(10, powers(1.5, 0...150)), every(10, powers(0.5, 0...150))])
      ),
      crowded,
      Figure(kind: .line([series("", [1e16, 1e16 + 4])]), axis: .linear),
      Figure(kind: .line([series("x", [-1e5, 0, 1, 1e300])])),
      Figure(kind: .line([]), axis: .logarithmic),
      Figure(
        title: "t",
        kind: .line([
          Series(
            name: "deep",
            x: [0.25, 1e17],
            y: [sample(log10: -1e9), sample(log10: 123_456_789)]
          )
        ]),
        xLabel: "s",
        xIsInteger: false
      ),
    ]
  }()

  @Test("35 Rectangular and inside its size, in plain characters, at every size", arguments: 1...45)
  func everySize(rows: Int) {
    for columns in 1...120 {
      // Every figure at some sizes, and every size with some figure.
      for (index, figure) in Self.figures.enumerated()
      where (rows + columns + index).isMultiple(of: 12) || columns < 24 && rows < 7 {
        let text = figure.rendered(columns: columns, rows: rows)
        let lines = text.plain.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= rows)
        if columns >= 20, rows >= 5 {
          #expect(lines.allSatisfy { displayWidth(String($0)) == columns }, "\(columns)x\(rows)")
        } else {
          #expect(lines.allSatisfy { displayWidth(String($0)) <= columns }, "\(columns)x\(rows)")
        }
        #expect(!text.plain.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      }
    }
  }

  @Test("Labels at every size: unequal, apart, and no data on the frame", arguments: 5...45)
  func labels(rows: Int) throws {
    for columns in 20...120 where (columns + rows).isMultiple(of: 5) {
      let picture = try Picture(Self.figures[0], columns, rows)
      let labels = picture.labels.map(\.text)
      #expect(Set(labels).count == labels.count)
      #expect(labels.count >= 2 || picture.rows < 4)
      for (left, right) in zip(picture.xLabels, picture.xLabels.dropFirst()) {
        #expect(left.column + left.text.count < right.column)
      }
      #expect(picture.lines[picture.plot].allSatisfy { "|+".contains($0[picture.axis]) })
      // 1.5^150 in the last column of the top row, 0.5^150 of the bottom row.
      #expect(picture[picture.plotColumns - 1, picture.rows - 1] == "*")
      #expect(picture[picture.plotColumns - 1, 0] == "o")
    }
  }

  @Test("39 Nothing, tiny and huge sizes")
  func extremes() {
    for figure in Self.figures {
      #expect(figure.rendered(columns: 0, rows: 0).isEmpty)
      #expect(figure.rendered(columns: -5, rows: 10).isEmpty)
      for (columns, rows) in [(1, 1), (10, 3), (20, 5), (200, 60), (500, 200)] {
        let text = figure.rendered(columns: columns, rows: rows)
        #expect(text.width <= columns && text.lines.count <= rows)
      }
    }
    let refusal = Self.figures[0].rendered(columns: 19, rows: 10).plain
    #expect(refusal == "A figure needs 20\ncolumns and 5 rows.")
  }

  @Test("40 One spike among a million points keeps its height and its column")
  func spike() throws {
    var values = [Double](repeating: 1, count: 1_000_000)
    values[654_321] = 1000
    let picture = try Picture(figure(values, axis: .linear))
    let tall = (0..<picture.plotColumns).filter {
      picture.rows(of: "*", column: $0).contains(picture.rows - 1)
    }
    #expect(tall == [Int((0.654321 * Double(picture.plotColumns - 1)).rounded())])
  }

  @Test("A table is as wide as it may be, at every width", arguments: 1...60)
  func tables(columns: Int) {
    let figure = Figure(
      title: "a table",
      kind: .table([powersInFloat32(1.8, 140...152), powers(0.5, 140...152)])
    )
    #expect(figure.rendered(columns: columns, rows: 5).width <= columns)
  }
}
