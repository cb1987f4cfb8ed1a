/// Chosen steps of several lessons, in the order in which a class sees them.
package struct Talk: Sendable, Hashable {
  /// What it says of itself, in the words of a lesson's header.
  package let header: Header
  /// Its steps, at least one.
  package let pieces: [TalkPiece]
  /// The table that the header was read from, for the lesson that the talk becomes.
  let table: TOMLTable
}
