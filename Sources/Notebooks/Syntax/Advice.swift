/// A line that an error tells somebody to type.
package struct Advice: Sendable, Hashable {
  /// Where it goes.
  package enum Place: Sendable, Hashable {
    /// In a line of its own.
    case line
    /// Behind these words, as a clause behind its figure.
    case behind(String)
    /// In place of what is marked, or of this part of it; an expression runs alone too.
    case instead(of: String?)
  }

  package let text: String
  package let place: Place
  /// Whether it claims to be what was meant, so that it must mean the same.
  package let isMeant: Bool

  static func line(_ text: String) -> Advice { Advice(text: text, place: .line, isMeant: false) }

  static func clause(_ text: String, of figure: String) -> Advice {
    Advice(text: text, place: .behind(figure), isMeant: false)
  }

  static func instead(_ text: String, of part: String? = nil) -> Advice {
    Advice(text: text, place: .instead(of: part), isMeant: false)
  }

  static func meant(_ text: String, of part: String? = nil) -> Advice {
    Advice(text: text, place: .instead(of: part), isMeant: true)
  }
}

/// What to do instead: words, and behind them a line to type, if one runs.
package struct Hint: Sendable, Hashable, ExpressibleByStringInterpolation {
  let words: String
  /// The lines that may stand there; the first that runs does.
  let lines: [Advice]
  let end: String
  /// What is said where none of the lines runs.
  let otherwise: String

  init(_ words: String, _ lines: [Advice], end: String = "", otherwise: String = "") {
    self.words = words
    self.lines = lines
    self.end = end
    self.otherwise = otherwise
  }

  init(_ words: String, _ line: Advice, end: String = "", otherwise: String = "") {
    self.init(words, [line], end: end, otherwise: otherwise)
  }

  package init(stringLiteral words: String) { self.init(words, []) }
}

/// Writes a problem's sentence and keeps account of the lines in it.
struct Adviser {
  /// The lines that do not run where the sentence is said.
  let refused: Set<Advice>
  private(set) var told: [Advice] = []

  init(without refused: Set<Advice>) { self.refused = refused }

  /// A longer line is not repeated.
  private static let longest = 120

  mutating func tell(_ hint: Hint) -> String {
    guard !hint.lines.isEmpty else { return hint.words }
    let line = hint.lines.first { line in
      !refused.contains(line) && line.text.count <= Self.longest && !line.text.contains("\n")
    }
    guard let line else { return hint.otherwise }
    told.append(line)
    return hint.words + line.text + hint.end
  }

  /// The same behind a sentence; nothing where there is nothing to say.
  mutating func tellBehind(_ hint: Hint?) -> String {
    let told = hint.map { tell($0) } ?? ""
    return told.isEmpty ? "" : " " + told
  }

  /// The same for words with a line, or for one of several lines.
  mutating func tell(
    _ words: String,
    _ lines: Advice...,
    end: String = "",
    otherwise: String = ""
  ) -> String {
    tell(Hint(words, lines, end: end, otherwise: otherwise))
  }
}
