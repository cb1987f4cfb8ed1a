/// What was guessed before the figure was shown; drawn as `?`.
package struct Guess: Sendable, Hashable {
  /// Who has guessed.
  package enum Maker: Sendable, Hashable { case learner, room }

  package var x: Double
  package var y: Sample
  /// Whose guess it is.
  package var maker: Maker

  package init(x: Double, y: Sample, by maker: Maker = .learner) {
    (self.x, self.y, self.maker) = (x, y, maker)
  }

  /// How it is called.
  var name: String {
    switch maker {
    case .learner: "your guess"
    case .room: "the class's guess"
    }
  }
}
