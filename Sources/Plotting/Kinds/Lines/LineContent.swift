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

  /// What the axes must reach over.
  var domain: Domain { Domain(series + bands.flatMap { [$0.low, $0.high] }) }
}
