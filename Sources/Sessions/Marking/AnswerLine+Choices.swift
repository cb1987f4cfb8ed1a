import Plotting
import Lessons
import Notebooks

extension AnswerLine {
  static let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)

  /// Letters, or the ids themselves, separated by commas or blanks.
  static func choices(_ text: String, _ choices: [Choice], several: Bool) -> AnswerLine {
    let words = text.split { $0 == "," || $0 == " " || $0 == ";" }.map { $0.lowercased() }
    if text.contains("="), case .success? = Parser.statements(of: text).first {
      return .trial(text)
    }
    if words.isEmpty {
      return .refused(.noSuchChoice(text, letters: Array(letters.prefix(choices.count))))
    }
    if words == ["none"], several, !choices.contains(where: { $0.id.value == "none" }) {
      return .answer(.choices([]))
    }
    var ids: Set<String> = []
    for word in words {
      let letter = word.hasSuffix(")") ? String(word.dropLast()) : word
      if let index = letters.firstIndex(of: letter), index < choices.count {
        ids.insert(choices[index].id.value)
      } else if let choice = choices.first(where: { $0.id.value.lowercased() == word }) {
        ids.insert(choice.id.value)
      } else {
        if FigureVerb(rawValue: word) != nil { return .trial(text) }
        let whole = words.contains { $0.count > 1 } ? text : word
        let meant = ChoiceWords(text, among: choices).places
        if meant.count > 1 {
          return .refused(.severalChoices(text, letters: meant.map { letters[$0] }))
        }
        if let said = lettersAmongWords(text, choices, several: several) { return .refused(said) }
        return .refused(.noSuchChoice(whole, letters: Array(letters.prefix(choices.count))))
      }
    }
    if !several, ids.count != 1 { return .refused(.oneChoice) }
    return .answer(.choices(ids.sorted()))
  }

  /// What to say where letters of choices stand among words, as in "I think b" and "a or b"; nil where none does.
  ///
  /// In a sentence "a" and "I" are words too, unless they end it or stand behind a word such as "option".
  private static func lettersAmongWords(
    _ text: String,
    _ choices: [Choice],
    several: Bool
  ) -> AnswerRefusal? {
    // "b) It explodes" names a choice twice, and two.
    if text.dropFirst().first == ")" { return nil }
    let words = text.lowercased().split { " ,;:.()\"'".contains($0) }.map(String.init)
    let known = letters.prefix(choices.count)
    let named = words.indices.filter { place in
      guard known.contains(words[place]) else { return false }
      return !["a", "i"].contains(words[place]) || place == words.count - 1
        || place + 1 < words.count && ["or", "and", "because"].contains(words[place + 1])
    }.map { words[$0] }
    if several {
      return named.isEmpty ? nil : .letterInWords(named.joined(separator: ", "))
    }
    if named.count == 1 { return .letterInWords(named[0]) }
    return named.count > 1 ? .severalChoices(text, letters: named) : nil
  }

  /// The ids of the choices that a line says in words, each by itself unmistakable; nil where it says none.
  ///
  /// Words are read where a line is typed and never where it is replayed: what is kept is the id, which outlives a
  /// change of the text.
  static func said(
    _ text: String,
    _ choices: [Choice],
    several: Bool,
    wholly: Bool
  ) -> [String]? {
    func id(_ part: String) -> String? {
      let said = ChoiceWords(part, among: choices)
      guard said.places.count == 1, said.isWhole || !wholly else { return nil }
      return choices[said.places[0]].id.value
    }
    if let id = id(text) { return [id] }
    let parts = text.split { $0 == "," || $0 == ";" }.map { String($0).trimmingBlanks }
    guard several, parts.count > 1 else { return nil }
    let ids = parts.map { part in
      if case .answer(.choices(let ids)) = Self.choices(part, choices, several: false) {
        ids.first
      } else {
        id(part)
      }
    }
    return ids.contains(nil) ? nil : Set(ids.compactMap { $0 }).sorted()
  }

  /// The letters of choices by their ids, `b, c`.
  static func letters(of ids: [String], _ choices: [Choice]) -> String {
    zip(letters, choices).filter { ids.contains($1.id.value) }.map(\.0).joined(separator: ", ")
  }

  /// Whether a line is the letter of a choice, or says one in words, and no name of the notebook.
  static func isMeant(_ line: String, _ choices: [Choice], in notebook: Notebook) -> Bool {
    guard notebook.definitions[line] == nil else { return false }
    return letters.prefix(choices.count).contains(line)
      || !BuiltIns.names.contains(line)
        && said(line, choices, several: false, wholly: false) != nil
  }
}
