import Glibc
import LineEditing

/// The bottom row of a stage while something is computed: a key that was pressed is seen to have done something.
///
/// Nothing is shown of what is quick; what comes then is drawn over it.
enum WorkingRow {
  private struct State {
    var began: ContinuousClock.Instant?
    var rows = 0
  }

  /// Written by the thread that computes, which is the one that shows.
  nonisolated(unsafe) private static var state = State()

  /// So soon nobody has wondered yet.
  private static let patience = Duration.milliseconds(8)

  /// A computation may begin now.
  static func begin() {
    let profile = Terminal.profile(of: STDOUT_FILENO)
    guard profile.movesCursor else { return state = State() }
    state = State(began: ContinuousClock.now, rows: profile.size.rows)
  }

  /// It is under way.
  static func report() {
    guard let began = state.began, ContinuousClock.now - began > Self.patience else { return }
    state.began = nil
    // A terminal that takes no more is noticed when the result is shown.
    try? Terminal.send(
      "\u{1B}[\(state.rows);1Hcomputing ...   Ctrl-C stops\u{1B}[K",
      to: STDOUT_FILENO
    )
  }
}
