import Plotting
import TerminalText
import TestSupport
import Testing

@Suite("Dots in cells")
struct CharsetTests {
  /// The dots of a plot in braille or blocks as (column, row) of dots, row 0 the lowest.
  private func dots(_ figure: Figure, _ charset: Charset) -> (Set<[Int]>, columns: Int, rows: Int) {
    let lines = figure.rendered(columns: 60, rows: 16, charset: charset).plain
      .split(separator: "\n").map { Array($0) }
    let quadrants = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")
    // Bits of a braille pattern by row from the top, then column.
    let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    let plot = lines.filter { $0.contains { "│┤".contains($0) } }
    let axis = plot[0].firstIndex { "│┤".contains($0) } ?? 0
    let up = charset == .braille ? 4 : 2
    var found: Set<[Int]> = []
    for (line, characters) in plot.enumerated() {
      for (column, character) in characters[(axis + 1)...].enumerated() {
        for row in 0..<up {
          for side in 0..<2 {
            let isSet: Bool
            if charset == .braille {
              let value = character.unicodeScalars.first?.value ?? 0
              isSet = (0x2800...0x28FF).contains(value) && (value - 0x2800) & bits[row][side] != 0
            } else {
              let pattern = quadrants.firstIndex(of: character) ?? 0
              isSet = pattern >> (row * 2 + side) & 1 == 1
            }
            if isSet {
              found.insert([column * 2 + side, (plot.count - 1 - line) * up + up - 1 - row])
            }
          }
        }
      }
    }
    return (found, (plot[0].count - axis - 1) * 2, plot.count * up)
  }

  @Test("Points against integers, each in its dot", arguments: 0..<20)
  func points(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let points =
      [(0, 0), (500, 400)]
      + (0..<10).map { _ in
        (Int.random(in: 0...500, using: &generator), Int.random(in: 0...400, using: &generator))
      }
    let one = Series(
      name: "",
      x: points.map { Double($0.0) },
      y: points.map { Sample(Double($0.1)) }
    )
    for charset in [Charset.blocks, .braille] {
      let (found, columns, rows) = dots(Figure(kind: .scatter([one]), axis: .linear), charset)
      let expected = points.map { x, y in
        [(2 * x * (columns - 1) + 500) / 1000, (2 * y * (rows - 1) + 400) / 800]
      }
      #expect(found == Set(expected))
    }
  }

  @Test("A line has a dot in every column of dots, from corner to corner")
  func line() {
    for charset in [Charset.blocks, .braille] {
      let (found, columns, rows) = dots(figure([0, 3, 1, 5], axis: .linear), charset)
      #expect(Set(found.map { $0[0] }) == Set(0..<columns))
      #expect(found.contains([0, 0]) && found.contains([columns - 1, rows - 1]))
    }
  }

  @Test("52 Lines differ without colour: each is broken in its own way, and the legend shows how")
  func dashes() {
    for charset in [Charset.blocks, .braille] {
      let flat = (0..<8).map { series("n\($0)", [Double($0), Double($0)]) }
      let text = Figure(kind: .line(flat), axis: .linear).rendered(
        columns: 90,
        rows: 24,
        charset: charset
      ).plain
      let looks = text.split(separator: "\n").filter { $0.contains { "│┤".contains($0) } }
        .map { String($0.drop { !"│┤".contains($0) }.dropFirst()) }
        .filter { $0.contains { "▀▄▘▝▖▗⠉⠒⠤⣀⠁⠂⠄⡀⠈⠐⠠⢀".contains($0) } }
        .map { $0.map { $0 == " " || $0 == "·" ? " " : "x" }.joined() }
      #expect(looks.count >= 8)
      // Four pairs of dots to a pattern; some of them differ inside a cell only.
      #expect(Set(looks).count >= 4)
      let legend = text.split(separator: "\n").suffix(3).joined(separator: " ")
      #expect((0..<8).allSatisfy { legend.contains("n\($0)") })
    }
  }

  @Test("Infinities and zeros keep their marks in dots")
  func marks() {
    let figure = figure([1, .infinity, 0, 1000, .nan, 5], axis: .logarithmic)
    for charset in [Charset.blocks, .braille] {
      let text = figure.rendered(columns: 60, rows: 16, charset: charset).plain
      let plot = text.split(separator: "\n").filter { $0.contains { "│┤".contains($0) } }.joined()
      #expect(plot.contains("^") && plot.contains("v"))
    }
  }

  @Test("Several kinds of points keep their glyphs")
  func kinds() {
    let figure = Figure(
      kind: .scatter([series("a", [1, 2]), series("b", [2, 1])]),
      axis: .linear
    )
    let text = figure.rendered(columns: 60, rows: 16, charset: .braille).plain
    #expect(text.contains("*") && text.contains("o"))
  }
}
