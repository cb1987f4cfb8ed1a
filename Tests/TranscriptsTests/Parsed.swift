import Testing
import Transcripts

func parsed(_ text: String) throws -> Transcript {
  try #require(TranscriptParser.parse(Array(text.utf8), path: "t.transcript").transcript)
}
