import TerminalText

/// What the words after a fence say.
enum FenceKind: Sendable, Hashable {
  case lesson
  case parameters
  case question
  case cell(fails: Bool)
  /// A code block that is only shown.
  case code
  /// Like one of ours, but not one.
  case mistaken(nearest: String)
  /// A code block that holds a question.
  case hidden

  /// What a fence is by its words, or, where they are not ours, by its lines.
  init(_ node: Markup.Node) {
    self.init(info: node.info)
    if self == .code, Self.holdsQuestion(node.text) { self = .hidden }
  }

  private init(info: String) {
    let words = info.split { $0 == " " || $0 == "\t" }.map(String.init)
    switch words {
    case ["toml", "lesson"]: self = .lesson
    case ["toml", "parameters"]: self = .parameters
    case ["toml", "question"]: self = .question
    case ["fathom"]: self = .cell(fails: false)
    case ["fathom", "error"]: self = .cell(fails: true)
    default: self = Self.mistaken(words).map { .mistaken(nearest: $0) } ?? .code
    }
  }

  private static let tables = ["lesson", "parameters", "question"]

  private static func mistaken(_ words: [String]) -> String? {
    guard let first = words.first.map(bare) else { return nil }
    let second = words.dropFirst().joined(separator: " ")
    // One edit only for a word of four letters: `html` is two from `toml`.
    if Spelling.distance(Array(first), Array("toml")) <= 1 {
      return "toml " + (like(second, among: tables) ?? "question")
    }
    if Spelling.distance(Array(first), Array("fathom")) <= 2 {
      return second.isEmpty || like(second, among: ["error"]) == nil
        ? "fathom" : "fathom error"
    }
    if words.count == 1, let table = like(first, among: tables) { return "toml " + table }
    return dressed(words)
  }

  /// One of our words among others: `yaml question`, `question toml`, `python fathom`.
  private static func dressed(_ words: [String]) -> String? {
    let parts = words.flatMap { word in
      word.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    if let table = tables.first(where: parts.contains) { return "toml " + table }
    return parts.contains("fathom") ? "fathom" : nil
  }

  /// Whether there are keys that only a question has, in TOML, YAML or JSON.
  private static func holdsQuestion(_ text: String) -> Bool {
    let keys = text.split { $0.isNewline || "{,".contains($0) }.compactMap { entry -> String? in
      guard let end = entry.firstIndex(where: { $0 == "=" || $0 == ":" }) else { return nil }
      let name = entry[..<end].filter { !$0.isWhitespace && !"\"'-".contains($0) }
      return name.lowercased()
    }
    let beside = keys.contains("ask") ? besideAsking : keys.contains("kind") ? ["answer"] : []
    return keys.contains(where: beside.contains)
  }

  /// Keys that make what asks a question.
  private static let besideAsking: Set = [
    "kind", "answer", "answers", "accept", "reject", "choices", "misconceptions", "require",
    "explain",
    "points", "hints",
  ]

  /// The word itself, or the one that was meant.
  private static func like(_ word: String, among words: [String]) -> String? {
    words.contains(word) ? word : Spelling.nearest(to: word, among: words)
  }

  /// The word without braces, points and capitals: `{.Fathom}` is `fathom`.
  private static func bare(_ word: String) -> String {
    String(word.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
