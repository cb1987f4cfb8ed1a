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
  /// What is linear now and was linear before stays so, though both together may span more decades. Only where a linear
  /// axis for both would leave what is shown now less than a row to rise and fall in, and no log axis is chosen, the
  /// axis of values is that of now, which can be read; what was before is drawn to where it leaves the figure, the
  /// legend says that it does, and the sentence has its number.
  var domain: Domain {
    let old = Domain(ghosts)
    let held = around.held.map { Domain([$0.points]) }
    var all = own.joined(with: old).joined(with: held)
    let isWide = Scale.isWide(own) || Scale.isWide(old) || around.held?.isNarrow == false
    if !isWide, !isFlat(on: .linear, with: all) {
      all.isNarrow = true
      return all
    }
    guard isFlat(on: around.axis, with: own.joined(with: old)) else { return all }
    return own.along(old).joined(with: held)
  }

  /// Whether all that is shown now would take less than a twentieth, a row, of a linear axis.
  private func isFlat(on axis: AxisRequest, with all: Domain) -> Bool {
    guard let finite = own.finite, finite.least < finite.greatest,
      let scale = isJoined ? Scale(axis, for: all) : Scale(plain: axis, for: all),
      case .linear = scale.kind, case .at(let low) = scale.place(finite.least),
      case .at(let high) = scale.place(finite.greatest)
    else { return false }
    return high - low < 0.05
  }

  private var own: Domain { Domain(series + bands.flatMap { [$0.low, $0.high] }) }
}
