import Lessons
import Sessions
import Transcripts

/// Reads bytes as a transcript, and takes up the session where it ends.
private func readTranscript(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  let (transcript, faults) = TranscriptParser.parse(input, path: "fuzzed.transcript")
  for fault in faults {
    precondition(fault.text.unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }
  guard let transcript, let lesson else { return 0 }
  let resumption = Resumption(transcript, lesson: lesson, byteCount: input.count)
  precondition(resumption.keptBytes <= input.count)
  return 0
}

private let lesson: Lesson? = {
  let text = """
    ```toml lesson
    format = 1
    id = "growth"
    title = "Growth"
    version = "1.0.0"
    summary = "Short."
    objectives = ["One."]
    takeaways = ["One."]
    requires = []
    minutes = 5
    lang = "en"
    ```

    # Growth

    ## Factors

    ```fathom
    s = 1.5
    s^2
    ```

    ## More

    ```fathom
    s^3
    ```
    """
  return Lesson.parse(text, path: "growth.lesson.md").lesson
}()

// The package manager looks for a program's start under this name; libFuzzer's driver does the rest.
@_cdecl("TranscriptFuzzer_main")
func start(_ count: CInt, _ arguments: Arguments) -> CInt {
  var count = count
  var arguments = arguments
  return runFuzzer(&count, &arguments) { bytes, size in readTranscript(bytes, size) }
}

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<Arguments>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
