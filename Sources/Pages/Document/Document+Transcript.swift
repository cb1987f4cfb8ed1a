import Lessons
import Sessions
import Transcripts

extension Document {
  /// The page of a session: its inputs played again on a lesson, without one in a notebook.
  ///
  /// Without keys it is played on the learners' copy, where no answer is told whether it is right.
  package init(_ transcript: Transcript, on lesson: Lesson?, withKeys: Bool) throws(KeysShow) {
    let lesson: Lesson? = if let lesson { try lesson.copy(withKeys: withKeys) } else { nil }
    var gathering = Gathering(isSession: true, withKeys: withKeys)
    var (session, changes) = Walk.session(transcript, on: lesson) { gathering.take($0, $1) }
    if withKeys, lesson != nil {
      gathering.begin("marks", "Marks")
      gathering.take(.shown(session.handle(.line(":score"))), session)
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
    remarks = changes.sentences(transcript.line(ofExchange:))
  }
}
