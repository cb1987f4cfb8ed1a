/// What a figure between an x and a y axis shows: lines, points, or bands around medians.
struct LineContent {
  let around: Surroundings
  /// What stands at each mark.
  let pointings: [String]
  /// What is drawn as lines or points; of bands the medians.
  let series: [Series]
  var bands: [Quantiles] = []
  /// Whether the points of a series are joined.
  var isJoined = true

  /// What was drawn before a change; of bands the medians.
  var ghosts: [Series] { around.before?.changedSeries ?? [] }

  /// What the axes must reach over: what is shown now, and what was before.
  ///
  /// What is linear now and was linear before stays so, though both together may span more decades. But what is shown
  /// now keeps a twentieth of each axis, a row or a few columns, in which it can be read: where axes for both would
  /// leave it less, a log axis reaches over as much of before as that allows, a linear one and that of x over now alone.
  /// What was before is drawn to where it leaves the figure, the legend says that it does, and the sentence has its
  /// number.
  var domain: Domain {
    let before = ghostsAcross
    let old = Domain(before)
    let held = around.held.map { Domain([$0.points]) }
    var all = own.joined(with: old).joined(with: held)
    let isWide = Scale.isWide(own) || Scale.isWide(old) || around.held?.isNarrow == false
    if !isWide, !isFlat(on: .linear, with: all) {
      all.isNarrow = true
      return all
    }
    guard isFlat(on: around.axis, with: own.joined(with: old)) else { return all }
    let near = own.joined(with: Domain(beside(now: before)))
    let reached = isFlat(on: around.axis, with: near) ? own : near
    return reached.along(old).joined(with: held)
  }

  /// The share of an axis that what is shown now keeps.
  private static let leastShare = 0.05

  /// What was before, no further along x than now where that would have less than its share; held axes have room for
  /// either.
  private var ghostsAcross: [Series] {
    guard let now = own.x, let then = Domain(ghosts).x, around.held == nil,
      now.lowerBound < now.upperBound
    else { return ghosts }
    // Halves, so that the widest range does not overflow.
    let low = min(now.lowerBound, then.lowerBound) / 2
    let high = max(now.upperBound, then.upperBound) / 2
    let width = now.upperBound / 2 - now.lowerBound / 2
    guard width < Self.leastShare * (high - low) else { return ghosts }
    return ghosts.map { $0.filtered { x, _ in now.contains(x) } }
  }

  /// Of what was before, what lies near enough to now on a log axis to leave that its share.
  private func beside(now before: [Series]) -> [Series] {
    guard let scale = scale(around.axis, for: own.joined(with: Domain(before))),
      let (low, high) = heights(on: scale)
    else { return [] }
    switch scale.kind {
    case .linear: return []
    case .logarithmic, .symmetric: break
    }
    // Evenly on both sides; what one side leaves is the other's.
    let reach = (high - low) / Self.leastShare * (1 - 1e-9)
    let (below, above) = (low - scale.low, scale.high - high)
    let room = reach - (high - low)
    let down = min(below, max(room / 2, room - above))
    let up = min(above, room - down)
    return before.map { one in
      one.filtered { _, y in
        scale.coordinate(y).map { (low - down...high + up).contains($0) } ?? false
      }
    }
  }

  /// Whether all that is shown now would take less than its share of an axis.
  private func isFlat(on axis: AxisRequest, with all: Domain) -> Bool {
    guard let scale = scale(axis, for: all), let (low, high) = heights(on: scale) else {
      return false
    }
    return scale.fraction(high) - scale.fraction(low) < Self.leastShare
  }

  private func scale(_ axis: AxisRequest, for domain: Domain) -> Scale? {
    isJoined ? Scale(axis, for: domain) : Scale(plain: axis, for: domain)
  }

  /// Where the lowest and the highest of now stand on a transformed axis; nil for what is constant but for rounding,
  /// which has no shape to lose.
  private func heights(on scale: Scale) -> (low: Double, high: Double)? {
    let extent = scale.kind == .logarithmic ? own.positive : own.finite
    guard let low = extent.flatMap({ scale.coordinate($0.least) }),
      let high = extent.flatMap({ scale.coordinate($0.greatest) })
    else { return nil }
    let size = if case .linear = scale.kind { max(abs(low), abs(high)) } else { 1.0 }
    return high - low > 1e-9 * size ? (low, high) : nil
  }

  private var own: Domain { Domain(series + bands.flatMap { [$0.low, $0.high] }) }
}
