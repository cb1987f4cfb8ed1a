import Glibc
import LineEditing
import TerminalText

/// A line that shows how far a long computation is, and is gone when it ends.
///
/// Nothing is shown before 0.3 s have passed; where no cursor can be moved, nothing at all.
enum ProgressLine {
  private struct State {
    var began = 0.0
    var shownAt = 0.0
    var isShown = false
    var canDraw = false
    var columns = 80
    var label = ""
    var wayOut = ""
  }

  /// Written by the thread that computes, which is the one that shows.
  nonisolated(unsafe) private static var state = State()

  /// `label` says what is computed, `wayOut` what stops it.
  static func begin(label: String = "", wayOut: String = "Ctrl-C stops") {
    let profile = Terminal.profile(of: STDOUT_FILENO)
    state = State(
      began: now,
      canDraw: profile.isTerminal && profile.movesCursor && !Terminal.figuresAsText,
      columns: profile.size.columns,
      label: label,
      wayOut: wayOut
    )
  }

  static func report(_ share: Double) {
    guard state.canDraw else { return }
    let time = now
    guard time - state.began > 0.3, time - state.shownAt > 0.1 else { return }
    state.shownAt = time
    state.isShown = true
    let elapsed = time - state.began
    let left = share > 0.02 ? elapsed / share - elapsed : nil
    let estimate =
      left.map { ", about \(NumberText.short($0.rounded(.up), digits: 2)) s left" } ?? ""
    let words = "] \(Int(share * 100)) %\(estimate)   \(state.wayOut)"
    // A line that is broken in two can't be drawn over.
    let room = state.columns - state.label.count - words.count - 2
    guard room >= 0 else { return draw("\r\u{1B}[K\(Int(share * 100)) %") }
    let width = min(30, room)
    let done = min(width, max(0, Int(share * Double(width))))
    let bar = String(repeating: "#", count: done) + String(repeating: ".", count: width - done)
    draw("\r\u{1B}[K\(state.label)[\(bar)\(words)")
  }

  static func end() {
    guard state.isShown else { return }
    draw("\r\u{1B}[K")
    state.isShown = false
  }

  private static func draw(_ text: String) {
    // A terminal that takes no more is noticed when the result is shown.
    try? Terminal.send(text, to: STDOUT_FILENO)
  }

  /// Seconds of a clock that only goes forward.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
