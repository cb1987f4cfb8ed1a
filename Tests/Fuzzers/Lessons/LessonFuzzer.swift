import Lessons

/// Reads bytes as a lesson: the Markdown, the TOML in it through its shim, the released copy.
private func readLesson(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  let (lesson, diagnostics) = Lesson.parse(input, path: "fuzzed.lesson.md")
  precondition(lesson != nil || diagnostics.contains { $0.severity == .error })
  for diagnostic in diagnostics {
    precondition(diagnostic.text.unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }
  guard let lesson, let copy = try? lesson.released() else { return 0 }
  // A copy reads again, is the copy of itself, and has the lesson's digest.
  let again = Lesson.parse(Array(copy.utf8), path: "copy.lesson.md").lesson
  precondition(again?.digest == lesson.digest)
  precondition((try? again?.released()) == copy)
  return 0
}

// The package manager looks for a program's start under this name; libFuzzer's driver does the rest.
@_cdecl("LessonFuzzer_main")
func start(_ count: CInt, _ arguments: Arguments) -> CInt {
  var count = count
  var arguments = arguments
  return runFuzzer(&count, &arguments) { bytes, size in readLesson(bytes, size) }
}

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<Arguments>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
