/// What a learner guessed before the figure was shown; drawn as `?`.
package struct Guess: Sendable, Hashable {
  package var x: Double
  package var y: Sample

  package init(x: Double, y: Sample) {
    self.x = x
    self.y = y
  }
}
