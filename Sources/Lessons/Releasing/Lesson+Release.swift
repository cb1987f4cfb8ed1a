extension Lesson {
  /// The digest of the released form: the same for a lesson and for its learners' copy.
  ///
  /// A class seed is no part of it.
  package var digest: String {
    rememberedDigest.value {
      sha256(of: releasedLines.filter { $0.part != .classSeed })
    }
  }

  private func sha256(of lines: [ReleasedLine]) -> String {
    "sha256:" + Lessons.sha256(Array(Self.text(of: lines).utf8))
  }

  /// The learners' copy, which released again gives the same text; with the seed of a class, or the one that it has.
  ///
  /// - Throws: `ReleaseError` if a trace of a key survives; the error doesn't hold the key.
  package func released(classSeed: ClassSeed? = nil) throws(ReleaseError) -> String {
    if let trace = traces.first { throw trace }
    guard let classSeed else { return Self.text(of: releasedLines) }
    var lines = releasedLines.filter { $0.part != .classSeed }
    if let place = lines.firstIndex(where: { $0.text == "released = true" }) {
      let number = lines[place].sourceLine
      let line = ReleasedLine(text: "class = \"\(classSeed.text)\"", sourceLine: number)
      lines.insert(line, at: place)
    }
    return Self.text(of: lines)
  }

  /// The lesson as who has a copy without hints plays it: another text, with a digest of its own.
  package var withoutHints: Lesson {
    Lesson(
      path: path,
      header: header,
      opening: opening,
      steps: steps.map { step in
        Step(
          id: step.id,
          title: step.title,
          blocks: step.blocks.map { block in
            if case .question(let question) = block {
              .question(question.withoutHints)
            } else {
              block
            }
          }
        )
      },
      source: source,
      releasedLines: releasedLines.filter { $0.part != .hint }
    )
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

  private static func text(of lines: [ReleasedLine]) -> String {
    lines.map { $0.text + "\n" }.joined()
  }
}
