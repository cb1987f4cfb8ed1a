extension Raster: LineSurface {
  mutating func drawThreshold(_ index: Int, at height: Double) {
    cells.drawThreshold(index, row: row(height))
  }

  mutating func drawMark(across place: Double) {
    cells.drawMark(column: column(place))
  }

  mutating func drawLevel(at height: Double) {
    cells.drawLevel(row: row(height))
  }

  mutating func drawBand(_ band: Quantiles, index: Int, x: ClosedRange<Double>, scale: Scale) {
    for (column, range) in band.rows(on: cells, x: x, scale: scale).enumerated() {
      if let range { cells.fill(band: index, column: column, rows: range) }
    }
  }

  /// The legend has the names.
  mutating func drawName(of threshold: Threshold, at height: Double) {}

  mutating func drawGuess(across place: Double, at height: Double) {
    cells.drawGuess(column: column(place), row: row(height))
  }

  private func row(_ height: Double) -> Int { cell(height, count: cells.rows) }

  private func column(_ place: Double) -> Int { cell(place, count: cells.columns) }
}
