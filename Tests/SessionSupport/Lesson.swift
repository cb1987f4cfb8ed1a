import Lessons
import TestSupport

/// A lesson that a test needs and that cannot be read.
package struct Unsound: Error, CustomStringConvertible {
  package let description: String
}

/// A lesson without a mistake, or an error that says what is wrong with it.
package func lesson(_ text: String) throws -> Lesson {
  let (lesson, diagnostics) = Lesson.parse(text, path: "growth.lesson.md")
  guard let lesson else {
    throw Unsound(description: diagnostics.map(\.text).joined(separator: "\n"))
  }
  return lesson
}

extension Growth {
  package static func lesson() throws -> Lesson { try SessionSupport.lesson(text()) }
}
