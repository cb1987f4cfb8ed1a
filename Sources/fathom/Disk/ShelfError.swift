import Lessons

/// A lesson that isn't there or cannot be read.
enum ShelfError: Error {
  case noLessons([String])
  case unknown(String, known: String)
  case faulty([Diagnostic])
}
