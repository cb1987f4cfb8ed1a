/// The room and the means that a figure is drawn with.
struct Frame: Sendable, Hashable {
  var columns: Int
  var rows: Int
  var charset = Charset.ascii
  /// Whether colours will show, so that a heatmap may rely on them.
  var hasColor = false
  /// The values whose range the axis of values has, when that is shared with other figures.
  var shared: Domain?
}
