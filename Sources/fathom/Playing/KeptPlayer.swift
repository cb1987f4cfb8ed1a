import LineEditing
import Notebooks
import Plotting
import Sessions
import Transcripts

/// A player whose inputs are kept before it acts on them, and whose long computations can be stopped.
struct KeptPlayer {
  private(set) var player: Player
  var keeper: Keeper

  init(_ player: Player, keeper: Keeper, showsProgress: Bool) {
    self.player = player
    self.keeper = keeper
    self.player.isCancelled = { Interrupt.isRequested }
    if showsProgress { self.player.progress = { ProgressLine.report($0) } }
  }

  var session: Session { player.session }

  /// Has a long computation tell somebody else how far it is.
  mutating func tellProgress(_ report: @escaping @Sendable (Double) -> Void) {
    player.progress = report
  }

  /// What stands before any input.
  mutating func begin() -> Player.Turn {
    let turn = player.begin()
    keeper.keep(output: turn.output)
    return turn
  }

  /// Writes what a crash kept from being written.
  mutating func takeUp(_ resumption: Resumption) {
    if resumption.wasInterrupted { keeper.keep(output: resumption.missing) }
  }

  /// Where the session is; what a question's words ask for can be stopped.
  mutating func orientation() -> Player.Turn {
    defer { Interrupt.clear() }
    return stoppable { $0.orientation() }
  }

  private func input(_ text: String) -> RecordedInput {
    RecordedInput(typed: player.session.recorded(text), at: player.prompt)
  }

  /// The lines of the transcript that an input will make.
  func echo(of text: String) -> [String] { input(text).echo(at: player.prompt) }

  /// Acts on what somebody typed; what it shows is kept behind it.
  ///
  /// `echo` is called with the input's lines before anything else happens.
  mutating func act(
    on text: String,
    echo show: ([String]) throws -> Void = { _ in }
  ) throws
    -> Player.Turn
  {
    let input = input(text)
    let echo = input.echo(at: player.prompt)
    keeper.keep(input: echo)
    try show(echo)
    let turn = stoppable { $0.act(on: input) }
    if let count = turn.stoppedAfter {
      keeper.keep(output: turn.output)
      return turn + cancelled(.statements(count))
    }
    guard Interrupt.isRequested else {
      keeper.keep(output: turn.output)
      return turn
    }
    return cancelled(.definitions)
  }

  /// The figure that was shown last, worked out anew; nil where there is none.
  mutating func lastFigure() throws(Failure) -> Figure? {
    let result = stoppable { player -> Result<Figure?, Failure> in
      do throws(Failure) { return .success(try player.lastFigure()) } catch {
        return .failure(error)
      }
    }
    Interrupt.clear()
    return try result.get()
  }

  /// Has the player do something that Ctrl-C stops and whose progress is shown.
  private mutating func stoppable<Result>(_ body: (inout Player) -> Result) -> Result {
    Interrupt.clear()
    ProgressLine.begin()
    defer { ProgressLine.end() }
    return body(&player)
  }

  /// The input before was stopped: the transcript says so, and how much of it a replay will run.
  private mutating func cancelled(_ cancellation: RecordedInput.Cancellation) -> Player.Turn {
    Interrupt.clear()
    let input = RecordedInput(cancellation)
    keeper.keep(input: input.echo(at: player.prompt))
    let turn = player.act(on: input)
    keeper.keep(output: turn.output)
    return turn
  }
}
