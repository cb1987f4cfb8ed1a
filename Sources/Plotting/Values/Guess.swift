/// What a learner guessed before the figure was shown; drawn as `?`.
package struct Guess: Sendable, Hashable {
  package var x: Double
  package var y: Sample

  package init(x: Double, y: Sample) {
    self.x = x
    self.y = y
  }
}

extension Figure {
  /// Adds what somebody expected; of figures beside each other the first takes it.
  package mutating func add(_ guess: Guess) {
    if case .beside(var members) = kind, !members.isEmpty {
      members[0].add(guess)
      kind = .beside(members)
    } else {
      guesses.append(guess)
    }
  }
}
