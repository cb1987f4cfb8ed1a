extension Lesson {
  /// The digest of the released form: the same for a lesson and for its learners' copy.
  ///
  /// The seed of a class and the name of a learner are no part of it.
  package var digest: String {
    rememberedDigest.value {
      sha256(of: releasedLines.filter { $0.part != .classSeed && $0.part != .learner })
    }
  }

  private func sha256(of lines: [ReleasedLine]) -> String {
    "sha256:" + Lessons.sha256(Array(Self.text(of: lines).utf8))
  }

  /// The learners' copy, which released again gives the same text.
  ///
  /// The seed of a class and whose copy it is are written into it, or stay what they are.
  ///
  /// - Throws: `ReleaseError` if a trace of a key survives; the error doesn't hold the key.
  package func released(
    classSeed: ClassSeed? = nil,
    learner: LearnerName? = nil
  ) throws(ReleaseError) -> String {
    if let trace = traces.first { throw trace }
    return copy(classSeed: classSeed, learner: learner)
  }

  /// A copy for each of these learners.
  /// - Throws: `ReleaseError` if a trace of a key survives; the error doesn't hold the key.
  package func released(
    classSeed: ClassSeed?,
    learners: [LearnerName]
  ) throws(ReleaseError) -> [String] {
    if let trace = traces.first { throw trace }
    return learners.map { copy(classSeed: classSeed, learner: $0) }
  }

  private func copy(classSeed: ClassSeed?, learner: LearnerName?) -> String {
    var lines = releasedLines
    func set(_ part: ReleasedLine.Part, _ name: String, _ value: String?) {
      guard let value else { return }
      lines.removeAll { $0.part == part }
      guard let place = lines.firstIndex(where: { $0.text == "released = true" }) else { return }
      let number = lines[place].sourceLine
      lines.insert(TOMLWriter.copyLine(part, name, value, sourceLine: number), at: place)
    }
    set(.classSeed, "class", classSeed?.text)
    set(.learner, "learner", learner?.text)
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
