import TerminalText

/// What an HTML comment says.
enum Comment: Sendable, Hashable {
  case id(Located<String>)
  /// The text, which begins at the position.
  case speaker(Located<String>)
  /// A note of the author's to themself; no copy keeps it.
  case note

  /// Reads a block that cmark took for HTML; a block ends with the line that ends the comment.
  static func read(_ text: String, at start: Position) -> Result<Comment, ReadingFault> {
    guard text.hasPrefix("<!--") else {
      return .failure(ReadingFault(.html(firstLine(text)), at: start))
    }
    let inner = text.dropFirst(4)
    guard let end = firstIndex(of: "-->", in: inner) else {
      return .failure(ReadingFault(.unclosedComment, at: start))
    }
    let after = inner[end...].dropFirst(3).trimmed
    guard after.isEmpty else {
      return .failure(ReadingFault(.textAfterComment(String(after)), at: start))
    }
    return read(words: inner[..<end], of: text, at: start)
  }

  private static func read(
    words inner: Substring,
    of text: String,
    at start: Position
  ) -> Result<Comment, ReadingFault> {
    let body = inner.drop(while: \.isWhitespace)
    let word = body.prefix { $0.isLetter }
    guard body[word.endIndex...].first == ":" else {
      // `id scaling` and `speaker notes` were meant as ours, but prose may begin with any word.
      return ["id", "speaker"].contains(String(word))
        ? .failure(ReadingFault(.unknownComment(String(word), nearest: "\(word):"), at: start))
        : .success(.note)
    }
    let value = body[word.endIndex...].dropFirst().drop { $0 == " " || $0 == "\t" }
    let place = position(of: value.startIndex, in: text, from: start)
    switch word {
    case "id": return .success(.id(Located(String(value.trimmed), at: place)))
    case "speaker": return .success(.speaker(Located(String(value), at: place)))
    default:
      guard let nearest = Spelling.nearest(to: String(word), among: ["id", "speaker"]) else {
        return .success(.note)
      }
      return .failure(ReadingFault(.unknownComment("\(word):", nearest: "\(nearest):"), at: start))
    }
  }

  private static func firstLine(_ text: String) -> String {
    String(text.prefix { $0 != "\n" })
  }

  private static func position(
    of index: String.Index,
    in text: String,
    from start: Position
  )
    -> Position
  {
    let before = text[..<index]
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let column = (lines.last ?? "").unicodeScalars.count
    return Position(
      line: start.line + lines.count - 1,
      column: lines.count == 1 ? start.column + column : column + 1
    )
  }
}
