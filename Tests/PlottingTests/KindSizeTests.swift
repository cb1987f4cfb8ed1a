import Plotting
import TerminalText
import Testing

/// What holds of every kind, in every character set, at every size.
@Suite("Every kind at every size")
struct KindSizeTests {
  @Test("35, 49 Rectangular and inside its size", arguments: 1...45)
  func everySize(rows: Int) {
    for columns in 1...120 {
      for (index, figure) in (Kinds.crowded + Kinds.empty).enumerated()
      where (columns + 7 * rows + index).isMultiple(of: 60) || columns == 20 && rows == 5 {
        let charset = Charset.allCases[(columns / 3 + rows) % 3]
        let text = figure.rendered(
          columns: columns,
          rows: rows,
          charset: charset
        )
        let lines = text.plain.split(separator: "\n", omittingEmptySubsequences: false)
        let name = "\(Kinds.names[index % Kinds.names.count]) \(columns)x\(rows) \(charset)"
        #expect(lines.allSatisfy { displayWidth(String($0)) <= columns }, "\(name)")
        #expect(!text.plain.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(name)")
        if index % Kinds.names.count < 9 { #expect(lines.count <= rows, "\(name)") }
        if columns >= 20, rows >= 5, index % Kinds.names.count < 9 {
          #expect(lines.allSatisfy { displayWidth(String($0)) == columns }, "\(name)")
        }
      }
    }
  }

  @Test("39 Nothing, tiny and huge sizes", arguments: Kinds.names.indices)
  func extremes(index: Int) {
    for figure in [Kinds.crowded[index], Kinds.empty[index]] {
      #expect(figure.rendered(columns: 0, rows: 0).isEmpty)
      #expect(figure.rendered(columns: 10, rows: -1).isEmpty)
      for (columns, rows) in [(1, 1), (10, 3), (20, 5), (500, 200)] {
        let charset = Charset.allCases[index % 3]
        let text = figure.rendered(columns: columns, rows: rows, charset: charset)
        #expect(text.width <= columns)
        if index < 9 { #expect(text.lines.count <= rows) }
      }
    }
  }

  @Test("48, 50, 51 Plain has no escape, ANSI says the same, twice is the same")
  func encodings() {
    for figure in Kinds.crowded {
      for charset in Charset.allCases {
        let text = figure.rendered(columns: 72, rows: 20, charset: charset)
        let plain = text.encoded(as: .plain)
        #expect(!plain.contains("\u{1B}"))
        #expect(!plain.split(separator: "\n").contains { $0.hasSuffix(" ") })
        for depth in [ColorDepth.eight, .indexed256, .trueColor] {
          #expect(stripped(text.encoded(as: .ansi(depth))) == plain)
        }
        #expect(figure.rendered(columns: 72, rows: 20, charset: charset) == text)
      }
    }
  }

  @Test("48 Every byte is ASCII when spelt so")
  func ascii() {
    for (name, figure) in zip(Kinds.names, Kinds.crowded) {
      for columns in [20, 40, 60, 72, 80] {
        let text = figure.rendered(columns: columns, rows: 20, isASCII: true)
        let bytes = text.encoded(as: .plain).utf8
        #expect(bytes.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) }, "\(name)")
        #expect(text.width <= columns, "\(name) at \(columns)")
      }
    }
  }

  @Test(
    "Two to five sentences and tab-separated data for every kind",
    arguments: Kinds.names.indices
  )
  func words(index: Int) {
    for figure in [Kinds.crowded[index], Kinds.empty[index]] {
      #expect((2...5).contains(figure.description.count), "\(figure.description)")
      #expect(figure.description.allSatisfy { $0.hasSuffix(".") && !$0.contains("  ") })
      guard index != 7 else { continue }
      let lines = figure.data.split(separator: "\n")
      let fields = lines.map { $0.count { $0 == "\t" } }
      #expect(Set(fields).count == 1 && figure.data.hasSuffix("\n"), "\(figure.data)")
    }
    #expect(Kinds.crowded[index].pointings.count == 3)
  }

  @Test("Y labels at every size: unequal, with a row between", arguments: [5, 8, 13, 20, 31, 45])
  func labels(rows: Int) throws {
    for columns in stride(from: 20, through: 120, by: 7) {
      for index in [1, 2] {
        let values = [0.001, 0.3, 20, 5, 700, 3000].map { Sample($0) }
        let points = Series(name: "", first: 0, y: values)
        let kind: Figure.Kind =
          index == 1 ? .scatter([points]) : .bands([Band(name: "", first: 0, runs: [values])])
        let picture = try Picture(Figure(kind: kind), columns, rows)
        let labels = picture.labels.map(\.text)
        #expect(Set(labels).count == labels.count)
        for (left, right) in zip(picture.xLabels, picture.xLabels.dropFirst()) {
          #expect(left.column + left.text.count < right.column)
        }
        #expect(picture[0, 0] == "*" && picture[picture.plotColumns - 1, picture.rows - 1] == "*")
      }
    }
  }
}
