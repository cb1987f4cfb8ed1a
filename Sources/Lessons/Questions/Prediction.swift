/// A guess at what the cell below will show.
package struct Prediction: Sendable, Hashable {
  /// What is guessed.
  package let form: Form
  /// What wrong guesses mean; withheld like a key.
  package let meanings: Keyed<[Misconception]>

  /// What a guess is made of.
  package enum Form: Sendable, Hashable {
    /// `shows`: an expression on the notebook after the cell; `at`: where on the axis the guess is
    /// drawn; a guess within the tolerance was good.
    case number(shows: Located<String>, at: Number?, Tolerance)
    case choice([Choice], Keyed<Located<String>>)
    /// One guess at each of the places.
    case points(shows: Located<String>, at: [Number], Tolerance)
  }
}
