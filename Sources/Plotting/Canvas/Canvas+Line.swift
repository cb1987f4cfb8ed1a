extension Canvas {
  /// The points of a series alone.
  mutating func drawPoints(_ series: Series, index: Int, x: ClosedRange<Double>, scale: Scale) {
    for (x0, y0) in zip(series.x, series.y) where x0.isFinite {
      let column = cell(place(x0, in: x), count: columns)
      switch scale.place(y0) {
      case .at(let height): draw(series: index, column: column, row: cell(height, count: rows))
      case .below: drawOff(column: column, isAbove: false)
      case .above: drawOff(column: column, isAbove: true)
      case .gap: break
      }
    }
  }

  /// Puts a line or points of before a change under everything but the grid.
  mutating func lay(_ ghost: Ghost, x: ClosedRange<Double>, scale: Scale) {
    var under = Canvas(columns: columns, rows: rows, isDashed: isDashed)
    let points = ghost.points(on: scale)
    if ghost.isJoined {
      under.drawLine(points, index: Ghost.dash, x: x, scale: scale)
    } else {
      under.drawPoints(points, index: Ghost.dash, x: x, scale: scale)
    }
    lay(ghost: under)
  }

  /// A line through the points of a series, column by column.
  ///
  /// The path is followed once: while it stays in a column only its lowest and highest row are kept, so a
  /// million points cost no more than a look at each, transformed only where they count, and no peak is lost.
  /// Between columns the line is straight on the transformed axis, and what it skips of a column's height is
  /// filled. A gap interrupts it; what lies off the axis is marked on the edge and joined with nothing.
  mutating func drawLine(_ series: Series, index: Int, x: ClosedRange<Double>, scale: Scale) {
    let isCrowded = series.x.count > 16 * columns
    let series = isCrowded ? series.thinned(for: self, x: x, scale: scale) : series
    var path: Path?
    for (x0, y0) in zip(series.x, series.y) where x0.isFinite {
      let across = Plotting.place(x0, in: x) * Double(columns - 1)
      let place = scale.place(y0)
      switch place {
      case .at(let height):
        let point = Path.Point(across: across, up: height * Double(rows - 1))
        if path == nil {
          path = Path(from: point, in: self)
        } else {
          path?.go(to: point, series: index, on: &self)
        }
      case .below, .above, .gap:
        path?.end(series: index, on: &self)
        path = nil
        if place != .gap {
          drawOff(column: nearest(across, count: columns), isAbove: place == .above)
        }
      }
    }
    path?.end(series: index, on: &self)
  }
}

/// The cell nearest to a position in cells; `cell(_:count:)` has the reason of the margin.
private func nearest(_ position: Double, count: Int) -> Int {
  min(max(Int(position + 0.5 + 1e-9), 0), count - 1)
}

extension Series {
  /// The points that a line on a canvas shows: of numbers with a place on the axis that follow each other in a
  /// column only the first, the least, the greatest and the last.
  fileprivate func thinned(
    for canvas: Canvas,
    x range: ClosedRange<Double>,
    scale: Scale
  ) -> Series {
    var result = Series(name: name, x: [], y: [])
    let showsNegative = scale.kind != .logarithmic
    var run: Run?
    func keep(_ index: Int) {
      result.x.append(x[index])
      result.y.append(y[index])
    }
    for (index, at) in x.enumerated() where at.isFinite {
      let sample = y[index]
      guard sample.kind == .positive || showsNegative && sample.kind == .negative else {
        run?.places.forEach(keep)
        run = nil
        keep(index)
        continue
      }
      let across = Plotting.place(at, in: range) * Double(canvas.columns - 1)
      let column = nearest(across, count: canvas.columns)
      if run?.take(index, sample, column) != true {
        run?.places.forEach(keep)
        run = Run(index, sample, column)
      }
    }
    run?.places.forEach(keep)
    return result
  }
}

/// Points in one column, one after the other.
private struct Run {
  private let column: Int
  private let first: Int
  private var last: Int
  private var least: (index: Int, sample: Sample)
  private var greatest: (index: Int, sample: Sample)

  init(_ index: Int, _ sample: Sample, _ column: Int) {
    self.column = column
    first = index
    last = index
    least = (index, sample)
    greatest = (index, sample)
  }

  /// False where the point is in another column.
  mutating func take(_ index: Int, _ sample: Sample, _ column: Int) -> Bool {
    guard column == self.column else { return false }
    last = index
    if sample < least.sample {
      least = (index, sample)
    } else if greatest.sample < sample {
      greatest = (index, sample)
    }
    return true
  }

  /// Their indices, in order.
  var places: [Int] { Set([first, least.index, greatest.index, last]).sorted() }
}

/// A line that is being drawn: where it is, and what of the present column it has touched.
private struct Path {
  /// A position in cells, not rounded.
  struct Point {
    let across: Double
    let up: Double
  }

  private var last: Point
  private var column: Int
  private var row: Int
  private var lowest: Int
  private var highest: Int

  init(from point: Point, in canvas: Canvas) {
    last = point
    column = nearest(point.across, count: canvas.columns)
    row = nearest(point.up, count: canvas.rows)
    lowest = row
    highest = row
  }

  mutating func go(to point: Point, series: Int, on canvas: inout Canvas) {
    let target = nearest(point.across, count: canvas.columns)
    let step = target < column ? -1 : 1
    while column != target {
      let next = column + step
      let part = (Double(next) - last.across) / (point.across - last.across)
      let up = next == target ? point.up : last.up + part * (point.up - last.up)
      enter(next, row: nearest(up, count: canvas.rows), series: series, on: &canvas)
    }
    row = nearest(point.up, count: canvas.rows)
    lowest = min(lowest, row)
    highest = max(highest, row)
    last = point
  }

  /// Draws the column that is left and goes into the next; rows between the two are shared out.
  private mutating func enter(_ next: Int, row target: Int, series: Int, on canvas: inout Canvas) {
    let jump = target - row
    let here = jump > 1 ? (jump - 1) / 2 : jump < -1 ? (jump + 1) / 2 : 0
    let there = jump > 1 ? here + 1 : jump < -1 ? here - 1 : jump
    lowest = min(lowest, row + here)
    highest = max(highest, row + here)
    end(series: series, on: &canvas)
    column = next
    lowest = min(row + there, target)
    highest = max(row + there, target)
    row = target
  }

  func end(series: Int, on canvas: inout Canvas) {
    canvas.draw(series: series, column: column, rows: lowest...highest)
  }
}
