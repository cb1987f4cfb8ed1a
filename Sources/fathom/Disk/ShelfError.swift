import Lessons

/// A lesson that isn't there or cannot be read.
enum ShelfError: Error {
  case noLessons([String])
  case unknown(String, known: [String], meant: String?)
  /// A file of that name holds a lesson with another id.
  case otherID(String, path: String, id: String)
  case faulty([Diagnostic])
}
