import Lessons

/// Reads bytes as a lesson: the Markdown, the TOML in it through its shim, the released copy.
func readLesson(_ bytes: UnsafeBufferPointer<UInt8>) {
  let input = [UInt8](bytes)
  let (lesson, diagnostics) = Lesson.parse(input, path: "fuzzed.lesson.md")
  precondition(lesson != nil || diagnostics.contains { $0.severity == .error })
  for diagnostic in diagnostics {
    precondition(diagnostic.text.unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }
  guard let lesson, let copy = try? lesson.released() else { return }
  // A copy reads again, is the copy of itself, and has the lesson's digest.
  let again = Lesson.parse(Array(copy.utf8), path: "copy.lesson.md").lesson
  precondition(again?.digest == lesson.digest)
  precondition((try? again?.released()) == copy)
}
