import Plotting
import TerminalText
import Testing

/// A rendered line figure taken apart again, from its text alone.
struct Picture {
  let columns: Int
  let lines: [[Character]]
  /// Where the y axis stands.
  let axis: Int
  /// Lines of the plot, the top one first.
  let plot: Range<Int>

  init(
    _ figure: Figure,
    _ columns: Int = 72,
    _ rows: Int = 20,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    self.init(lines: figure.rendered(columns: columns, rows: rows).plain, columns: columns)
    try #require(axis >= 0, "no x axis", sourceLocation: sourceLocation)
  }

  private init(lines text: String, columns: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
    // The x axis is a line of blanks, a corner, and dashes to the end.
    let bottom = lines.firstIndex { line in
      // A heatmap's may end before the line does.
      let end = line.lastIndex { $0 != " " } ?? -1
      let rest = line[...end].drop { $0 == " " }
      return rest.first == "+" && rest.count > 5 && rest.allSatisfy { $0 == "+" || $0 == "-" }
    }
    let axis = bottom.flatMap { lines[$0].firstIndex(of: "+") } ?? -1
    let end = bottom ?? 0
    var start = end
    while start > 0, axis > 0, lines[start - 1].count > axis,
      "|+".contains(lines[start - 1][axis]), lines[start - 1][axis - 1] == " "
    {
      start -= 1
    }
    self.columns = columns
    self.lines = lines
    self.axis = axis
    plot = start..<end
  }

  var rows: Int { plot.count }
  var plotColumns: Int { columns - axis - 1 }

  /// The character at a cell of the plot; row 0 is the bottom.
  subscript(column: Int, row: Int) -> Character {
    lines[plot.upperBound - 1 - row][axis + 1 + column]
  }

  /// The rows of a column that hold a character.
  func rows(of glyph: Character, column: Int) -> [Int] {
    (0..<rows).filter { self[column, $0] == glyph }
  }

  /// How often a character stands in the plot.
  func count(_ glyph: Character) -> Int {
    (0..<plotColumns).reduce(0) { $0 + rows(of: glyph, column: $1).count }
  }

  /// The y labels from the bottom up, with their rows.
  var labels: [(row: Int, text: String)] {
    (0..<rows).compactMap { row in
      let text = String(lines[plot.upperBound - 1 - row][..<axis]).filter { $0 != " " }
      return text.isEmpty ? nil : (row, text)
    }
  }

  /// The words under the x axis with the columns where they begin.
  var xLabels: [(column: Int, text: String)] {
    guard lines.count > plot.upperBound + 1 else { return [] }
    var labels: [(Int, String)] = []
    for (column, character) in lines[plot.upperBound + 1].enumerated() where character != " " {
      if let last = labels.last, last.0 + last.1.count == column {
        labels[labels.count - 1].1.append(character)
      } else {
        labels.append((column, String(character)))
      }
    }
    return labels.map { ($0.0 - axis - 1, $0.1) }
  }

  /// What stands under the x axis, without its labels.
  var smallPrint: String {
    lines.dropFirst(plot.upperBound + 2).map { String($0) }.joined(separator: "\n")
  }
}

/// A line figure of Doubles.
func figure(
  _ values: [Double]...,
  axis: AxisRequest = .automatic
) -> Figure {
  Figure(
    title: "t",
    kind: .line(values.enumerated().map { series("line \($0 + 1)", $1) }),
    axis: axis
  )
}
