import Lessons
import Sessions
import TestSupport
import Transcripts

/// Somebody who types lines, without looking at what comes of them.
package struct Recorder {
  private var session: Session

  package init(_ lesson: Lesson, learner: String? = "Ada") {
    session = Session(lesson, learner: Learner(name: learner))
    session.replayBeginning()
  }

  package var prompt: Prompt { session.prompt }
  package var isAtNotebook: Bool { session.prompt == .notebook }

  /// The lines of the file that an input would make.
  package func echo(_ line: String) -> [String] {
    RecordedInput(typed: session.recorded(line), at: session.prompt).echo(at: session.prompt)
  }

  package mutating func type(_ line: String) {
    session.replay(RecordedInput(typed: session.recorded(line), at: session.prompt).input)
  }
}

/// A whole file as a session with these lines would have written it.
package func recorded(
  _ lines: [String],
  on lesson: Lesson,
  learner: String? = "Ada",
  columns: Int = 80
) -> String {
  let settings = Settings(columns: columns)
  return recorded(
    lines,
    TranscriptHeader(lesson, learner: learner, settings: settings),
    Player(lesson, learner: learner, settings: settings)
  )
}

/// The same for a notebook of one's own.
package func recorded(
  _ lines: [String],
  inNotebook name: String,
  learner: String? = "Ada"
) -> String {
  recorded(
    lines,
    TranscriptHeader(notebook: name, learner: learner),
    Player(notebook: name, learner: learner)
  )
}

private func recorded(_ lines: [String], _ header: TranscriptHeader, _ begun: Player) -> String {
  var player = begun
  var text = header.lines + [""] + player.begin().output
  for line in lines {
    let prompt = player.prompt
    let input = RecordedInput(typed: player.session.recorded(line), at: prompt)
    text += input.echo(at: prompt) + player.act(on: input).output
  }
  return text.map { $0 + "\n" }.joined()
}
