import TerminalText

/// The lessons by what somebody types for one: its name, its number, or a beginning that no other
/// has.
struct LessonNames {
  /// A lesson's id, and the number that its file begins with.
  struct Entry {
    let id: String
    let number: Int?
  }

  private let entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  var ids: [String] { entries.map(\.id) }

  /// The id of the lesson that is meant; nil where none is, or several could be.
  ///
  /// Capitals and blanks don't count: `Tiny steps` is `tiny-steps`.
  func id(meantBy text: String) -> String? {
    if ids.contains(text) { return text }
    let word = text.lowercased().split(separator: " ").joined(separator: "-")
    if ids.contains(word) { return word }
    if let number = Int(word) { return entries.first { $0.number == number }?.id }
    let begun = ids(begunBy: word)
    return begun.count == 1 ? begun[0] : nil
  }

  /// The ids that a word begins.
  func ids(begunBy word: String) -> [String] {
    word.isEmpty ? [] : ids.filter { $0.hasPrefix(word) }
  }

  /// The id that was perhaps meant by a word that is none.
  func nearest(to word: String) -> String? { Spelling.nearest(to: word, among: ids) }
}
