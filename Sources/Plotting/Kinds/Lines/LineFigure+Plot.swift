import TerminalText

extension LineFigure {
  /// Everything inside the axes, as text.
  func raster(_ layout: Allotment, _ ticks: TickSet) -> Raster {
    var raster = Raster(
      columns: layout.plotColumns(labelWidth: ticks.labelWidth),
      rows: layout.plotRows,
      charset: frame.charset,
      withDots: hasDots
    )
    for tick in ticks.ticks where !tick.label.isEmpty { raster.cells.drawGrid(row: tick.cell) }
    draw(on: &raster)
    // Its dots are those of the grid.
    if raster.hasGhost { raster.cells.dropGrid() }
    return raster
  }

  /// The rows of the plot with labels and axis, the top one first.
  func plot(_ raster: Raster, _ ticks: TickSet, gutter: Int) -> [StyledText] {
    (0..<raster.cells.rows).reversed().map { row in
      let tick = ticks.ticks.first { $0.cell == row }
      let label = StyledText(tick?.label ?? "").padded(to: gutter - 1, .right)
      let axis = StyledText(frame.charset.spelled(tick == nil ? " |" : " +", .side), .axis)
      if scale == nil, row == raster.cells.rows / 2 {
        return label + axis
          + frame.cut(StyledText(" " + emptiness, .faint), to: raster.cells.columns)
      }
      return label + axis + raster.text(row: row)
    }
  }

  /// Why nothing is drawn.
  var emptiness: String {
    if domain.x == nil { return said.domain.x == nil ? "no points" : "no point above 0" }
    return domain.finite != nil ? "no positive values" : "no finite values"
  }
}
