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
  private var presentation: Presentation
  private let editor: LineEditor
  private let lesson: Lesson
  private var stage = Stage()
  private let clock = Clock()
  private let notes: NotesServer?
  private let recording: Recording?
  /// What is said before anything else, until a key.
  private var news: ShellSentence?
  /// The step that the recording has a chapter for.
  private var marked: Int?
  private var showsNotes = false
  /// How many rows of a long page are scrolled up.
  private var scrolled = 0
  private var reader: LineReader

  init(
    _ talk: OpenedTalk,
    _ editor: LineEditor,
    _ shelf: LessonShelf,
    notes: NotesServer?,
    _ recording: Recording?
  ) {
    (kept, presentation, lesson) = (talk.kept, talk.presentation, talk.lesson)
    (self.editor, self.notes, self.recording) = (editor, notes, recording)
    news = talk.news
    kept.tellProgress { _ in WorkingRow.report() }
    reader = LineReader(EditedLines(editor, OfferedLessons(shelf)))
  }

  private enum Leaving {
    case quit
    case tryOut(String?)
    case terminated(signal: Int32)
  }

  private static let keys = "space next  b back  ? keys  q leave"
  private static let allKeys = """
    space, Enter, right, down   the next piece        b, left, up    take one back
    PageUp, PageDown            scroll a long page    o              outline: go to a step
    '                           back from a jump      . or B         blank, until a key
    t                           try something         e              edit the cell shown last
    v                           count hands           k              the key, and what wrong answers mean
    n                           notes                 q              leave; it goes on here next time
    """

  /// Presents until the presenter leaves; returns a signal that ended it.
  mutating func run() throws -> Int32? {
    defer { kept.keeper.finish() }
    while true {
      let leaving = try editor.withKeys { keys in try onStage(keys) }
      switch leaving {
      case .quit:
        try stage.clear()
        return nil
      case .terminated(let signal): return signal
      case .tryOut(let prefill): if let signal = try tryOut(prefill) { return signal }
      }
    }
  }

  /// Where the transcript of the talk is; nil where it is not kept.
  var path: String? { kept.keeper.path }

  // MARK: - On the stage

  private mutating func onStage(_ keys: borrowing KeyReader) throws -> Leaving {
    try draw(news?.words)
    while true {
      switch keys.next(timeout: Self.tick) {
      case .timeout where news != nil: continue
      case .timeout:
        try stage.show(status: status(Self.keys))
        notes?.show(notesPage)
      case .character(" "), .enter, .right, .down: try advance(keys)
      case .character("b"), .left, .up, .backspace: try takeBack()
      case .pageUp: try scroll(by: 1)
      case .pageDown: try scroll(by: -1)
      case .character("o"), .character("g"): try outline(keys)
      case .character("'"): if presentation.turnBack() { try drawAnew() }
      case .character("."), .character("B"): try blank(keys)
      case .character("?"), .character("h"): try tell(Self.allKeys, keys)
      case .character("t"): return .tryOut(nil)
      case .character("e"): return .tryOut(presentation.cell)
      case .character("v"): try vote(keys)
      case .character("k"): try tellKey()
      case .character("n"):
        showsNotes.toggle()
        try draw()
      case .character("q"), .endOfInput, .failed: return .quit
      case .terminated(let signal): return .terminated(signal: signal)
      case .resized, .resumed, .interrupt: try draw()
      case .character, .home, .end, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .escape, .tab,
        .backTab, .delete,
        .control, .unknown:
        continue
      }
    }
  }

  /// The clock's hand moves once a second.
  private static let tick: Int32 = 1000

  /// Draws the stage; `message` stands in place of the clock and the keys.
  private mutating func draw(_ message: String? = nil) throws {
    if message == nil { news = nil }
    if let page = presentation.page, page.step != marked {
      marked = page.step
      recording?.mark(page.title.plain)
    }
    let pieces = presentation.stage
    try stage.draw(
      title: presentation.title,
      pieces: pieces,
      notes: showsNotes ? notesText : StyledText(),
      status: message ?? status(Self.keys),
      scrolled: scrolled
    )
    notes?.show(notesPage)
  }

  private mutating func drawAnew() throws {
    scrolled = 0
    try draw()
  }

  /// `piece 5 of 12   3:20 of 25 min`, and the keys.
  private func status(_ keys: String) -> String {
    let page = presentation.page
    let pieces = page.map { "\($0.stage.count)/\(presentation.total(kept.session))" } ?? ""
    let step =
      page.map { "step \($0.step + 1)/\(kept.session.stepTitles.count)  piece \(pieces)  " }
      ?? ""
    return step + "\(clock.text) of \(lesson.header.minutes) min   " + keys
  }

  // MARK: - Notes

  private var notesText: StyledText {
    let notes = presentation.page.map { kept.session.speakerNotes(step: $0.step) } ?? []
    guard !notes.isEmpty else { return StyledText("No notes for this step.") }
    return StyledText(lines: notes.map { StyledText($0.plain) })
  }

  /// What the second terminal shows.
  private var notesPage: NotesPage {
    NotesPage(
      title: presentation.title.plain,
      status: status(""),
      notes: notesText.plain,
      next: presentation.next(kept.session)?.rendered(Layout(columns: 78)).plain ?? ""
    )
  }

  // MARK: - Going on

  /// Reveals the next piece, typing it out where it is a cell.
  private mutating func advance(_ keys: borrowing KeyReader) throws {
    scrolled = 0
    guard let piece = try next() else {
      try draw("This is the end.   b back   o outline   q leave")
      return
    }
    try stage.type(
      piece,
      after: presentation.stage.dropLast(),
      title: presentation.title,
      keys
    )
    try draw()
  }

  /// The next piece; the session goes on as long as it has to.
  private mutating func next() throws -> Shown? {
    for _ in 0..<Self.mostInputs {
      if let piece = presentation.reveal() { return piece }
      guard let input = presentation.nextInput(kept.session) else { return nil }
      try act(on: input)
    }
    return nil
  }

  /// More inputs than any piece needs.
  private static let mostInputs = 200

  private mutating func act(on input: String) throws {
    WorkingRow.begin()
    presentation.take(try kept.act(on: input).effects, of: kept.session, behind: input)
  }

  private mutating func takeBack() throws {
    if presentation.takeBack() { try drawAnew() }
  }

  private mutating func scroll(by pages: Int) throws {
    scrolled = max(0, scrolled + pages * stage.half)
    try draw()
  }

  private mutating func blank(_ keys: borrowing KeyReader) throws {
    try stage.clear()
    while case .timeout = keys.next(timeout: Self.tick) {}
    try draw()
  }

  /// Shows text over the stage until a key.
  private mutating func tell(_ text: String, _ keys: borrowing KeyReader) throws {
    try stage.draw(
      title: StyledText("Keys", .heading),
      pieces: [.verbatim(text)],
      notes: StyledText(),
      status: "any key goes back",
      scrolled: 0
    )
    while case .timeout = keys.next(timeout: Self.tick) {}
    try draw()
  }

  /// The titles: a number or the arrow keys choose, Enter goes.
  private mutating func outline(_ keys: borrowing KeyReader) throws {
    let steps = kept.session.stepTitles
    var chosen = presentation.page?.step ?? 0
    var typed = ""
    while true {
      let lines = steps.enumerated().map { index, step in
        "\(index == chosen ? ">" : " ") \(index + 1)  \(neutralised(step))"
      }
      try stage.draw(
        title: StyledText("Outline", .heading),
        pieces: [.verbatim(lines.joined(separator: "\n"))],
        notes: StyledText(),
        status: "up, down or a number chooses   Enter goes   Esc stays",
        scrolled: 0
      )
      switch keys.next() {
      case .up, .character("k"): chosen = max(0, chosen - 1)
      case .down, .character("j"), .tab: chosen = min(steps.count - 1, chosen + 1)
      case .character(let digit) where digit.isWholeNumber:
        typed.append(digit)
        if Int(typed).map({ !steps.indices.contains($0 - 1) }) ?? true { typed = String(digit) }
        if let number = Int(typed), steps.indices.contains(number - 1) { chosen = number - 1 }
      case .enter:
        try go(to: chosen)
        return try drawAnew()
      case .escape, .character("q"), .character("o"), .interrupt, .endOfInput, .failed, .terminated:
        return try draw()
      default: continue
      }
    }
  }

  /// Goes to a step: as it stood, or to its beginning.
  mutating func go(to step: Int) throws {
    if presentation.turn(to: step) { return }
    try act(on: ":go \(step + 1)")
    _ = presentation.turn(to: step)
  }

  // MARK: - The room

  /// Counts hands for the question on the stage; the bars come below it.
  private mutating func vote(_ keys: borrowing KeyReader) throws {
    guard presentation.question != nil else { return try draw("There is no question to vote on.") }
    var typed = ""
    while true {
      try draw("hands, as in a 12 b 3 c 7: \(typed)_   Enter counts   Esc stays")
      switch keys.next() {
      case .character(let letter): typed.append(letter)
      case .backspace: typed = String(typed.dropLast())
      case .enter where !typed.isEmpty:
        return try count(typed)
      case .resized, .resumed, .timeout: continue
      case .escape, .enter, .interrupt, .endOfInput, .failed, .terminated: return try draw()
      default: continue
      }
    }
  }

  /// Counts what was typed; what is no vote is said at the bottom.
  private mutating func count(_ text: String) throws {
    let shown = try kept.act(on: ":vote \(text)").effects.compactMap { effect -> Shown? in
      if case .show(let shown) = effect { shown } else { nil }
    }
    scrolled = 0
    if case .message(let said)? = shown.first { return try draw(said.plain) }
    presentation.insert(shown)
    try draw()
  }

  /// Shows which answer is right and what wrong ones mean; the question stays where it is.
  private mutating func tellKey() throws {
    guard let id = presentation.question else { return try draw("There is no question here.") }
    guard let told = kept.session.told(of: id) else {
      return try draw("No key is told here.")
    }
    presentation.insert([told])
    try drawAnew()
  }

  // MARK: - Trying something

  /// The live prompt: what somebody asks is tried, with all that a player has; an empty line comes back to where it was.
  ///
  /// Returns a signal that ended it. The lesson's own definitions are brought back.
  private mutating func tryOut(_ prefill: String?) throws -> Int32? {
    let page = TerminalPage(kept.session.settings)
    try page.send(
      StyledText("\nTry what you like. An empty line returns to the lesson.\n", .faint)
    )
    var loop = PlayLoop(aside: kept)
    if let prefill { reader.prefill(prefill) }
    notes?.greet(notesPage)
    let ending = try loop.run(&reader)
    kept = loop.kept
    if case .terminated(let signal) = ending { return signal }
    _ = try kept.act(on: ":reset")
    return nil
  }
}
