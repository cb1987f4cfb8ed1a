import Lessons

/// A condition of a task that does not hold.
struct FailingCondition: Sendable, Hashable {
  /// As the author wrote it.
  let text: String
  /// The names that it reads.
  let names: [String]
  /// The values on its two sides, where it is a comparison; nil for a side that says its value.
  let sides: Sides?
  /// What it means that it fails, in the author's words.
  let meaning: Prose?

  struct Sides: Sendable, Hashable {
    let left: Side?
    let right: Side?
  }

  /// One side as it was written, and its value.
  struct Side: Sendable, Hashable {
    let text: String
    let value: String
  }
}
