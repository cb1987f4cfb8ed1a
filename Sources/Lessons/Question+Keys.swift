/// The key of a question whose answer is an expression.
///
/// Texts are in the cell language.
package struct ExpressionKey: Sendable, Hashable {
  package let answer: Located<String>
  /// Answers that must be marked right.
  package let accept: [Located<String>]
  /// Answers that must be marked wrong.
  package let reject: [Located<String>]
  package let misconceptions: [Misconception]
}

/// A wrong answer and what it means.
package struct Misconception: Sendable, Hashable {
  /// An expression, or the id of a choice.
  package let answer: Located<String>
  package let meaning: Prose
}

/// One of the answers to choose from; its letter belongs to its id.
package struct Choice: Sendable, Hashable {
  package let id: Located<String>
  package let text: Prose
}

/// The key of a question with one right choice.
package struct ChoiceKey: Sendable, Hashable {
  package let answer: Located<String>
  package let misconceptions: [Misconception]
}

/// The key of a question with several right choices, or none.
package struct ChoicesKey: Sendable, Hashable {
  package let answers: [Located<String>]
  package let misconceptions: [Misconception]
}

/// A guess at what the cell below will show.
package struct Prediction: Sendable, Hashable {
  package let form: Form
  /// What wrong guesses mean; withheld like a key.
  package let misconceptions: Keyed<[Misconception]>

  package enum Form: Sendable, Hashable {
    /// `shows`: an expression on the notebook after the cell; `at`: where on the axis the guess is
    /// drawn; a guess within the tolerance was good.
    case number(shows: Located<String>, at: Number?, Tolerance)
    case choice([Choice], Keyed<Located<String>>)
    /// One guess at each of the places.
    case points(shows: Located<String>, at: [Number], Tolerance)
  }
}

/// A state of the notebook to reach.
package struct TaskQuestion: Sendable, Hashable {
  /// The learner's names that the conditions may use.
  package let uses: [Located<String>]
  /// Names that are set back to the lesson's before marking.
  package let given: [Located<String>]
  package let key: Keyed<TaskKey>
}

/// The key of a task.
///
/// Conditions are expressions; the others are statements of the cell language.
package struct TaskKey: Sendable, Hashable {
  package let require: [Located<String>]
  package let accept: [Located<String>]
  package let reject: [Located<String>]
}
