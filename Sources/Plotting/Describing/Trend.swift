/// How the finite values of a series go from its first to its last point.
struct Trend: Sendable, Hashable {
  /// The course as a whole.
  enum Shape: Sendable, Hashable {
    case constant
    case rises(always: Bool)
    case falls(always: Bool)
    /// Up to a peak, or down to a bottom, and back; the index of the turn.
    case peak(Int)
    case bottom(Int)
    case mixed
  }

  /// A factor from each point to the next that holds from the first point up to index `until`.
  struct Factor: Sendable, Hashable {
    let value: Double
    let until: Int
  }

  let x: [Double]
  let y: [Sample]
  let shape: Shape
  /// Whether the series goes on after these points, in zeros or without finite values.
  let isCutShort: Bool

  /// The trend of the finite points in the order in which they are given; nil for fewer than two.
  ///
  /// Zeros that follow on values of one sign, as underflow leaves them, are not part of the course:
  /// on a log axis, which has no place for them, or after values far below the greatest.
  init?(_ series: Series, on scale: Scale?) {
    var points = zip(series.x, series.y).filter { $0.isFinite && $1.isFinite }
    if let last = points.lastIndex(where: { $1.kind != .zero }), last > 0,
      points[...last].allSatisfy({ $1.kind == points[last].1.kind }),
      scale?.kind == .logarithmic || Trend.isFarBelow(points[last].1, points[...last].map(\.1))
    {
      points.removeSubrange((last + 1)...)
    }
    guard points.count > 1, let end = points.last?.0 else { return nil }
    isCutShort = series.x.contains { $0 > end }
    x = points.map(\.0)
    y = points.map(\.1)
    shape = Trend.shape(y, on: scale)
  }

  /// Whether a value is below a thousandth of the greatest.
  private static func isFarBelow(_ last: Sample, _ y: [Sample]) -> Bool {
    guard let greatest = y.map(\.magnitude).max() else { return false }
    return last.log10Magnitude < greatest.log10Magnitude - 3
  }

  /// Ups and downs in the last digits of what has come to rest are no course where they can't be seen.
  private static func shape(_ y: [Sample], on scale: Scale?) -> Shape {
    let shape = shape(zip(y, y.dropFirst()).map { $0 < $1 ? 1 : $1 < $0 ? -1 : 0 })
    guard shape == .mixed, scale?.isLinear ?? true,
      let greatest = y.map(\.magnitude).max()
    else { return shape }
    let heights = y.map { $0.kind == .zero ? 0 : $0.ratio(to: greatest) }
    let seen = self.shape(
      zip(heights, heights.dropFirst()).map { abs($1 - $0) < leastSeen ? 0 : $0 < $1 ? 1 : -1 }
    )
    // What only shakes is said to stay, elsewhere.
    return seen == .constant ? shape : seen
  }

  /// Beside the greatest value: a step below it is rounding.
  private static let leastSeen = 1e-12

  private static func shape(_ steps: [Int]) -> Shape {
    let ups = steps.count { $0 > 0 }
    let downs = steps.count { $0 < 0 }
    if ups == 0, downs == 0 { return .constant }
    if downs == 0 { return .rises(always: ups == steps.count) }
    if ups == 0 { return .falls(always: downs == steps.count) }
    let firstDown = steps.firstIndex { $0 < 0 } ?? 0
    let firstUp = steps.firstIndex { $0 > 0 } ?? 0
    if firstDown > firstUp, steps[firstDown...].allSatisfy({ $0 <= 0 }) { return .peak(firstDown) }
    if firstUp > firstDown, steps[firstUp...].allSatisfy({ $0 >= 0 }) { return .bottom(firstUp) }
    return .mixed
  }

  /// Whether each point is one further than the one before.
  var isByOne: Bool {
    zip(x, x.dropFirst()).allSatisfy { $1 - $0 == 1 }
  }

  /// The factor per step, when it is the same, to half a unit in the sixth digit, for at least half of the steps
  /// and three; nil when it is not, when it is 1, or when a value of them is not positive.
  var factor: Factor? {
    guard isByOne, y.count > 3, y[0].kind == .positive, y[1].kind == .positive else { return nil }
    let factor = y[1].ratio(to: y[0])
    guard factor.isFinite, factor > 0, abs(factor - 1) > 1e-6 else { return nil }
    var until = 1
    while until + 1 < y.count, y[until + 1].kind == .positive,
      abs(y[until + 1].ratio(to: y[until]) / factor - 1) < 5e-7
    {
      until += 1
    }
    guard until >= 3, until * 2 >= y.count - 1 else { return nil }
    // The mean over all these steps has no share of the rounding of a single one.
    let decades = (y[until].log10Magnitude - y[0].log10Magnitude) / Double(until)
    let mean = powerOfTen(decades)
    return Factor(value: abs(mean / factor - 1) < 1e-9 ? factor : mean, until: until)
  }

  /// The geometric mean of the factors per unit of x, between positive ends.
  var meanFactor: Double? {
    guard let first = y.first, let last = y.last, let start = x.first, let end = x.last,
      first.kind == .positive, last.kind == .positive, end > start
    else { return nil }
    return powerOfTen((last.log10Magnitude - first.log10Magnitude) / (end - start))
  }

  /// In how few of the first and of the last steps nine tenths of the whole change lie.
  var stepsOfNineTenths: (first: Int, last: Int)? {
    // Beside the greatest value, so that no difference overflows.
    guard let greatest = y.map(\.magnitude).max(), greatest.kind != .zero else { return nil }
    let heights = y.map { $0.kind == .zero ? 0 : $0.ratio(to: greatest) }
    let end = heights.count - 1
    let most = 0.9 * abs(heights[end] - heights[0])
    guard most > 0,
      let first = (1...end).first(where: { abs(heights[$0] - heights[0]) >= most }),
      let last = (1...end).first(where: { abs(heights[end] - heights[end - $0]) >= most })
    else { return nil }
    return (first, last)
  }
}
