import Glibc
import Lessons
import LineEditing
import Notebooks
import Sessions
import TerminalText
import Transcripts

/// Plays somebody's session again at a human speed; who watches may take it from there.
@MainActor
struct Playback {
  private var rerun: Rerun

  init(_ transcript: Transcript, on lesson: Lesson) {
    rerun = Rerun(transcript, on: lesson) { Interrupt.isRequested }
  }

  /// How it came to an end.
  enum Ending {
    case left
    /// It is somebody's own from here on.
    case taken
    case terminated(signal: Int32)
  }

  /// What a key means while somebody watches.
  private enum Wish {
    /// Nothing was pressed in time, or what goes on at once.
    case goOn(atOnce: Bool)
    case end(Ending)
  }

  private static let keys = ["space: stop", "Enter: at once", "t: yours from here", "q: leave"]
  private static let stopped = ["Enter: go on", "t: yours from here", "q: leave"]
  private static let over = ["That was all.", "t: yours from here", "q: leave"]

  /// For a letter that is typed, from a line's end to what it shows, for a word that is read, and at most for one
  /// thing that is shown, in milliseconds.
  private static let (letter, breath, word, longest) = (45, 500, 150, 8000)

  /// Plays until the end, or until who watches wants something else.
  mutating func run(_ editor: LineEditor) throws -> Ending {
    try editor.withKeys { keys in
      Interrupt.clear()
      let page = TerminalPage(rerun.session.settings)
      try page.send(aside: Self.keys)
      if let ending = try show(rerun.begin(), keys) { return ending }
      while let (prompt, lines) = rerun.next() {
        if let ending = try type(lines, at: prompt, keys) { return ending }
        if let ending = try show(rerun.act(), keys) { return ending }
      }
      return try wait(Self.over, keys, untilEnter: false) ?? .left
    }
  }

  /// A transcript of what was watched, for who goes on from here.
  func begun(by learner: String?) -> String { rerun.begun(by: learner) }

  /// Types lines letter by letter, as somebody does; Enter finishes them at once.
  private func type(
    _ lines: [String],
    at prompt: Prompt,
    _ keys: borrowing KeyReader
  ) throws -> Ending? {
    let page = TerminalPage(rerun.session.settings)
    var isHurried = false
    for (index, line) in lines.enumerated() {
      try Terminal.send(page.prompt(index == 0 ? prompt.text : "…>"), to: STDOUT_FILENO)
      for character in page.layout.spelt(neutralised(line)) {
        try Terminal.send(String(character), to: STDOUT_FILENO)
        if isHurried { continue }
        switch try wish(within: Self.letter, keys) {
        case .goOn(let atOnce): isHurried = atOnce
        case .end(let ending): return ending
        }
      }
      try Terminal.send("\n", to: STDOUT_FILENO)
    }
    guard !isHurried, case .end(let ending) = try wish(within: Self.breath, keys) else {
      return nil
    }
    return ending
  }

  /// Shows one thing after another, each for as long as it is read.
  private func show(_ effects: [Effect], _ keys: borrowing KeyReader) throws -> Ending? {
    let page = TerminalPage(rerun.session.settings)
    for case .show(let shown) in effects {
      try page.show([.show(shown)])
      let words = shown.rendered(page.layout).plain.split(separator: " ").count
      let pause = min(Self.longest, Self.breath + Self.word * words)
      if case .end(let ending) = try wish(within: pause, keys) { return ending }
    }
    return nil
  }

  /// Waits so many milliseconds for a key; where that stops the session, for another one.
  private func wish(within milliseconds: Int, _ keys: borrowing KeyReader) throws -> Wish {
    switch keys.next(timeout: Int32(milliseconds)) {
    case .enter, .right, .down: return .goOn(atOnce: true)
    case .character(" "):
      return try wait(Self.stopped, keys, untilEnter: true).map { .end($0) } ?? .goOn(atOnce: false)
    case let key: return Self.ending(key).map { .end($0) } ?? .goOn(atOnce: false)
    }
  }

  /// Waits under a line of keys, with no clock.
  private func wait(
    _ hints: [String],
    _ keys: borrowing KeyReader,
    untilEnter: Bool
  ) throws -> Ending? {
    let page = TerminalPage(rerun.session.settings)
    try Terminal.send("\n", to: STDOUT_FILENO)
    try page.send(aside: hints)
    while true {
      let key = keys.next()
      if let ending = Self.ending(key) { return ending }
      if untilEnter, key == .enter || key == .character(" ") { return nil }
    }
  }

  /// What a key ends.
  private static func ending(_ key: Key) -> Ending? {
    switch key {
    case .character("t"): .taken
    case .character("q"), .interrupt, .endOfInput, .failed: .left
    case .terminated(let signal): .terminated(signal: signal)
    default: nil
    }
  }
}
