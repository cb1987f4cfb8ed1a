extension Quantiles {
  /// The bottom and top row of the band in each column of a canvas; nil where the band is not on the axis.
  func rows(on canvas: Canvas, x: ClosedRange<Double>, scale: Scale) -> [ClosedRange<Int>?] {
    let bottom = heights(low, off: 0, columns: canvas.columns, x: x, scale: scale)
    let top = heights(high, off: 1, columns: canvas.columns, x: x, scale: scale)
    return zip(bottom, top).map { bottom, top in
      guard let bottom, let top, bottom <= top else { return nil }
      return cell(bottom, count: canvas.rows)...cell(top, count: canvas.rows)
    }
  }

  /// The height of a series at each column, straight between points; what is off the axis lies on its edge.
  private func heights(
    _ series: Series,
    off end: Double,
    columns: Int,
    x: ClosedRange<Double>,
    scale: Scale
  ) -> [Double?] {
    var heights = [Double?](repeating: nil, count: columns)
    var last: (across: Double, up: Double)?
    for (x0, y0) in zip(series.x, series.y) where x0.isFinite {
      let across = place(x0, in: x) * Double(columns - 1)
      let up: Double
      switch scale.place(y0) {
      case .at(let height): up = height
      case .below: up = 0
      case .above: up = 1
      case .gap:
        last = nil
        continue
      }
      let column = min(Int(across + 0.5 + 1e-9), columns - 1)
      heights[column] = heights[column].map { end > 0 ? max($0, up) : min($0, up) } ?? up
      if let last, across > last.across {
        var between = Int(last.across + 0.5 + 1e-9) + 1
        while between < column {
          let part = (Double(between) - last.across) / (across - last.across)
          heights[between] = last.up + part * (up - last.up)
          between += 1
        }
      }
      last = (across, up)
    }
    return heights
  }
}
