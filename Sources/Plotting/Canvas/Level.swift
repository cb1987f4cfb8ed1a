/// Where the axes of a figure stand, so that those beside each other can stand level.
struct Level: Sendable, Hashable {
  /// The lines above the plot.
  var top: Int
  var plotRows: Int

  /// Where several have their axes: as much above the plots as the one that has most, and the x axis as high as the
  /// highest; nil for fewer than two.
  init?(of levels: [Level]) {
    guard levels.count > 1, let top = levels.map(\.top).max(),
      let end = levels.map({ $0.top + $0.plotRows }).min(), top < end
    else { return nil }
    self.top = top
    plotRows = end - top
  }

  init(top: Int, plotRows: Int) {
    self.top = top
    self.plotRows = plotRows
  }
}
