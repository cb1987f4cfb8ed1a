import TerminalText

extension Page {
  /// The marks of the axis of values, and lines across the plot.
  mutating func drawGrid(_ ticks: TickSet, _ plot: Plot) {
    for tick in ticks.ticks {
      let y = plot.up(min(max(tick.place, 0), 1))
      if tick.label.isEmpty {
        drawing.line(plot.left - 3, y, plot.left, y, .axis)
      } else {
        drawing.line(plot.left, y, plot.right, y, .grid)
        drawing.line(plot.left - 5, y, plot.left, y, .axis)
        drawing.words(tick.label, plot.left - 8, y + 4.5, .end)
      }
    }
  }

  /// The two axes and the numbers under the plot.
  mutating func drawAxes(
    _ range: ClosedRange<Double>?,
    _ words: AxisWords,
    _ plot: Plot,
    isNamed: Bool = true
  ) {
    drawing.line(plot.left, plot.top, plot.left, plot.bottom, .axis)
    drawing.line(plot.left, plot.bottom, plot.right, plot.bottom, .axis)
    drawNumbers(range, words, plot, isNamed: isNamed)
  }

  /// Marks and numbers under a plot, as far apart as characters need.
  mutating func drawNumbers(
    _ range: ClosedRange<Double>?,
    _ words: AxisWords,
    _ plot: Plot,
    isNamed: Bool = true
  ) {
    let columns = max(10, Int(plot.width / Page.character))
    let axis = HorizontalAxis(range, columns: columns, words: words, isNamed: isNamed)
    for place in axis.places {
      drawing.line(plot.across(place), plot.bottom, plot.across(place), plot.bottom + 5, .axis)
    }
    let y = plot.bottom + Page.line
    for label in axis.labels {
      if label.text.count <= 3 {
        drawing.words(label.text, plot.across(label.place), y, .middle)
      } else if label.place == 1 {
        drawing.words(label.text, plot.right, y, .end)
      } else if label.place == 0 {
        drawing.words(label.text, plot.left, y)
      } else {
        drawing.words(label.text, plot.across(label.place), y, .middle)
      }
    }
  }
}
