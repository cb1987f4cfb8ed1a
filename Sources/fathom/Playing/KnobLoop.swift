import Glibc
import LineEditing
import Notebooks
import Sessions
import TerminalText

/// `:knob s`: arrow keys turn a parameter, and what of the step depends on it is drawn anew in its place.
@MainActor
struct KnobLoop {
  private let session: Session
  private var knobs: [KnobTurn]
  private var turning = Turning()
  private var page: TerminalPage
  /// What the knobs stood at before the first key.
  private let first: [String]
  /// Milliseconds without a key after which a line is said.
  private static let rest: Int32 = 500
  /// Rows that the last drawing took.
  private var rows = 0
  /// Whether a key has dropped the drawing that is due.
  private var isDue = false

  init(_ session: Session, _ knobs: [KnobTurn]) {
    self.session = session
    self.knobs = knobs
    first = knobs.map(\.statement)
    page = TerminalPage(session.settings)
  }

  /// Turns until Enter or Esc; the definitions to keep, none where it was given up.
  mutating func run(_ keys: borrowing KeyReader) throws -> [String] {
    let kept = try turned(keys)
    // What is kept is shown below as any input's; what is given up leaves nothing.
    if page.movesCursor { try clear() }
    return kept
  }

  private mutating func turned(_ keys: borrowing KeyReader) throws -> [String] {
    try draw(keys)
    // Where nothing is drawn over, a line comes when the keys have come to rest.
    var isResting = true
    while true {
      let key = keys.next(timeout: page.movesCursor || isResting ? nil : Self.rest)
      isResting = key == .timeout
      switch key {
      case .right: turn(0, by: 1)
      case .left: turn(0, by: -1)
      case .shiftRight: turn(0, by: 10)
      case .shiftLeft: turn(0, by: -10)
      case .up: turn(knobs.count - 1, by: 1)
      case .down: turn(knobs.count - 1, by: -1)
      case .shiftUp, .pageUp: turn(knobs.count - 1, by: 10)
      case .shiftDown, .pageDown: turn(knobs.count - 1, by: -10)
      case .enter: return zip(knobs, first).compactMap { $0.statement == $1 ? nil : $0.statement }
      case .escape, .interrupt, .endOfInput, .failed, .terminated, .character("q"): return []
      case .resized:
        // Where the old drawing stands nobody knows.
        page = TerminalPage(session.settings)
        rows = 0
      case .resumed: rows = 0
      case .timeout: break
      case .character, .home, .end, .tab, .backTab, .backspace, .delete, .control, .unknown:
        // It turns nothing, but it may have dropped a drawing.
        guard isDue else { continue }
      }
      if page.movesCursor || isResting { try draw(keys) }
    }
  }

  private mutating func turn(_ index: Int, by steps: Int) { knobs[index].turn(by: steps) }

  private mutating func draw(_ keys: borrowing KeyReader) throws {
    let waits = keys.waits
    isDue = true
    // A held key comes faster than anybody looks.
    guard !waits() else { return }
    ProgressLine.begin(label: "\(settings)   ", wayOut: "any key drops it")
    let preview = session.preview(
      knobs,
      turning: &turning,
      isCancelled: { waits() || Interrupt.isRequested },
      progress: { ProgressLine.report($0) }
    )
    ProgressLine.end()
    guard let preview else { return }
    isDue = false
    var text = page.rendered(preview)
    text.append(page.layout.wrapped(StyledText(settings, .strong) + StyledText(keyHelp, .faint)))
    text.append("\n")
    if page.movesCursor { try clear() }
    rows = text.lines.count - 1
    try page.send(text)
  }

  private var settings: String { knobs.map(\.statement).joined(separator: "   ") }

  /// What the keys do, the arrows by their parameters where there are two.
  private var keyHelp: String {
    let names = knobs.map { neutralised($0.name) }
    let arrows =
      names.count == 2 ? "left, right turn \(names[0]), up, down \(names[1])" : "arrows turn"
    return "   \(arrows), shift ten steps, Enter keeps, Esc gives up"
  }

  private func clear() throws {
    if rows > 0 { try Terminal.send("\u{1B}[\(rows)A\r\u{1B}[J", to: STDOUT_FILENO) }
  }
}
