import Glibc
import Lessons
import LineEditing
import Notebooks
import Sessions
import TerminalText
import Transcripts

/// Presents a lesson: keys in, pieces on the stage, inputs to the session as they are needed.
@MainActor
struct Presenter {
  private var kept: KeptPlayer
  private var presentation = Presentation()
  private let editor: LineEditor
  private var showsNotes = false

  init(_ kept: KeptPlayer, _ editor: LineEditor) {
    self.kept = kept
    self.editor = editor
  }

  private enum Leaving {
    case quit
    case tryOut
    case terminated(signal: Int32)
  }

  private static let keys =
    "space: next   b: back   g: go to   t: try   n: notes   q: leave"

  /// Presents until the presenter leaves; returns a signal that ended it.
  mutating func run() throws -> Int32? {
    defer { kept.keeper.finish() }
    presentation.take(kept.begin().effects)
    _ = presentation.reveal()
    while true {
      let leaving = try editor.withKeys { keys in try onStage(keys) }
      switch leaving {
      case .quit:
        try Stage().clear()
        return nil
      case .terminated(let signal): return signal
      case .tryOut: if let signal = try tryOut() { return signal }
      }
    }
  }

  // MARK: - On the stage

  private mutating func onStage(_ keys: borrowing KeyReader) throws -> Leaving {
    try draw()
    while true {
      switch keys.next() {
      case .character(" "), .enter, .right, .down, .pageDown: try advance(keys)
      case .character("b"), .left, .up, .pageUp: try jump(":back")
      case .character("g"): try go(keys)
      case .character("t"): return .tryOut
      case .character("n"):
        showsNotes.toggle()
        try draw()
      case .character("q"), .endOfInput, .failed: return .quit
      case .terminated(let signal): return .terminated(signal: signal)
      case .resized, .resumed, .interrupt: try draw()
      case .character, .home, .end, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .escape, .tab,
        .backTab, .backspace, .delete, .control, .unknown, .timeout:
        continue
      }
    }
  }

  private func draw(_ keys: String = Presenter.keys) throws {
    let notes = showsNotes ? notesText : StyledText()
    try Stage().draw(
      title: presentation.title,
      pieces: presentation.stage,
      notes: notes,
      keys: keys
    )
  }

  private var notesText: StyledText {
    let notes = kept.session.speakerNotes
    guard !notes.isEmpty else { return StyledText("No notes for this step.") }
    return StyledText(lines: notes.map { StyledText($0.plain) })
  }

  /// Reveals the next piece, typing it out where it is a cell.
  private mutating func advance(_ keys: borrowing KeyReader) throws {
    var piece = presentation.reveal()
    while piece == nil {
      guard let input = presentation.nextInput(kept.session) else {
        try draw("This is the end.   b: back   g: go to   q: leave")
        return
      }
      presentation.take(try kept.act(on: input).effects)
      piece = presentation.reveal()
    }
    if let piece {
      try Stage().type(
        piece,
        after: presentation.stage.dropLast(),
        title: presentation.title,
        keys
      )
    }
    try draw()
  }

  /// Goes to another step by a command of the session.
  private mutating func jump(_ command: String) throws {
    presentation.drop()
    presentation.take(try kept.act(on: command).effects)
    _ = presentation.reveal()
    try draw()
  }

  /// Reads the number of a step; Enter goes there, anything else stays.
  private mutating func go(_ keys: borrowing KeyReader) throws {
    var number = ""
    while true {
      try draw("go to step \(number)_   Enter goes, Esc stays")
      switch keys.next() {
      case .character(let digit) where digit.isWholeNumber: number.append(digit)
      case .backspace: number = String(number.dropLast())
      case .enter where !number.isEmpty: return try jump(":go \(number)")
      default: return try draw()
      }
    }
  }

  // MARK: - Trying something

  /// The live prompt: what somebody asks is tried; an empty line comes back to where it was.
  ///
  /// Returns a signal that ended it. The lesson's own definitions are brought back.
  private mutating func tryOut() throws -> Int32? {
    let page = TerminalPage(kept.session.settings)
    try page.send(
      StyledText("\nTry what you like. An empty line returns to the lesson.\n", .faint)
    )
    while true {
      switch editor.readLine(prompt: page.prompt("fathom>")) {
      case .line(let line) where line.isEmpty || line == ":next": return try restore()
      case .line(let line):
        try page.send(StyledText("\n"))
        try page.show(try kept.act(on: asTrial(line)).effects)
      case .interrupted: continue
      case .endOfInput, .failed: return try restore()
      case .terminated(let signal): return signal
      }
    }
  }

  /// At a question's prompt a line would be an answer; here nobody answers.
  private func asTrial(_ line: String) -> String {
    switch kept.session.prompt {
    case .notebook: line
    case .answer: line.hasPrefix(":") || line.hasPrefix("?") ? line : "? " + line
    }
  }

  private mutating func restore() throws -> Int32? {
    _ = try kept.act(on: ":reset")
    return nil
  }
}
