import Lessons

/// What a learners' copy has to read, cells and parameters too.
enum LessonTexts {
  /// Where a text stands.
  enum Role: Sendable, Hashable {
    /// In the lesson's own voice; `nil` for the header and what stands before the first step.
    case lesson(step: Int?)
    case ask(of: String, step: Int)
    case hint(of: String, step: Int)
    case choice(of: String, step: Int)

    /// The step it is in.
    var step: Int? {
      switch self {
      case .lesson(let step): step
      case .ask(_, let step), .hint(_, let step), .choice(_, let step): step
      }
    }
  }

  /// A paragraph, with the question's own values put in.
  struct Text: Sendable, Hashable {
    let role: Role
    let plain: String
    let position: Position
    /// Whether it is in the cell language, and not in words.
    var isSource = false

    /// The numbers and expressions in it.
    func quantities(names: Set<String>) -> [Quantity] {
      isSource
        ? Quantity.all(inSource: plain, names: names) : Quantity.all(in: plain, names: names)
    }
  }

  /// All of them in order.
  static func all(in lesson: Lesson) -> [Text] {
    let header = lesson.header
    let opening = [header.summary] + header.objectives + header.takeaways
    return opening.flatMap { texts($0, .lesson(step: nil)) }
      + lesson.opening.flatMap { texts($0, nil, lesson) }
      + lesson.steps.enumerated().flatMap { index, step in
        [Text(role: .lesson(step: index), plain: step.title.value, position: step.title.position)]
          + step.blocks.flatMap { texts($0, index, lesson) }
      }
  }

  private static func texts(_ block: Block, _ step: Int?, _ lesson: Lesson) -> [Text] {
    switch block {
    case .prose(let prose): texts(prose, .lesson(step: step))
    case .parameters(let parameters):
      parameters.flatMap { parameter in
        [
          Text(
            role: .lesson(step: step),
            plain: parameter.value.text,
            position: parameter.name.position,
            isSource: true
          )
        ] + texts(parameter.meaning, .lesson(step: step))
      }
    case .cell(let cell):
      cell.source.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        Text(
          role: .lesson(step: step),
          plain: String($0.element),
          position: Position(line: cell.position.line + $0.offset, column: 1),
          isSource: true
        )
      }
    case .question(let question): texts(question, step ?? 0, lesson)
    case .speaker: []
    }
  }

  private static func texts(_ question: Question, _ step: Int, _ lesson: Lesson) -> [Text] {
    let id = question.id.value
    let texts =
      texts(question.ask, .ask(of: id, step: step))
      + question.hints.flatMap { self.texts($0, .hint(of: id, step: step)) }
      + question.choices.flatMap { self.texts($0.text, .choice(of: id, step: step)) }
    let frozen = Frozen(question, lesson: lesson.header.id.value, learner: Learner())
    return texts.map { text in
      let plain = frozen.entries.reduce(text.plain) {
        $0.replacing("{\($1.name)}", with: $1.text)
      }
      return Text(role: text.role, plain: plain, position: text.position)
    }
  }

  private static func texts(_ prose: Prose, _ role: Role) -> [Text] {
    prose.paragraphs.compactMap { paragraph in
      paragraph.elements.first.map {
        Text(role: role, plain: paragraph.plain, position: $0.position)
      }
    }
  }
}
