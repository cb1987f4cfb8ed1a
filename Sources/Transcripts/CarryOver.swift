import Lessons
import Sessions

/// Taking a session along to a newer version of its lesson.
package enum CarryOver {
  /// What the newer version no longer has of what the session may speak of: ids of steps and questions.
  ///
  /// Without the older lesson only the questions that the transcript answers are known.
  package static func missing(
    _ transcript: Transcript,
    from old: Lesson?,
    to new: Lesson
  ) -> [String] {
    let kept = Set(new.steps.map(\.id.value) + new.questions.map(\.id.value))
    let answered = transcript.exchanges.compactMap { exchange -> String? in
      switch exchange.prompt {
      case .answer(let id): id
      case .notebook: nil
      }
    }
    let spoken = old.map { $0.steps.map(\.id.value) + $0.questions.map(\.id.value) } ?? answered
    var seen: Set<String> = []
    return spoken.filter { !kept.contains($0) && seen.insert($0).inserted }
  }

  /// The transcript as it would be on the newer version: its inputs with the outputs of now.
  package static func text(_ transcript: Transcript, on lesson: Lesson) -> String {
    let replay = Replay(transcript, lesson: lesson)
    var header = TranscriptHeader(
      lesson,
      learner: transcript.header.learner,
      settings: transcript.header.settings,
      isTalk: transcript.header.isTalk,
      awaited: replay.session.keptOpen.sorted()
    )
    header.classSeed = transcript.header.classSeed ?? header.classSeed
    return replay.text(header)
  }
}
