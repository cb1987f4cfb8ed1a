extension Lesson {
  /// The digest of the released form: the same for a lesson and for its learners' copy.
  package var digest: String { "sha256:" + sha256(Array(releasedText.utf8)) }

  /// The learners' copy, which released again gives the same text.
  ///
  /// - Throws: `ReleaseError` if a trace of a key survives; the error doesn't hold the key.
  package func released() throws(ReleaseError) -> String {
    let text = SearchedText(releasedLines)
    for trace in KeyTrace.all(in: self) {
      if let line = trace.line(in: text) {
        throw ReleaseError(question: trace.question, part: trace.part, line: line)
      }
    }
    return releasedText
  }

  private var releasedText: String { releasedLines.map { $0.text + "\n" }.joined() }
}
