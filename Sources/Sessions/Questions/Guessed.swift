import DeepNetworks
import Lessons
import Plotting

/// A learner's guess on its way into the figure that answers it.
struct Guessed: Sendable, Hashable {
  /// Where on the horizontal axis, and what.
  var points: [Point]
  /// Whose guess it is.
  var maker = Guess.Maker.learner

  struct Point: Sendable, Hashable {
    var at: Number
    var value: Extended
  }
}
