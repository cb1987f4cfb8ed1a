/// What the second terminal shows of a talk.
struct NotesPage {
  var title: String
  var status: String
  var notes: String
  /// The piece that comes next.
  var next: String

  /// Begins a page; no text of a lesson has one.
  static let mark: Character = "\u{C}"

  /// The page as it is sent, its parts behind marks.
  var frame: String {
    String(Self.mark) + [title, status, notes, next].joined(separator: "\u{1F}") + "\u{1E}"
  }

  /// The last whole page of what was received; nil where there is none yet.
  init?(received bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.lastIndex(of: "\u{1E}"), let start = text[..<end].lastIndex(of: Self.mark)
    else { return nil }
    let parts = text[text.index(after: start)..<end].split(
      separator: "\u{1F}",
      omittingEmptySubsequences: false
    )
    .map(String.init)
    guard parts.count == 4 else { return nil }
    (title, status, notes, next) = (parts[0], parts[1], parts[2], parts[3])
  }

  init(title: String, status: String, notes: String, next: String) {
    (self.title, self.status, self.notes, self.next) = (title, status, notes, next)
  }
}
