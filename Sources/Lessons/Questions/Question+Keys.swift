/// The key of a question whose answer is an expression.
///
/// Texts are in the cell language.
package struct ExpressionKey: Sendable, Hashable {
  /// The right answer, in the parameters of the question.
  package let answer: Located<String>
  /// Answers that must be marked right.
  package let accept: [Located<String>]
  /// Answers that must be marked wrong.
  package let reject: [Located<String>]
  /// Wrong answers, each with what it means.
  package let misconceptions: [Misconception]
}

/// A wrong answer and what it means.
package struct Misconception: Sendable, Hashable {
  /// An expression, or the id of a choice.
  package let answer: Located<String>
  /// What to tell someone who gives it.
  package let meaning: Prose
}

/// One of the answers to choose from; its letter belongs to its id.
package struct Choice: Sendable, Hashable {
  /// How answers and keys name it.
  package let id: Located<String>
  /// What the learner reads.
  package let text: Prose
}

/// The key of a question with one right choice.
package struct ChoiceKey: Sendable, Hashable {
  /// The id of the right choice.
  package let answer: Located<String>
  /// Wrong choices, each with what it means.
  package let misconceptions: [Misconception]
}

/// The key of a question with several right choices, or none.
package struct ChoicesKey: Sendable, Hashable {
  /// The ids of the right choices.
  package let answers: [Located<String>]
  /// Wrong choices, each with what it means.
  package let misconceptions: [Misconception]
}

/// A guess at what the cell below will show.
package struct Prediction: Sendable, Hashable {
  /// What is guessed.
  package let form: Form
  /// What wrong guesses mean; withheld like a key.
  package let misconceptions: Keyed<[Misconception]>

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

/// A state of the notebook to reach.
package struct TaskQuestion: Sendable, Hashable {
  /// The learner's names that the conditions may use.
  package let uses: [Located<String>]
  /// Names that are set back to the lesson's before marking.
  package let given: [Located<String>]
  /// What marks it.
  package let key: Keyed<TaskKey>
}

/// The key of a task.
///
/// Conditions are expressions; the others are statements of the cell language.
package struct TaskKey: Sendable, Hashable {
  /// Conditions that must all hold.
  package let require: [Located<String>]
  /// Statements that reach the state.
  package let accept: [Located<String>]
  /// Statements that don't.
  package let reject: [Located<String>]
}
