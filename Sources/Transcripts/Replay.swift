import Lessons
import Sessions

/// A transcript's inputs played again.
package struct Replay: Sendable {
  /// Everything below the header, as it is shown now; empty where the text is not kept.
  package private(set) var body: [String] = []
  /// How what is shown now differs from what the file has.
  private(set) var differences: LineDifferences
  /// Whether the lines that are shown are kept, which takes more memory than the session itself.
  private let keepsText: Bool
  /// What had to be done to the inputs, where the lesson is another text than theirs.
  package private(set) var changes = Following.Changes()
  /// The prompt at which each input was read.
  package private(set) var prompts: [Prompt] = []
  /// Lines that don't fit a page whose width was forced.
  private(set) var overlong: [String] = []
  /// The session behind the last input.
  package private(set) var session: Session

  /// Plays the inputs on a lesson, without one in a notebook; `columns` is another width than the
  /// transcript's, held whatever it sets.
  ///
  /// Where nobody looks nothing is evaluated, and the body has no outputs. Where the text is not kept, each line is
  /// compared with the file's as it comes, and forgotten.
  package init(
    _ transcript: Transcript,
    lesson: Lesson?,
    columns: Int? = nil,
    looks: Bool = true,
    keepsText: Bool = true
  ) {
    self.keepsText = keepsText
    differences = LineDifferences(from: transcript.body)
    var player = Player(transcript.session(lesson), Page(forcedColumns: columns), looks: looks)
    session = player.session
    take(player.begin())
    var following = Following(transcript, lesson: lesson)
    while let next = following.next(player.session) {
      prompts.append(player.prompt)
      show(next.input.echo(at: player.prompt))
      take(player.act(on: next.input, leaving: next.cancellation))
    }
    following.finish(player.session)
    differences.end()
    changes = following.changes
    session = player.session
  }

  private mutating func take(_ turn: Player.Turn) {
    show(turn.output)
    overlong += turn.overlong
  }

  private mutating func show(_ lines: [String]) {
    for line in lines { differences.take(line) }
    if keepsText { body += lines }
  }

  /// What each question is worth at the end.
  var verdicts: [Verdict?] { session.questions.map { session.verdict($0) } }

  /// The file with the outputs of now.
  package func text(_ header: TranscriptHeader) -> String {
    (header.lines + [""] + body).map { $0 + "\n" }.joined()
  }
}
