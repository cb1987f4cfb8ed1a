import TerminalText

extension Syllabus {
  /// What is wrong with the course beside the lessons of its folder; what its talks show, `assembled` says.
  package func diagnostics(among lessons: [Lesson]) -> [Diagnostic] {
    let known = lessons.map(\.header.id.value)
    var problems = unknownLessons(known) + repeated + missing(lessons) + outOfOrder(lessons)
    for talk in talks {
      if let twin = lessons.first(where: { $0.header.id.value == talk.header.id.value }) {
        problems.append(
          Located(.lessonTwice(twin.header.id.value, path: twin.path), at: talk.header.id.position)
        )
      }
      problems += talk.pieces.flatMap { $0.problems(among: lessons) }
      problems += talk.repetitions(among: lessons)
    }
    return Self.diagnostics(problems, path: path)
  }

  private func unknownLessons(_ known: [String]) -> [Located<Problem>] {
    let named =
      groups.flatMap(\.lessons) + prerequisites.flatMap { [$0.lesson] + $0.requires }
      + talks.flatMap { $0.pieces.map(\.lesson) }
    return named.filter { !known.contains($0.value) }.map { name in
      let nearest = Spelling.nearest(to: name.value, among: known)
      return Located(.unknownRequirement(name.value, nearest: nearest), at: name.position)
    }
  }

  private var repeated: [Located<Problem>] {
    let named = groups.flatMap(\.lessons)
    return named.enumerated().filter { index, name in
      named[..<index].contains { $0.value == name.value }
    }.map { Located(.repeated($0.element.value, key: "lessons"), at: $0.element.position) }
  }

  private func missing(_ lessons: [Lesson]) -> [Located<Problem>] {
    let named = Set(ids)
    return lessons.filter { !named.contains($0.header.id.value) }.map { lesson in
      Located(.notInCourse(lesson.header.id.value, path: lesson.path), at: position)
    }
  }

  /// What each lesson requires, by its header and by the course.
  private func requirements(_ lessons: [Lesson]) -> [String: [String]] {
    var all: [String: [String]] = [:]
    for lesson in lessons {
      all[lesson.header.id.value, default: []] += lesson.header.requires.map(\.value)
    }
    for more in prerequisites { all[more.lesson.value, default: []] += more.requires.map(\.value) }
    return all
  }

  /// A circle, or a lesson that stands before one that it requires.
  private func outOfOrder(_ lessons: [Lesson]) -> [Located<Problem>] {
    let requirements = requirements(lessons)
    let named = groups.flatMap(\.lessons)
    var inCircle: Set<String> = []
    var problems: [Located<Problem>] = []
    for (index, name) in named.enumerated() {
      if inCircle.contains(name.value) { continue }
      if let circle = Self.circle(from: name.value, requirements) {
        inCircle.formUnion(circle)
        problems.append(Located(.requiresInCircle(circle), at: name.position))
        continue
      }
      for required in requirements[name.value] ?? [] {
        guard let place = named.firstIndex(where: { $0.value == required }), place > index else {
          continue
        }
        problems.append(Located(.beforeRequired(name.value, required), at: name.position))
      }
    }
    return problems
  }

  /// The shortest way from a lesson over what each requires back to itself; nil where there is none.
  private static func circle(
    from start: String,
    _ requirements: [String: [String]]
  ) -> [String]? {
    var ways = [[start]]
    var seen: Set<String> = []
    while let way = ways.first, let last = way.last {
      ways.removeFirst()
      for next in requirements[last] ?? [] {
        if next == start { return way + [start] }
        if seen.insert(next).inserted { ways.append(way + [next]) }
      }
    }
    return nil
  }
}

extension Talk {
  /// Steps that come twice, and questions of the same id.
  fileprivate func repetitions(among lessons: [Lesson]) -> [Located<Problem>] {
    var problems: [Located<Problem>] = []
    var asked: [String: Int] = [:]
    for (index, piece) in pieces.enumerated() {
      if pieces[..<index].contains(where: { $0.id == piece.id }) {
        problems.append(Located(.repeated(piece.id, key: "pieces"), at: piece.step.position))
        continue
      }
      for id in piece.questions(among: lessons) {
        if let first = asked[id] {
          problems.append(Located(.askedTwice(id, first: first), at: piece.step.position))
        }
        asked[id] = asked[id] ?? piece.step.position.line
      }
    }
    return problems
  }
}

extension TalkPiece {
  /// The ids of the questions that it asks.
  fileprivate func questions(among lessons: [Lesson]) -> [String] {
    let lesson = lessons.first { $0.header.id.value == self.lesson.value }
    let step = lesson?.steps.first { $0.id.value == self.step.value }
    let ids = step?.questions.map(\.id.value) ?? []
    let asked = before.map { last in ids.prefix { $0 != last.value } } ?? ids[...]
    return asked.filter { id in !without.contains { $0.value == id } }
  }

  /// Names of steps and questions that the lesson hasn't.
  fileprivate func problems(among lessons: [Lesson]) -> [Located<Problem>] {
    guard let lesson = lessons.first(where: { $0.header.id.value == self.lesson.value }) else {
      return []
    }
    let steps = lesson.steps.map(\.id.value)
    guard let step = lesson.steps.first(where: { $0.id.value == self.step.value }) else {
      let nearest = Spelling.nearest(to: self.step.value, among: steps)
      let problem = Problem.unknownStep(
        self.step.value,
        of: self.lesson.value,
        nearest: nearest,
        allowed: steps
      )
      return [Located(problem, at: self.step.position)]
    }
    let questions = step.questions.map(\.id.value)
    return ([before].compactMap { $0 } + without).filter { !questions.contains($0.value) }
      .map { name in
        let nearest = Spelling.nearest(to: name.value, among: questions)
        let problem = Problem.unknownQuestion(
          name.value,
          of: step.id.value,
          nearest: nearest,
          allowed: questions
        )
        return Located(problem, at: name.position)
      }
  }
}
