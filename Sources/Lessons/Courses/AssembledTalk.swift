/// A talk as a lesson, which plays, presents and replays as any other.
package struct AssembledTalk: Sendable {
  /// The lesson; nil where its parts don't make one.
  package let lesson: Lesson?
  /// What is wrong with it, at the places of the course.
  package let diagnostics: [Diagnostic]
  private let talk: Talk
  private let path: String
  private let origins: [TalkOrigin]

  init(_ talk: Talk, of lessons: [Lesson], path: String) {
    var text = TalkText(talk, path: path)
    for piece in talk.pieces {
      guard let lesson = lessons.first(where: { $0.header.id.value == piece.lesson.value }) else {
        continue
      }
      text.add(piece, of: lesson)
    }
    let parsed = Lesson.parse(text.lines.map { $0 + "\n" }.joined(), path: path)
    (lesson, self.talk, self.path, origins) = (parsed.lesson, talk, path, text.origins)
    diagnostics = parsed.diagnostics.filter { $0.severity == .error }.map { fault in
      let words = "\(fault.message) \(fault.advice)"
      return Self.diagnostic(words, at: fault.position, talk, path, text.origins)
    }
  }

  /// The place of the course that brings in what stands at a place of the assembled lesson.
  package func place(of position: Position) -> Position {
    let origin = Self.origin(of: position, origins)
    return origin.piece ?? Position(line: origin.line, column: 1)
  }

  /// What is wrong at a place of the assembled lesson, at the place of the course that brings it in.
  package func diagnostic(_ text: String, at position: Position) -> Diagnostic {
    Self.diagnostic(text, at: position, talk, path, origins)
  }

  private static func diagnostic(
    _ text: String,
    at position: Position,
    _ talk: Talk,
    _ path: String,
    _ origins: [TalkOrigin]
  ) -> Diagnostic {
    let origin = origin(of: position, origins)
    let problem = Problem.faultOfTalk(
      talk.header.id.value,
      text: text,
      path: origin.path,
      line: origin.line
    )
    return Diagnostic(
      path: path,
      position: origin.piece ?? Position(line: origin.line, column: 1),
      problem: problem
    )
  }

  private static func origin(of position: Position, _ origins: [TalkOrigin]) -> TalkOrigin {
    origins[min(max(position.line, 1), origins.count) - 1]
  }
}

extension Syllabus {
  /// A talk of the course as a lesson: the chosen steps one after another, as their authors wrote them.
  ///
  /// The same lessons give the same text, and so the same digest.
  package func assembled(_ talk: Talk, of lessons: [Lesson]) -> AssembledTalk {
    AssembledTalk(talk, of: lessons, path: path)
  }
}
