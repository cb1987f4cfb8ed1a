extension Question {
  /// The choices of a question that has some.
  package var choices: [Choice] { kind.form.choices }

  /// The misconceptions of a question that has its key.
  package var misconceptions: [Misconception] { kind.form.misconceptions }
}
