/// A lesson's questions at its end: what was right, what was missed and what is open.
struct LessonSum: Sendable, Hashable {
  /// A question by its id, with the step that asks it.
  struct Asked: Sendable, Hashable {
    let question: String
    /// Counted from 1.
    let step: Int
    let title: String
  }

  var score: Score
  /// How many questions count, without guesses and without what nobody here marks.
  var marked = 0
  var right = 0
  /// How many guesses were made, and how many of them were good.
  var guesses = 0
  var goodGuesses = 0
  /// Answered, and marked elsewhere or later.
  var kept = 0
  /// Answered, but not or not all right; or given up.
  var missed: [Asked] = []
  var open: [Asked] = []
  /// How many were never asked: their steps were left out.
  var unseen = 0
}
