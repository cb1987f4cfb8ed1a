import ArgumentParser
import Grading

/// What keeps a class from being marked or written as it was asked.
enum GradeFault: Error {
  /// A table that somebody made cannot be used.
  case table(String, TableError)
  case occupied(String)
  case severalFiles(Int)

  /// The same as an error of usage.
  var usage: ValidationError { ValidationError(description) }
}
