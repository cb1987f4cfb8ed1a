/// A series of before a change, to be drawn faintly.
struct Ghost: Sendable, Hashable {
  let series: Series
  let isJoined: Bool

  /// How it is broken where lines are told apart by their dashes: into single dots far from each other.
  static let dash = 6

  /// Whether all its points have a place between the axes.
  func isWhole(on scale: Scale) -> Bool {
    series.y.allSatisfy { if case .at = scale.place($0) { true } else { false } }
  }

  /// Whether none of its points has a place between the axes.
  func isAway(from scale: Scale) -> Bool {
    series.y.allSatisfy { if case .at = scale.place($0) { false } else { true } }
  }

  /// The points to be drawn: on a linear axis a line has one more on the edge wherever it crosses that, so that it is
  /// seen to leave the figure.
  func points(on scale: Scale) -> Series {
    guard isJoined, case .linear(let unit) = scale.kind, !isWhole(on: scale) else { return series }
    var result = Series(name: series.name, x: [], y: [])
    var last: (x: Double, place: Double)?
    for (x, y) in zip(series.x, series.y) {
      let place = scale.coordinate(y).map(scale.fraction)
      if let last, let place {
        let ways = Ghost.edges.map { (edge: $0, way: ($0 - last.place) / (place - last.place)) }
        for (edge, way) in ways.filter({ 0 < $0.way && $0.way < 1 }).sorted(by: { $0.way < $1.way })
        {
          result.x.append(last.x + way * (x - last.x))
          let height = scale.low + edge * (scale.high - scale.low)
          result.y.append(Sample(power: unit, times: height))
        }
      }
      result.x.append(x)
      result.y.append(y)
      last = place.map { (x, $0) }
    }
    return result
  }

  /// Just inside the lowest and the highest place.
  private static let edges = [1e-9, 1 - 1e-9]
}
