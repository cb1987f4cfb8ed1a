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
  /// Only where a linear axis for both would leave what is shown now less than a row to rise and fall in, the axis of
  /// values is that of now, which can be read; what was before is drawn to where it leaves the figure, the legend says
  /// that it does, and the sentence has its number.
  var domain: Domain {
    let old = Domain(ghosts)
    let both = flattens(old) ? own.along(old) : own.joined(with: old)
    return both.joined(with: around.held.map { Domain([$0]) })
  }

  /// Whether all that is shown now would take less than a twentieth, a row, of a linear axis that holds these too.
  private func flattens(_ old: Domain) -> Bool {
    let both = own.joined(with: old)
    let axis = around.axis
    guard old.finite != nil, let finite = own.finite, finite.least < finite.greatest,
      let scale = isJoined ? Scale(axis, for: both) : Scale(plain: axis, for: both),
      case .linear = scale.kind, case .at(let low) = scale.place(finite.least),
      case .at(let high) = scale.place(finite.greatest)
    else { return false }
    return high - low < 0.05
  }

  private var own: Domain { Domain(series + bands.flatMap { [$0.low, $0.high] }) }
}
