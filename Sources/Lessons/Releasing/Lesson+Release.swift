extension Lesson {
  /// The digest of the released form: the same for a lesson and for its learners' copy.
  package var digest: String {
    rememberedDigest.value { "sha256:" + sha256(Array(releasedText.utf8)) }
  }

  /// The learners' copy, which released again gives the same text.
  ///
  /// - Throws: `ReleaseError` if a trace of a key survives; the error doesn't hold the key.
  package func released() throws(ReleaseError) -> String {
    if let trace = traces.first { throw trace }
    return releasedText
  }

  /// Where the learners' copy would still show a key in the same words, or none.
  package var traces: [ReleaseError] {
    let text = SearchedText(releasedLines, as: KeyTrace.written)
    let words = SearchedText(releasedLines, as: KeyTrace.said)
    let found = KeyTrace.all(in: self).compactMap { trace in
      trace.position(in: trace.isSaid ? words : text).map {
        ReleaseError(question: trace.question, part: trace.part, position: $0)
      }
    }
    return found.enumerated().filter { !found[..<$0.offset].contains($0.element) }.map(\.element)
  }

  private var releasedText: String { releasedLines.map { $0.text + "\n" }.joined() }
}
