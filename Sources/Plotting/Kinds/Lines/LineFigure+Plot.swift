import TerminalText

extension LineFigure {
  /// Everything inside the axes.
  func raster(_ layout: Layout, _ ticks: TickSet) -> Raster {
    var raster = Raster(
      columns: layout.plotColumns(labelWidth: ticks.labelWidth),
      rows: layout.plotRows,
      charset: frame.charset,
      withDots: hasDots
    )
    for tick in ticks.ticks where !tick.label.isEmpty { raster.cells.drawGrid(row: tick.cell) }
    guard let scale, let x = domain.x else { return raster }
    let rows = raster.cells.rows
    for threshold in figure.thresholds {
      guard case .at(let height) = scale.place(threshold.at) else { continue }
      raster.cells.drawThreshold(row: cell(height, count: rows))
    }
    for (index, band) in bands.enumerated() {
      for (column, range) in band.rows(on: raster.cells, x: x, scale: scale).enumerated() {
        if let range { raster.cells.fill(band: index, column: column, rows: range) }
      }
    }
    for mark in figure.marks { draw(mark, on: &raster.cells, x: x, scale: scale) }
    for (index, one) in series.enumerated() {
      if figure.isScatter {
        raster.drawPoints(one, index: index, x: x, scale: scale)
      } else {
        raster.drawLine(one, index: index, x: x, scale: scale)
      }
    }
    for guess in figure.guesses where guess.x.isFinite {
      let column = cell(Plotting.place(guess.x, in: x), count: raster.cells.columns)
      switch scale.place(guess.y) {
      case .at(let height):
        raster.cells.drawGuess(column: column, row: cell(height, count: rows))
      case .above: raster.cells.drawGuess(column: column, row: rows - 1)
      case .below: raster.cells.drawGuess(column: column, row: 0)
      case .gap: break
      }
    }
    return raster
  }

  private func draw(
    _ mark: Mark,
    on canvas: inout Canvas,
    x: ClosedRange<Double>,
    scale: Scale
  ) {
    switch mark {
    case .x(let at):
      guard x.contains(at) else { return }
      canvas.drawMark(column: cell(Plotting.place(at, in: x), count: canvas.columns))
    case .value(let level):
      guard case .at(let height) = scale.place(level) else { return }
      canvas.drawLevel(row: cell(height, count: canvas.rows))
    case .cell: return
    }
  }

  /// The rows of the plot with labels and axis, the top one first.
  func plot(_ raster: Raster, _ ticks: TickSet, gutter: Int) -> [StyledText] {
    (0..<raster.cells.rows).reversed().map { row in
      let tick = ticks.ticks.first { $0.cell == row }
      let label = StyledText(tick?.label ?? "").padded(to: gutter - 1, .right)
      let axis = StyledText(frame.charset.spelled(tick == nil ? " |" : " +", .side), .axis)
      if scale == nil, row == raster.cells.rows / 2 {
        return label + axis
          + StyledText(" " + emptiness, .faint).truncated(to: raster.cells.columns)
      }
      return label + axis + raster.text(row: row)
    }
  }

  /// Why nothing is drawn.
  var emptiness: String {
    if domain.x == nil { return "no points" }
    return domain.finite != nil ? "no positive values" : "no finite values"
  }
}
