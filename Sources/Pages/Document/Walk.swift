import Lessons
import Sessions
import Transcripts

/// The way through a lesson or a session: what was typed, and what it has shown.
enum Walk {
  /// One thing after another; the session is as it was left by it.
  enum Turn {
    case typed([String], at: Prompt)
    case shown([Effect])
  }

  /// Goes through a lesson as somebody who answers nothing, up to its end.
  static func lesson(_ lesson: Lesson, _ visit: (Turn, Session) -> Void) {
    var session = Session(lesson)
    visit(.shown(session.begin()), session)
    while session.place != .after {
      // Whoever goes on leaves a question behind.
      let line = session.prompt == .notebook ? "" : ":next"
      visit(.shown(session.handle(.line(line))), session)
    }
  }

  /// Plays the inputs of a transcript again, on a lesson or, without one, in a notebook.
  /// - Returns: the session behind the last input, and what had to be done to the inputs.
  static func session(
    _ transcript: Transcript,
    on lesson: Lesson?,
    _ visit: (Turn, Session) -> Void
  ) -> (session: Session, changes: Following.Changes) {
    var session = transcript.session(lesson)
    visit(.shown(session.begin()), session)
    var following = Following(transcript, lesson: lesson)
    while let next = following.next(session) {
      visit(.typed(next.input.lines, at: session.prompt), session)
      if next.cancellation == .definitions {
        session.replay(next.input.input)
      } else {
        visit(
          .shown(session.handle(next.input.input, limit: next.cancellation.limit)),
          session
        )
      }
    }
    following.finish(session)
    return (session, following.changes)
  }
}
