/// A transcript that cannot be replayed.
package enum ReplayError: Error, Sendable, Hashable {
  case otherLesson(String, found: String)
}
