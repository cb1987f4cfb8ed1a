import Lessons
import Sessions
import Transcripts

/// Reads bytes as a transcript, and takes up the session where it ends.
func readTranscript(_ bytes: UnsafeBufferPointer<UInt8>) {
  let input = [UInt8](bytes)
  let (transcript, faults) = TranscriptParser.parse(input, path: "fuzzed.transcript")
  for fault in faults {
    precondition(fault.text.unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }
  guard let transcript, let lesson else { return }
  let resumption = Resumption(transcript, lesson: lesson, byteCount: input.count)
  precondition(resumption.keptBytes <= input.count)
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
