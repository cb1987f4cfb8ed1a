import Lessons
import Notebooks
import Sessions
import TerminalText
import Transcripts

/// A lesson or a session as it is typed on a terminal at a human speed: an asciicast, version 2.
///
/// No clock is asked: a letter takes as long as every other, and what is shown as long as it is read.
package struct Cast: Sendable {
  /// Its lines: a header, then an event each.
  package private(set) var text: String
  /// Thousandths of a second since the beginning.
  private var time = 500
  private let layout: Layout

  /// For a letter that is typed.
  private static let letter = 45
  /// From a line's end to what it shows.
  private static let breath = 400
  /// For a word that is read, and at most for one thing that is shown.
  private static let word = 90
  private static let longest = 6000
  private static let rows = 24

  private init(title: String, _ settings: Settings) {
    layout = settings.layout
    text = CastLine.header(title: title, columns: layout.columns, rows: Self.rows)
  }

  /// A lesson, its cells typed out; without keys the learners' copy.
  package init(_ lesson: Lesson, withKeys: Bool) throws(KeysShow) {
    let lesson = try lesson.copy(withKeys: withKeys)
    self.init(title: lesson.header.title.value, Settings())
    var cast = self
    Walk.lesson(lesson) { cast.take($0, $1, isSession: false) }
    self = cast
  }

  /// A session, on a lesson or, without one, in a notebook; without keys on the learners' copy.
  package init(_ transcript: Transcript, on lesson: Lesson?, withKeys: Bool) throws(KeysShow) {
    let lesson: Lesson? = if let lesson { try lesson.copy(withKeys: withKeys) } else { nil }
    let title = lesson?.header.title.value ?? transcript.session(nil).name
    self.init(title: title, transcript.header.settings)
    var cast = self
    _ = Walk.session(transcript, on: lesson) { cast.take($0, $1, isSession: true) }
    self = cast
  }

  private mutating func take(_ turn: Walk.Turn, _ session: Session, isSession: Bool) {
    switch turn {
    case .typed(let lines, let prompt):
      for (index, line) in lines.enumerated() { type(line, at: index == 0 ? prompt.text : "…>") }
      time += Self.breath
    case .shown(let effects):
      for case .show(let shown) in effects {
        switch shown {
        // Without anybody who types, the session speaks to nobody.
        case .message where !isSession, .table where !isSession: break
        case .cell(let source):
          for line in source.split(separator: "\n") { type(String(line), at: "lesson>") }
          time += Self.breath
        case .heading(let title):
          event("m", title.plain)
          show(shown)
        case .prose, .output, .labelled, .failure, .question, .message, .table, .parameters,
          .verbatim:
          show(shown)
        }
      }
    }
  }

  private mutating func type(_ line: String, at prompt: String) {
    event("o", StyledText(prompt, .prompt).encoded(as: .ansi(.indexed256)) + " ")
    time += Self.breath
    for character in neutralised(line) {
      event("o", String(character))
      time += Self.letter
    }
    event("o", "\r\n")
  }

  private mutating func show(_ shown: Shown) {
    let text = shown.rendered(layout)
    let lines = text.encoded(as: .ansi(.indexed256)).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let above = shown.opensParagraph ? "\r\n" : ""
    event("o", above + lines.map { $0 + "\r\n" }.joined())
    time += min(Self.longest, Self.breath + Self.word * text.plain.split(separator: " ").count)
  }

  private mutating func event(_ kind: String, _ data: String) {
    text += CastLine.event(thousandths: time, kind, data)
  }
}
