import Lessons
import Sessions

/// A transcript that is played again one input at a time, for somebody who watches and may take it from there.
package struct Rerun: Sendable {
  private let transcript: Transcript
  private let lesson: Lesson
  private var player: Player
  private var following: Following
  /// What was read so far, as the file of who goes on begins.
  private var echoes: [String] = []
  private var waiting: Following.Next?

  /// Nothing has been read yet; a long computation ends where `isCancelled` says so.
  package init(
    _ transcript: Transcript,
    on lesson: Lesson,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    (self.transcript, self.lesson) = (transcript, lesson)
    player = Player(transcript.session(lesson), Page())
    player.isCancelled = isCancelled
    following = Following(transcript, lesson: lesson)
  }

  /// The session as it is now.
  package var session: Session { player.session }

  /// What stands before any input.
  package mutating func begin() -> [Effect] { player.begin().effects }

  /// The lines of the next input and the prompt at which they are typed; nil at the end.
  package mutating func next() -> (prompt: Prompt, lines: [String])? {
    waiting = following.next(player.session)
    return waiting.map { (player.prompt, $0.input.lines) }
  }

  /// Acts on the input that came last.
  package mutating func act() -> [Effect] {
    guard let next = waiting else { return [] }
    waiting = nil
    echoes += next.input.echo(at: player.prompt)
    return player.act(on: next.input, leaving: next.cancellation).effects
  }

  /// A transcript of the same inputs as far as they were acted on, by somebody else.
  package func begun(by learner: String?) -> String {
    var header = TranscriptHeader(
      lesson,
      learner: learner,
      settings: transcript.header.settings,
      isTalk: transcript.header.isTalk,
      awaited: session.keptOpen.sorted()
    )
    header.classSeed = transcript.header.classSeed
    let inputs = (header.lines + [""] + echoes).map { $0 + "\n" }.joined()
    let (parsed, _) = TranscriptParser.parse(Array(inputs.utf8), path: transcript.path)
    guard let parsed else { return inputs }
    return Replay(parsed, lesson: lesson).text(header)
  }
}
