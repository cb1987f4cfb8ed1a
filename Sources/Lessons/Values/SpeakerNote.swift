/// What only the instructor sees.
package struct SpeakerNote: Sendable, Hashable {
  /// What it says.
  package let prose: Prose
  /// Where the comment begins.
  package let position: Position
}
