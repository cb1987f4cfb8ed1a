import DeepNetworks
import Lessons

/// A learner's guess on its way into the figure that answers it.
struct Guessed: Sendable, Hashable {
  /// Where on the horizontal axis, and what.
  var points: [Point]

  struct Point: Sendable, Hashable {
    var at: Number
    var value: Extended
  }
}
