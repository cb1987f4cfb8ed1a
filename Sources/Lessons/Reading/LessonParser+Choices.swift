/// What gives the right choices away to somebody who knows nothing.
extension LessonParser {
  private struct Asked {
    let choices: [Choice]
    let right: Int

    /// Whether the right choice has more characters than every other one, by so many.
    func isRightLongest(by margin: (Int) -> Int) -> Bool {
      let lengths = choices.map(\.text.plain.count)
      let others = lengths.enumerated().filter { $0.offset != right }.map(\.element)
      guard let longest = others.max() else { return false }
      return lengths[right] > longest + margin(longest)
    }
  }

  /// Below so many questions a habit can't be told from chance.
  private static let fewest = 4

  mutating func checkChoices() {
    let asked = steps.flatMap(\.blocks).compactMap { block -> Asked? in
      guard case .question(let question) = block, let id = question.rightChoice,
        let right = question.choices.firstIndex(where: { $0.id.value == id })
      else { return nil }
      return Asked(choices: question.choices, right: right)
    }
    for question in asked where question.isRightLongest(by: { max(8, $0 / 2) }) {
      let id = question.choices[question.right].id
      report(.rightChoiceLongest(id.value), at: id.position)
    }
    guard asked.count >= Self.fewest, let place = header?.position else { return }
    let longest = asked.count { $0.isRightLongest { _ in 0 } }
    if longest * 2 > asked.count {
      report(.rightChoicesLongest(longest, of: asked.count), at: place)
    }
    let places = asked.map(\.right)
    for place in Set(places).sorted() {
      let count = places.count { $0 == place }
      guard count * 10 > asked.count * 6, let header else { continue }
      let letter = String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(place, 25)))))
      report(.rightChoicesAtOneLetter(letter, count, of: asked.count), at: header.position)
    }
  }
}

extension Question {
  /// The id of the one right choice, where there is one and the copy has it.
  fileprivate var rightChoice: String? {
    switch kind {
    case .choice(let question): question.key.kept?.answer.value
    case .predict(let prediction):
      if case .choice(_, let key) = prediction.form { key.kept?.value } else { nil }
    case .number, .choices, .expression, .task, .text: nil
    }
  }
}
