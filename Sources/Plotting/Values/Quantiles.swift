/// What several runs have in common: at each x the median, and what four fifths of the runs lie between.
///
/// A quantile is the value of a run (the nearest rank, ⌈p n⌉ of n), never a mean of two, so that it may be
/// infinite or far beyond Double. Runs that are no number at an x do not count there.
struct Quantiles: Sendable, Hashable {
  /// The tenth, the half and nine tenths.
  let low: Series
  let median: Series
  let high: Series
  /// How many runs there are.
  let runs: Int
  /// What the band is, in words; nil where nobody says what is another in each run.
  let words: String?
  /// How many values are no number.
  let missing: Int

  init(_ band: Band) {
    var rows: [[Sample]] = [[], [], []]
    var missing = 0
    for index in band.x.indices {
      let all = band.runs.compactMap { $0.indices.contains(index) ? $0[index] : nil }
      let values = all.filter { $0.kind != .notANumber }.sorted()
      missing += all.count - values.count
      for (row, tenths) in [1, 5, 9].enumerated() {
        let rank = (values.count * tenths + 9) / 10
        rows[row].append(values.isEmpty ? .notANumber : values[max(1, rank) - 1])
      }
    }
    low = Series(name: band.name, x: band.x, y: rows[0])
    median = Series(name: band.name, x: band.x, y: rows[1])
    high = Series(name: band.name, x: band.x, y: rows[2])
    runs = band.runs.count
    words = band.parameter.isEmpty ? nil : band.words
    self.missing = missing
  }

  /// "3 values of the runs are not a number".
  static func words(missing: Int) -> String {
    missing == 1
      ? "1 value of the runs is not a number" : "\(missing) values of the runs are not a number"
  }

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
