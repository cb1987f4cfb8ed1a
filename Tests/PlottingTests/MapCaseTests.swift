import Plotting
import TerminalText
import TestSupport
import Testing

/// Case 42, heatmaps, and the other kinds that are neither lines nor bars.
@Suite("Heatmaps, points, bands, networks, figures beside each other")
struct MapCaseTests {
  private func heatmap(_ rows: [[Double]], axis: AxisRequest = .linear) -> Figure {
    let map = Heatmap(
      x: (rows.first ?? []).indices.map { Double($0) },
      y: rows.indices.map { Double($0) },
      yLabel: "row",
      yIsInteger: true,
      valueLabel: "v",
      values: rows.map { $0.map { Sample($0) } }
    )
    return Figure(kind: .heatmap(map), xLabel: "column", axis: axis)
  }

  @Test(
    "Shades against integers: each cell the tenth of the range that its value is in",
    arguments: 0..<30
  )
  func shades(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let (columns, rows) = (
      Int.random(in: 2...12, using: &generator), Int.random(in: 2...6, using: &generator)
    )
    let values = (0..<rows).map { _ in
      (0..<columns).map { _ in Int.random(in: -90...90, using: &generator) }
    }
    let all = values.flatMap { $0 }
    let least = all.min() ?? 0
    let greatest = all.max() ?? 0
    guard least < greatest else { return }
    let picture = try Picture(heatmap(values.map { $0.map(Double.init) }), 72, 30)
    let wide = picture.plotColumns / columns
    let high = picture.rows / rows
    let ramp = Array(" .:-=+*#%@")
    for row in 0..<rows {
      for column in 0..<columns {
        let level = min(9, (values[row][column] - least) * 10 / (greatest - least))
        #expect(picture[column * wide, row * high] == ramp[level])
        #expect(picture[column * wide + wide - 1, row * high + high - 1] == ramp[level])
      }
    }
  }

  @Test("42 All equal, no number, infinities, a tiny range around -1e-3")
  func special() throws {
    let equal = try Picture(heatmap([[2, 2], [2, 2]]))
    // Where rows are not a multiple of the values one is left empty at the top.
    #expect(Set((0..<equal.rows / 2 * 2).map { equal[0, $0] }).count == 1)
    let odd = try Picture(heatmap([[1, .nan], [.infinity, -.infinity]]))
    #expect(
      odd.count("n") > 0 && odd.count("^") == odd.count("n") && odd.count("v") == odd.count("n")
    )
    #expect(odd.smallPrint.contains("n 1 of 4 cells is not a number"))
    let tiny = heatmap([[-1e-3, -1e-3 + 1e-12], [-1e-3 + 2e-12, -1e-3 + 3e-12]])
    let picture = try Picture(tiny)
    #expect(
      picture[0, 0] == " "
        && picture[picture.plotColumns / 2 * 2 - 1, picture.rows / 2 * 2 - 1] == "@"
    )
    let zero = try Picture(heatmap([[1, 10], [0, 100]], axis: .logarithmic))
    #expect(zero.count("0") > 0 && zero.smallPrint.contains("0 1 of 4 cells is zero"))
  }

  @Test("42 More values than cells share one, and a note says how many")
  func pooled() throws {
    let rows = (0..<60).map { row in (0..<200).map { Double($0 + row) } }
    var figure = heatmap(rows)
    let picture = try Picture(figure, 72, 24)
    #expect(picture.smallPrint.contains("each cell stands for up to 3 x"))
    #expect(picture[0, 0] == " ")
    // One infinite value in twelve thousand is not averaged away.
    var spoilt = rows
    spoilt[31][77] = .infinity
    figure = heatmap(spoilt)
    #expect(try Picture(figure, 72, 24).count("^") == 1)
  }

  @Test(
    "A heatmap of many rows has half a screen of 24 for them; one of few takes no more than others"
  )
  func height() throws {
    let many = heatmap((0..<21).map { row in [Double(row), 0, 1] })
    let rows = many.height(columns: 80, rows: 13)
    // Under a line of prose, a cell of two lines and a blank, and above two lines to type at, that is all there is.
    #expect(rows == 18)
    #expect(try Picture(many, 80, rows).rows >= 11)
    #expect(heatmap([[1, 2], [3, 4]]).height(columns: 80, rows: 13) == 13)
    for given in 5...40 {
      let height = many.height(columns: 80, rows: given)
      #expect((given...given + 5).contains(height))
      #expect(height >= many.height(columns: 80, rows: given - 1))
    }
  }

  @Test("A cell that is pointed at, a missing one, an uneven axis")
  func pointing() {
    var figure = heatmap([[1, 2], [3, 4]])
    figure.marks = [.cell(x: 1, y: 0), .cell(x: 5, y: 5), .x(1)]
    #expect(figure.pointings[0] == "column 1, row 0: v is 2.")
    #expect(figure.pointings[1] == "column 5 is outside columns 0 to 1.")
    #expect(figure.rendered(columns: 60, rows: 20).plain.contains("!"))
    let uneven = Heatmap(
      x: [1, 2, 50],
      y: [0],
      yLabel: "r",
      yIsInteger: true,
      valueLabel: "v",
      values: [[1, 2, 3].map { Sample($0) }]
    )
    #expect(
      Figure(kind: .heatmap(uneven)).rendered(columns: 72, rows: 20).plain
        .contains("columns are in the given order")
    )
  }

  @Test("Points against integers, each in its cell and nothing between", arguments: 0..<30)
  func points(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let points =
      [(0, 0), (1000, 777)]
      + (0..<12).map { _ in
        (Int.random(in: 0...1000, using: &generator), Int.random(in: 0...777, using: &generator))
      }
    let one = Series(
      name: "",
      x: points.map { Double($0.0) },
      y: points.map { Sample(Double($0.1)) }
    )
    let picture = try Picture(Figure(kind: .scatter([one]), axis: .linear), 72, 20)
    var expected: Set<[Int]> = []
    for (x, y) in points {
      let column = (2 * x * (picture.plotColumns - 1) + 1000) / 2000
      let row = (2 * y * (picture.rows - 1) + 777) / (2 * 777)
      expected.insert([column, row])
      #expect(picture[column, row] == "*")
    }
    #expect(picture.count("*") == expected.count)
  }

  @Test("Bands lie between the nearest ranks of a tenth and nine tenths")
  func bands() throws {
    // Eleven runs with the values 0 to 10 at each of two layers: ranks 2, 6 and 10 of 11.
    let runs = (0...10).map { run in [Sample(Double(run)), Sample(Double(10 - run))] }
    let figure = Figure(kind: .bands([Band(name: "b", first: 0, runs: runs)]), axis: .linear)
    #expect(figure.data == "layer\tb 10 %\tb median\tb 90 %\n0\t1\t5\t9\n1\t1\t5\t9\n")
    let picture = try Picture(figure)
    for column in 0..<picture.plotColumns {
      let rows = picture.rows(of: ":", column: column) + picture.rows(of: "*", column: column)
      #expect(rows.min() == 0 && rows.max() == picture.rows - 1 && rows.count == picture.rows)
    }
    #expect(
      figure.description.contains(
        "At layer 1 four fifths of the runs lie between 1 and 9, a factor of 9."
      )
    )
    let lost = Band(name: "", first: 0, runs: [[1, 2], [.nan, 3]].map { $0.map { Sample($0) } })
    #expect(
      Figure(kind: .bands([lost])).rendered(columns: 72, rows: 20).plain.contains(
        "1 value of the runs is"
      )
    )
  }

  @Test("A network's glyphs follow the signal; where it vanishes is said")
  func network() {
    let signal: [Double] = [2, 1, 1e-4, 1e-8, 0, 3e3, 1e9, .infinity, .nan]
    let drawing = NetworkDrawing(
      widths: [1, 2, 3, 2, 1, 1, 1, 1, 1],
      signal: signal.map { Sample($0) },
      signalLabel: "rms(a)"
    )
    let figure = Figure(kind: .network(drawing))
    let text = figure.rendered(columns: 120, rows: 30).plain
    for glyph in "o:.0O@^n" { #expect(text.contains(glyph)) }
    #expect(text.contains("width") && text.contains("rms(a)"))
    #expect(
      figure.description.contains(
        "rms(a) vanishes: below 1e-3 of layer 0's in 3 layers, first at layer 2."
      )
    )
    let deep = NetworkDrawing(widths: Array(repeating: 64, count: 300))
    let many = Figure(kind: .network(deep)).rendered(columns: 80, rows: 20).plain
    #expect(many.contains("lines between layers 0 and 1 are drawn"))
    let steady = NetworkDrawing(
      widths: deep.widths,
      signal: deep.widths.map { _ in Sample(1) },
      signalLabel: "s"
    )
    let columns = Figure(kind: .network(steady)).rendered(columns: 80, rows: 20).plain
    #expect(columns.contains("each column stands for 4 layers"))
    #expect(
      Figure(kind: .network(deep)).description == [
        "Drawing of a network, layers 0 to 299, all 64 wide.", "No signal is shown.",
      ]
    )
  }

  @Test("Figures beside each other have one range; narrow ones stand below each other")
  func beside() throws {
    let members = [powers(1.5, 0...50), powers(0.5, 0...50)].map {
      Figure(title: $0.name, kind: .line([$0]))
    }
    let figure = Figure(kind: .beside(members))
    let lines = figure.rendered(columns: 90, rows: 20).plain.split(separator: "\n")
    for label in ["1e0", "1e-10"] {
      let line = try #require(lines.first { $0.contains(label) })
      #expect(line.components(label) == 2, "both axes have the same label in the same row")
    }
    let narrow = figure.rendered(columns: 40, rows: 30).plain.split(separator: "\n")
    #expect(
      narrow.count { $0.contains("s = 1.5") } >= 1 && narrow.allSatisfy { $0.components("|") < 2 }
    )
    #expect(figure.description.count == 3)
    #expect(figure.data == members[0].data + "\n" + members[1].data)
  }
}

extension StringProtocol {
  /// How often a word stands in the text.
  fileprivate func components(_ word: String) -> Int {
    split(separator: word, omittingEmptySubsequences: false).count - 1
  }
}
