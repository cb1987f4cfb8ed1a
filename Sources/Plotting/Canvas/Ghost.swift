/// A series of before a change, to be drawn faintly.
struct Ghost: Sendable, Hashable {
  let series: Series
  let isJoined: Bool
  /// What the x axis reaches over; nil where it has nothing to show.
  let x: ClosedRange<Double>?

  /// How it is broken where lines are told apart by their dashes: into single dots far from each other.
  static let dash = 6

  /// Whether all its points have a place between the axes.
  func isWhole(on scale: Scale) -> Bool {
    zip(series.x, series.y).allSatisfy { isInside($0, $1, scale) }
  }

  /// Whether none of its points has a place between the axes.
  func isAway(from scale: Scale) -> Bool {
    !zip(series.x, series.y).contains { isInside($0, $1, scale) }
  }

  private func isInside(_ x: Double, _ y: Sample, _ scale: Scale) -> Bool {
    guard case .at = scale.place(y) else { return false }
    return self.x.map { !x.isFinite || $0.contains(x) } ?? true
  }

  /// The points to be drawn: a line has one more wherever it crosses an edge, so that it is seen to leave the figure.
  func points(on scale: Scale) -> Series {
    if isWhole(on: scale) { return series }
    let across = across(scale)
    guard isJoined else { return across }
    var result = Series(name: series.name, x: [], y: [])
    var last: (x: Double, place: Double)?
    for (x, y) in zip(across.x, across.y) {
      let place = scale.coordinate(y).map(scale.fraction)
      if let last, let place {
        let ways = Ghost.edges.map { (edge: $0, way: ($0 - last.place) / (place - last.place)) }
        for (edge, way) in ways.filter({ 0 < $0.way && $0.way < 1 }).sorted(by: { $0.way < $1.way })
        {
          result.x.append(last.x + way * (x - last.x))
          result.y.append(scale.value(at: scale.low + edge * (scale.high - scale.low)))
        }
      }
      result.x.append(x)
      result.y.append(y)
      last = place.map { (x, $0) }
    }
    return result
  }

  /// What of it lies between the ends of x, to which a line is drawn, straight as on the axis.
  private func across(_ scale: Scale) -> Series {
    guard let ends = x, !series.x.allSatisfy({ ends.contains($0) }) else { return series }
    var result = Series(name: series.name, x: [], y: [])
    var last: (x: Double, height: Double)?
    for (x, y) in zip(series.x, series.y) {
      let height = scale.coordinate(y)
      if isJoined, let last, let height {
        let crossed = [ends.lowerBound, ends.upperBound].filter {
          min(last.x, x) < $0 && $0 < max(last.x, x)
        }
        for end in last.x < x ? crossed : crossed.reversed() {
          let way = (end - last.x) / (x - last.x)
          result.x.append(end)
          result.y.append(scale.value(at: last.height + way * (height - last.height)))
        }
      }
      if ends.contains(x) {
        result.x.append(x)
        result.y.append(y)
      }
      last = height.map { (x, $0) }
    }
    return result
  }

  /// Just inside the lowest and the highest place.
  private static let edges = [1e-9, 1 - 1e-9]
}
