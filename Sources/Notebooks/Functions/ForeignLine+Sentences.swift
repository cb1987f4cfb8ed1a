import Plotting

// Sentences of a person, and statements of programs that have nothing like them here.
extension ForeignLine {
  private static let beginnings: Set<String> = [
    "what", "What", "how", "How", "why", "Why", "when", "When", "who", "which", "Which", "can",
    "Can", "could", "does", "Does", "do", "Do", "is", "Is", "are", "please", "Please", "show",
    "Show", "tell", "Tell", "i", "I", "hello", "Hello", "hi", "Hi", "by", "where", "give", "the",
    "The", "compute", "calculate", "solve", "find", "press", "Press",
  ]

  private static let manuals: Set<String> = ["man", "doc", "docs", "info", "whatis", "manual"]

  private static let statements: Set<String> = [
    "class", "struct", "try", "with", "switch", "match", "async", "global", "nonlocal", "del",
    "raise", "throw", "repeat", "until", "break", "continue", "public", "void", "module", "package",
    "library", "require", "include", "use", "pip", "git", "sudo", "conda", "cd", "python", "run",
    "load", "save", "delete", "rm", "mkdir", "cat",
  ]

  private static let deleting: Set<String> = [
    "delete", "Delete", "del", "rm", "remove", "Remove", "drop", "unset", "erase", "clear",
  ]

  /// Words in a row.
  var sentence: Hint? {
    guard let first = name(0), tokens.count > 1, FigureVerb(rawValue: first) == nil,
      ForeignWords.statement(first) == nil, ForeignWords.verb(first, before: "x") == nil
    else { return nil }
    if Self.manuals.contains(first), let topic = name(1) {
      return Hint("Help has one name: ", .instead("help \(topic)"), otherwise: "Type help")
    }
    if Self.deleting.contains(first), name(1) != nil, tokens.count == 2 {
      return "Nothing needs deleting: a name that is entered again is replaced."
    }
    if Self.statements.contains(first), name(1) != nil || isSymbol(1, .colon) {
      return Hint(
        "There is no \"\(first)\" here; ",
        .line("help"),
        end: " shows what there is.",
        otherwise: "There is no \"\(first)\" here."
      )
    }
    var words: [String] = []
    for index in tokens.indices {
      if let word = name(index) { words.append(word) }
      guard
        name(index) != nil || isNumber(index) || isStray(index, "?") || isStray(index, "!")
          || isSymbol(index, .comma) || isSymbol(index, .dot) || isSymbol(index, .prime)
      else { return nil }
    }
    guard words.count >= (Self.beginnings.contains(first) ? 2 : 4) else { return nil }
    if let product = product(words) { return product }
    let topics = words.reversed().filter { $0.count > 2 && Help.knows($0) }
    guard let topic = topics.first else {
      return Hint("Sentences are not read here; ", .line("help"), end: " shows what can be typed.")
    }
    return Hint("Sentences are not read here; a word can be asked about: ", .line("help \(topic)"))
  }

  /// `n v s e`: names as short as those of numbers, which make a product where they are known.
  private func product(_ words: [String]) -> Hint? {
    guard words.allSatisfy({ $0.count <= 2 }), !Self.beginnings.contains(words[0]),
      tokens.indices.allSatisfy({ name($0) != nil || isNumber($0) })
    else { return nil }
    let factors = tokens.indices.compactMap { text($0..<$0 + 1) }
    return Hint(
      "Between the factors of a product stands *: ",
      .instead(factors.joined(separator: "*")),
      // Letters alone are no sentence, though nothing may be called so here.
      otherwise: words.allSatisfy { $0.count == 1 }
        ? "Between the factors of a product stands *, and each has a value: s = 1.5 gives s one."
        : "Sentences are not read here; help shows what can be typed."
    )
  }
}
