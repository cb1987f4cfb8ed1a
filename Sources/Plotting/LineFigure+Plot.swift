import TerminalText

extension LineFigure {
  /// Everything inside the axes.
  func canvas(_ layout: Layout, _ ticks: TickSet) -> Canvas {
    var canvas = Canvas(
      columns: layout.plotColumns(labelWidth: ticks.labelWidth),
      rows: layout.plotRows
    )
    for tick in ticks.ticks where !tick.label.isEmpty { canvas.drawGrid(row: tick.cell) }
    guard let scale, let x = domain.x else { return canvas }
    for threshold in figure.thresholds {
      guard case .at(let height) = scale.place(threshold.at) else { continue }
      canvas.drawThreshold(row: cell(height, count: canvas.rows))
    }
    for (index, one) in series.enumerated() {
      canvas.drawLine(one, index: index, x: x, scale: scale)
    }
    for guess in figure.guesses where guess.x.isFinite {
      let column = cell(Plotting.place(guess.x, in: x), count: canvas.columns)
      switch scale.place(guess.y) {
      case .at(let height):
        canvas.drawGuess(column: column, row: cell(height, count: canvas.rows))
      case .above: canvas.drawGuess(column: column, row: canvas.rows - 1)
      case .below: canvas.drawGuess(column: column, row: 0)
      case .gap: break
      }
    }
    return canvas
  }

  /// The rows of the plot with labels and axis, the top one first.
  func plot(_ canvas: Canvas, _ ticks: TickSet, gutter: Int) -> [StyledText] {
    (0..<canvas.rows).reversed().map { row in
      let tick = ticks.ticks.first { $0.cell == row }
      let label = StyledText(tick?.label ?? "").padded(to: gutter - 1, .right)
      let axis = StyledText(tick == nil ? " |" : " +", .axis)
      if scale == nil, row == canvas.rows / 2 {
        return label + axis + StyledText(" " + emptiness, .faint).truncated(to: canvas.columns)
      }
      return label + axis + canvas.text(row: row)
    }
  }

  /// Why nothing is drawn.
  private var emptiness: String {
    if domain.x == nil { return "no points" }
    return domain.finite != nil ? "no positive values" : "no finite values"
  }
}
