/// The axes of another figure, over which those of a figure reach.
struct HeldAxes: Sendable, Hashable {
  /// A few points from end to end.
  var points: Series
  /// Whether a linear axis was chosen for them.
  var isNarrow: Bool
}
