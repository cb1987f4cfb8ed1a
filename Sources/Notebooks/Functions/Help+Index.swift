import TerminalText

/// Finding help by the word that somebody has for a thing: an argument, a concept, a synonym.
extension Help {
  /// A thing by the words that people have for it; without lines, another name of a function, an
  /// argument or a topic.
  struct Concept: Sendable {
    let words: [String]
    let lines: [String]
    /// Where to read on: names of functions, arguments and topics.
    let see: [String]
    let examples: [String]

    init(_ words: [String], _ lines: [String] = [], see: [String] = [], examples: [String] = []) {
      self.words = words
      self.lines = lines
      self.see = see
      self.examples = examples
    }
  }

  /// A function that takes an argument of a name.
  private struct Taker {
    let function: Function
    let parameter: Parameter
  }

  private static let takers: [String: [Taker]] = {
    var takers: [String: [Taker]] = [:]
    for function in BuiltIns.functions {
      for parameter in function.parameters where !parameter.isPositional {
        takers[parameter.name, default: []].append(
          Taker(function: function, parameter: parameter)
        )
      }
    }
    return takers
  }()

  /// The names of all labelled arguments, in the order of the alphabet.
  static let arguments: [String] = takers.keys.sorted()

  private static let byWord: [String: Concept] = Dictionary(
    concepts.flatMap { concept in concept.words.map { ($0, concept) } },
    uniquingKeysWith: { first, _ in first }
  )

  /// All words that help is found by, besides the names of functions and topics.
  static let words: [String] = arguments + concepts.flatMap(\.words)

  /// Whether there is help on a word.
  static func knows(_ word: String) -> Bool {
    BuiltIns.contains(word) || named.contains(key(word)) || found(word) != nil
  }

  /// A word as the tables have it: small letters, one line between its parts.
  static func key(_ topic: String) -> String {
    let parts = topic.lowercased().split { " _-:\t".contains($0) }
    return parts.joined(separator: "_")
  }

  /// The help on an argument or a concept; nil where the word is neither.
  static func found(_ topic: String) -> StyledText? {
    let key = key(topic)
    for word in [key, key.hasSuffix("s") ? String(key.dropLast()) : key + "s"] {
      if let text = entry(word) { return text }
    }
    return nil
  }

  private static func entry(_ word: String) -> StyledText? {
    switch (takers[word], byWord[word]) {
    case (let takers?, let concept): text(word, takers, concept)
    case (nil, let concept?): text(word, concept)
    case (nil, nil): nil
    }
  }

  /// Which functions take the argument, and what it is to each.
  private static func text(_ name: String, _ takers: [Taker], _ concept: Concept?) -> StyledText {
    var text = StyledText("\(name):", .heading)
    let isOne = takers.count == 1
    text.append(isOne ? " an argument of \(takers[0].function.name)." : " an argument.")
    if let concept { text.append(" " + concept.lines.joined(separator: " ").capitalizedFirst) }
    let calls = takers.map { "\($0.function.name)(…, \(name):)" }
    let width = calls.map(\.count).max() ?? 0
    for (taker, call) in zip(takers, calls) {
      text.append("\n  ")
      text.append(call, .code)
      text.append(String(repeating: " ", count: width - call.count + 2) + taker.parameter.meaning)
      if case .optional(let otherwise) = taker.parameter.need {
        text.append(" (left out: \(otherwise))", .faint)
      }
    }
    let examples =
      concept?.examples.nonEmpty
      ?? takers.compactMap { taker in
        taker.function.examples.first { $0.contains("\(name): ") }
      }
    appendExamples(Array(examples.prefix(2)), to: &text)
    appendSee(concept?.see ?? takers.map(\.function.name), to: &text)
    return text
  }

  private static func text(_ word: String, _ concept: Concept) -> StyledText {
    if concept.lines.isEmpty, let ours = concept.see.first {
      var text = StyledText("\(word): see \(ours).\n")
      text.append(Help.text(ours))
      return text
    }
    var text = StyledText(word, .heading)
    text.append(": " + concept.lines.joined(separator: " "))
    if !concept.examples.isEmpty { appendExamples(concept.examples, to: &text) }
    appendSee(concept.see, to: &text)
    return text
  }

  /// Which other functions take an argument of this name.
  static func remark(onArgument name: String) -> String? {
    let functions = (takers[name] ?? []).map(\.function.name).filter { $0 != name }
    guard !functions.isEmpty else { return nil }
    let shown = functions.prefix(mostToSee).joined(separator: ", ")
    return "Also an argument, \(name):, of \(shown)\(functions.count > mostToSee ? ", …" : "")"
  }

  private static let mostToSee = 6

  private static func appendSee(_ names: [String], to text: inout StyledText) {
    guard !names.isEmpty else { return }
    let shown = names.prefix(mostToSee).map { "help \($0)" }
    text.append("\n  See ")
    text.append(shown.joined(separator: ", "), .code)
  }
}

extension Array {
  fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
