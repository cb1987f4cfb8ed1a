import LineEditing
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

  /// What stands before any input.
  mutating func begin() -> Player.Turn {
    let turn = player.begin()
    keeper.keep(output: turn.output)
    return turn
  }

  mutating func orientation() -> Player.Turn { player.orientation() }

  /// Acts on what somebody typed; what it shows is kept behind it.
  ///
  /// `echo` is called with the input's lines before anything else happens.
  mutating func act(
    on text: String,
    echo show: ([String]) throws -> Void = { _ in }
  ) throws
    -> Player.Turn
  {
    let prompt = player.prompt
    let input = RecordedInput(typed: text, at: prompt)
    let echo = input.echo(at: prompt)
    keeper.keep(input: echo)
    try show(echo)
    Interrupt.clear()
    ProgressLine.begin()
    let turn = player.act(on: input)
    ProgressLine.end()
    guard Interrupt.isRequested else {
      keeper.keep(output: turn.output)
      return turn
    }
    return cancelled()
  }

  /// The input before was stopped: the transcript says so, and a replay won't evaluate it either.
  private mutating func cancelled() -> Player.Turn {
    Interrupt.clear()
    keeper.keep(input: RecordedInput.cancellation.echo(at: player.prompt))
    let turn = player.act(on: .cancellation)
    keeper.keep(output: turn.output)
    return turn
  }
}
