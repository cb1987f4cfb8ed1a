import Foundation
import Plotting
import TerminalText
import Testing

/// Both axes logarithmic: a power of x is a straight line, and is said to be one.
@Suite("Log-log axes")
struct LogLogTests {
  private func figure(_ x: [Double], _ y: (Double) -> Double, marks: [Mark] = []) -> Figure {
    let series = Series(name: "y", x: x, y: x.map { Sample(y($0)) })
    var figure = Figure(
      kind: .line([series]),
      xLabel: "s",
      xIsInteger: false,
      axis: .logarithmic,
      marks: marks
    )
    figure.xIsLogarithmic = true
    return figure
  }

  @Test(
    "A power is a straight line of its slope, in cells and in words",
    arguments: [(2.0, "2"), (-0.5, "-0.5"), (3, "3")]
  )
  func power(_ exponent: Double, _ text: String) {
    let x = (0...60).map { pow(10, Double($0) / 20) }
    let drawn = figure(x) { pow($0, exponent) }
    #expect(drawn.description.first == "Log-log plot, 1 line, s from 1 to 1000.")
    #expect(drawn.description[1].contains("all the way, as s^\(text), from 1 to"))
    // A straight line: its cells lie within one row of the line between its ends.
    let rows = drawn.rendered(columns: 70, rows: 24).plain.split(separator: "\n").map(Array.init)
    var cells: [(column: Int, row: Int)] = []
    for (row, line) in rows.enumerated() where line.contains("|") || line.dropFirst(3).contains("+")
    {
      for (column, cell) in line.enumerated() where cell == "*" { cells.append((column, row)) }
    }
    cells.sort { $0.column < $1.column }
    cells.removeAll { $0.row > rows.count - 4 }
    guard let first = cells.first, let last = cells.last else {
      Issue.record("no line is drawn")
      return
    }
    let slope = Double(last.row - first.row) / Double(last.column - first.column)
    for cell in cells {
      let line = Double(first.row) + slope * Double(cell.column - first.column)
      #expect(abs(Double(cell.row) - line) <= 1.01)
    }
  }

  @Test("Ticks stand at decades, a third of the axis apart where it has three")
  func ticks() {
    let figure = figure([1, 10, 100, 1000]) { $0 }
    let lines = figure.rendered(columns: 72, rows: 16).plain.split(separator: "\n")
    let labels = lines.first { $0.contains("1000") && $0.contains("100 ") && $0.contains("10 ") }
    #expect(labels != nil)
    #expect(figure.svg().contains(">100<"))
  }

  @Test("What is not above 0 has no place, and is counted; a mark is told by its own x")
  func withoutPlace() {
    let figure = figure([-1, 0, 1, 10, 100], { $0 + 2 }, marks: [.x(10)])
    let text = figure.rendered(columns: 72, rows: 16).plain
    #expect(text.contains("2 points have no place on a log axis, where s is not above 0"))
    #expect(text.contains("s = 10: y is 12."))
    #expect(figure.data.contains("-1\t1\n"))
  }

  @Test("Between x and y a power that is none is told by its mean")
  func mean() {
    let drawn = figure([1, 2, 4, 8]) { $0 * $0 + 1 }
    // (ln 65 - ln 2)/ln 8 = 1.674
    #expect(drawn.description[1].contains(", on average as s^1.67, from 2 to 65"))
  }
}
