import Lessons
import Sessions
import Transcripts

extension Document {
  /// The page of a session: its inputs played again on a lesson, without one in a notebook.
  ///
  /// Without keys it is played on the learners' copy, where no answer is told whether it is right.
  package init(_ transcript: Transcript, on lesson: Lesson?, withKeys: Bool) throws(KeysShow) {
    let lesson: Lesson? = if let lesson { try lesson.copy(withKeys: withKeys) } else { nil }
    var session = transcript.session(lesson)
    var gathering = Gathering(isSession: true, withKeys: withKeys)
    gathering.take(session.begin(), session)
    var following = Following(transcript, lesson: lesson)
    while let next = following.next(session) {
      gathering.take(typed: next.input.lines, at: session.prompt)
      if next.cancellation == .definitions {
        session.replay(next.input.input)
      } else {
        gathering.take(
          session.handle(next.input.input, limit: next.cancellation.limit),
          session
        )
      }
    }
    following.finish(session)
    if withKeys, lesson != nil {
      gathering.begin("marks", "Marks")
      gathering.take(session.handle(.line(":score")), session)
    }
    name = session.name
    title = lesson?.header.title.value ?? session.name
    language = lesson?.header.lang ?? "en"
    let whose = transcript.header.learner.map { ["by \($0)"] } ?? []
    facts = [lesson == nil ? "a notebook" : "a session"] + whose
    (summary, objectives, takeaways) = (nil, [], [])
    sections = gathering.sections.filter { !$0.pieces.isEmpty }
    command = lesson == nil ? "fathom notebook \(session.name)" : "fathom play \(session.name)"
    origin =
      lesson.map { "a session of the lesson \(session.name), version \($0.header.version.value)" }
      ?? "the notebook \(session.name)"
    remarks = following.changes.sentences(transcript.line(ofExchange:))
  }
}
