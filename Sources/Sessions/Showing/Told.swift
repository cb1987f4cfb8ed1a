/// What was told of the last answer to the question at the prompt: it decides over the footer alone.
///
/// No transition reads it; a session that is taken up from its transcript has none.
package enum Told: Sendable, Hashable {
  case right
  /// Not right yet; so many further answers count, any number where it is nil.
  case notYet(left: Int?)
  /// The last answer that counts is given.
  case over
  /// Kept, and marked elsewhere or later.
  case kept
}
