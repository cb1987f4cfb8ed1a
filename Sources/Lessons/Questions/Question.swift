/// A question, typed by its kind.
package struct Question: Sendable, Hashable {
  /// Unique in the lesson.
  package let id: Located<String>
  /// What the learner reads first.
  package let ask: Prose
  /// From the vaguest to the plainest.
  package let hints: [Prose]
  /// Shown after the last attempt; `nil` when the author wrote none or a learners' copy hides it.
  package let explain: Prose?
  /// What an answer is worth.
  package let credit: Credit
  /// The frozen parameters, the same for everyone, in the order of the file.
  package let given: [GivenValue]
  /// The parameters that are drawn for each learner, in the order of the file.
  package let vary: [Draw]
  /// How it is answered and marked.
  package let kind: Kind
  /// Where the fence begins.
  package let position: Position

  /// What an answer is worth.
  package enum Credit: Sendable, Hashable {
    /// Worth nothing; the keys stay in the learners' copy.
    case practice
    case counted(Points, Counting)
  }

  /// How it is answered and marked.
  package enum Kind: Sendable, Hashable {
    case number(Tolerance, Keyed<ExpressionKey>)
    case choice([Choice], Keyed<ChoiceKey>)
    case choices([Choice], Keyed<ChoicesKey>)
    /// `over`: the parameters and where they are sampled to test equality.
    case expression(over: [Draw], Tolerance, Keyed<ExpressionKey>)
    case predict(Prediction)
    case task(TaskQuestion)
    case text
  }
}

/// Which attempt counts.
package enum Counting: String, Sendable, Hashable, CaseIterable {
  case bestBeforeExplanation = "best-before-explanation"
  case first
}

/// Points in whole hundredths.
package struct Points: Sendable, Hashable {
  /// At least 1.
  package let hundredths: Int
}

/// What marks a question, which a learners' copy withholds.
package enum Keyed<Key: Sendable & Hashable>: Sendable, Hashable {
  case withheld
  case key(Key)
}

/// One frozen parameter of a question.
package struct GivenValue: Sendable, Hashable {
  /// A name of the cell language.
  package let name: Located<String>
  /// The same for everyone.
  package let value: Number
}

/// One parameter and the values that it may take.
package struct Draw: Sendable, Hashable {
  /// A name of the cell language.
  package let name: Located<String>
  /// What it may be.
  package let domain: Domain
  /// Where the list or range begins.
  package let position: Position

  /// The values that a parameter may take.
  package enum Domain: Sendable, Hashable {
    case oneOf([Number])
    /// `from...through by step`; without a step, 1 between integers, else 101 samples.
    case range(from: Number, through: Number, step: Number?)
  }
}
