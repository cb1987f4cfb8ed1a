/// A transcript that cannot be replayed.
package enum ReplayError: Error, Sendable, Hashable {
  case otherLesson(String, found: String)
  /// It is a notebook of one's own, of this name, and no lesson's.
  case isNotebook(String)
  /// It is a lesson's, and no notebook of one's own.
  case isOfLesson(String)
}
