/// A text that must not survive in a learners' copy.
///
/// A key is looked for as a whole word and blanks aside. What is too short to tell from ordinary
/// text isn't: under four characters, bare numerals under six, sentences under twelve.
struct KeyTrace {
  let question: String?
  let part: String
  private let needle: [Unicode.Scalar]

  private init?(_ text: String, question: String?, part: String, isSentence: Bool = false) {
    needle = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    let isNumeral = needle.allSatisfy { $0.properties.isDecimalDigit || $0 == "." }
    let shortest = isSentence ? 12 : isNumeral ? 6 : 4
    guard needle.count >= shortest else { return nil }
    self.question = question
    self.part = part
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
    let explain = question.explain.map { sentences(of: [$0], question: id, part: "explain") } ?? []
    let meanings = sentences(
      of: form.misconceptions.map(\.meaning),
      question: id,
      part: "misconceptions"
    )
    return keys + explain + meanings
  }

  private static func sentences(of texts: [Prose], question: String?, part: String) -> [KeyTrace] {
    texts.flatMap(\.elements).compactMap { element in
      KeyTrace(element.spans.plain, question: question, part: part, isSentence: true)
    }
  }

  /// The line of the lesson whose copy first shows the text.
  func line(in text: SearchedText) -> Int? {
    let scalars = text.scalars
    guard scalars.count >= needle.count else { return nil }
    for start in 0...(scalars.count - needle.count)
    where scalars[start..<start + needle.count].elementsEqual(needle) {
      let last = start + needle.count - 1
      if !joins(start - 1, text), !joins(last, text) { return text.places[start].line }
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
