/// What a pass is for: which units it drops, and what its batch norms go by.
enum PassKind: Sendable {
  /// A step's: without the units that were drawn, by the mean and variance of its samples.
  case step
  /// The loss of samples together: all units, by their mean and variance.
  case whole
  /// Of samples that no step is taken from, each by itself: all units, by what training has kept.
  case test
}
