/// A text that must not survive in a learners' copy.
///
/// A key is looked for as a whole word and blanks aside, a sentence also by its letters and digits
/// alone. What is too short to tell from ordinary text isn't: under four characters, bare numerals
/// under six, sentences under twelve, or twenty-five letters.
struct KeyTrace {
  let question: String?
  let part: String
  /// Whether only letters and digits are compared, whatever their case.
  let isSaid: Bool
  private let needle: [Unicode.Scalar]

  private enum Form { case key, sentence, said }

  private init?(_ text: String, question: String?, part: String, as form: Form = .key) {
    isSaid = form == .said
    needle = text.unicodeScalars.compactMap(isSaid ? Self.said : Self.written)
    let isNumeral = needle.allSatisfy { $0.properties.isDecimalDigit || $0 == "." }
    let shortest =
      switch form {
      case .key: isNumeral ? 6 : 4
      case .sentence: 12
      case .said: 25
      }
    guard needle.count >= shortest else { return nil }
    self.question = question
    self.part = part
  }

  /// A scalar as it is written; `nil` for a blank.
  static func written(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    scalar.properties.isWhitespace ? nil : scalar
  }

  /// A scalar as it is heard: a letter without its case, or a digit.
  static func said(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let properties = scalar.properties
    guard properties.isAlphabetic || properties.isDecimalDigit else { return nil }
    return properties.lowercaseMapping.unicodeScalars.first
  }

  static func all(in lesson: Lesson) -> [KeyTrace] {
    let notes = (lesson.opening + lesson.steps.flatMap(\.blocks)).flatMap { block in
      if case .speaker(let note) = block {
        sentences(of: [note.prose], question: nil, part: "speaker")
      } else {
        [KeyTrace]()
      }
    }
    return notes + lesson.questions.flatMap(traces)
  }

  private static func traces(of question: Question) -> [KeyTrace] {
    guard case .counted = question.credit else { return [] }
    let id = question.id.value
    let form = question.kind.form
    let keys = form.secretTexts.flatMap { key, texts in
      texts.compactMap { KeyTrace($0.value, question: id, part: key) }
    }
    let whole = sentences(of: question.explain.map { [$0] } ?? [], question: id, part: "explain")
    let said = question.explain.map { longSentences(of: $0, question: id) } ?? []
    let meanings = sentences(
      of: form.misconceptions.map(\.meaning),
      question: id,
      part: "misconceptions"
    )
    return keys + whole + said + meanings
  }

  private static func sentences(of texts: [Prose], question: String?, part: String) -> [KeyTrace] {
    texts.flatMap(\.elements).flatMap { element in
      [Form.sentence, .said].compactMap {
        KeyTrace(element.spans.plain, question: question, part: part, as: $0)
      }
    }
  }

  /// The sentences of an explanation that are long enough not to be said elsewhere by chance.
  private static func longSentences(of text: Prose, question: String) -> [KeyTrace] {
    let parts = text.elements.flatMap { element in
      element.spans.plain.split(separator: " ").reduce(into: [""]) { sentences, word in
        sentences[sentences.count - 1] += " " + word
        if let last = word.last, ".?!".contains(last) { sentences.append("") }
      }
    }
    return parts.filter { $0.count >= 40 }.compactMap {
      KeyTrace($0, question: question, part: "explain", as: .said)
    }
  }

  /// The place of the lesson whose copy first shows the text.
  func position(in text: SearchedText) -> Position? {
    for start in text.places(of: needle) {
      let last = start + needle.count - 1
      if !joins(start - 1, text), !joins(last, text) { return text.places[start] }
    }
    return nil
  }

  /// Whether the scalar there and the next one belong to one word or number.
  private func joins(_ index: Int, _ text: SearchedText) -> Bool {
    guard index >= 0, index + 1 < text.scalars.count else { return false }
    let (place, next) = (text.places[index], text.places[index + 1])
    return place.line == next.line && place.column + 1 == next.column
      && isWord(text.scalars[index]) && isWord(text.scalars[index + 1])
  }

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.isDecimalDigit
  }
}
