/// The text of the lesson that a talk becomes, each line with the place that it is from.
struct TalkText {
  private(set) var lines: [String] = []
  private(set) var origins: [TalkOrigin] = []
  private let path: String

  /// The talk's header and title.
  init(_ talk: Talk, path: String) {
    self.path = path
    for line in TOMLWriter.lesson(talk.table) {
      add(line.text, TalkOrigin(path: path, line: line.sourceLine, piece: nil))
    }
    let title = talk.header.title
    let origin = TalkOrigin(path: path, line: title.position.line, piece: nil)
    for line in ["", "# \(title.value)", ""] { add(line, origin) }
  }

  /// Adds a step of a lesson, under an id of its own; with the first step comes what stands before it.
  mutating func add(_ piece: TalkPiece, of lesson: Lesson) {
    guard let index = lesson.steps.firstIndex(where: { $0.id.value == piece.step.value }) else {
      return
    }
    let source = lesson.source
    let step = lesson.steps[index]
    let first = step.title.position.line
    func add(_ line: String, from number: Int) {
      let place = piece.step.position
      self.add(line, TalkOrigin(path: lesson.path, line: number, piece: place))
    }
    add(source.line(first), from: first)
    add("<!-- id: \(piece.id) -->", from: first)
    if index == 0 {
      let opening = Self.opening(of: lesson)
      if !opening.isEmpty { add("", from: first) }
      for number in opening { add(source.line(number), from: number) }
    }
    let end =
      lesson.steps.indices.contains(index + 1)
      ? lesson.steps[index + 1].title.position.line : source.lines.count + 1
    let cut = piece.before.flatMap { step.question($0.value)?.position.line } ?? end
    let left = piece.without.compactMap { step.question($0.value) }
      .map { source.fence(from: $0.position.line) }
    for number in first + 1..<max(cut, first + 1) {
      guard number != step.writtenID, !left.contains(where: { $0.contains(number) }) else {
        continue
      }
      add(source.line(number), from: number)
    }
    add("", from: end - 1)
  }

  private mutating func add(_ line: String, _ origin: TalkOrigin) {
    lines.append(line)
    origins.append(origin)
  }

  /// The lines between the header and the first step, without the title and the empty ones above what they say.
  private static func opening(of lesson: Lesson) -> [Int] {
    let source = lesson.source
    let start = source.fence(from: lesson.header.position.line).upperBound + 1
    let end = lesson.steps[0].title.position.line
    let title = (start..<max(start, end)).first { source.line($0).hasPrefix("# ") }
    let lines = (start..<max(start, end)).filter { $0 != title }
    return Array(lines.drop { source.line($0).isEmpty })
  }
}

extension Step {
  fileprivate func question(_ id: String) -> Question? { questions.first { $0.id.value == id } }

  /// The line of the comment that gives its id; nil where the id is made of its title.
  fileprivate var writtenID: Int? {
    id.position.line == title.position.line ? nil : id.position.line
  }
}

extension LessonSource {
  /// The lines of a fence that is closed, from its first to its last.
  fileprivate func fence(from first: Int) -> ClosedRange<Int> {
    let marks = line(first).prefix { $0 == line(first).first }.count
    let mark = line(first).first ?? "`"
    let last = (first + 1..<max(first + 1, lines.count + 1)).first { number in
      let text = line(number).drop { $0 == " " }
      let run = text.prefix { $0 == mark }
      return run.count >= marks && text.dropFirst(run.count).allSatisfy { $0 == " " }
    }
    return first...max(first, last ?? lines.count)
  }
}
