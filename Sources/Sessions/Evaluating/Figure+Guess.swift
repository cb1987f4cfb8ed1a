import DeepNetworks
import Lessons
import Plotting

extension Figure {
  /// The figure with what was guessed marked in it.
  func with(_ guess: Guessed?) -> Figure {
    var figure = self
    for point in guess?.points ?? [] {
      figure.add(
        Guess(
          x: point.at.value,
          y: Sample(
            significand: point.value.hi,
            tail: point.value.lo,
            exponent: point.value.exponent
          ),
          by: guess?.maker ?? .learner
        )
      )
    }
    return figure
  }
}
