extension Lesson {
  /// Reads a lesson; there is one exactly if no diagnostic is an error.
  ///
  /// Diagnostics come in the order of the file.
  package static func parse(
    _ bytes: [UInt8],
    path: String
  ) -> (lesson: Lesson?, diagnostics: [Diagnostic]) {
    var problems: [Located<Problem>] = []
    var lesson: Lesson?
    switch LessonSource.read(bytes) {
    case .failure(let fault): problems = [Located(fault.problem, at: fault.position)]
    case .success(let source):
      if let problem = SourceLimits.check(source) {
        problems = [problem]
      } else if let markup = Markup(source.text) {
        var parser = LessonParser(source, markup)
        lesson = parser.lesson(path: path)
        problems = parser.problems
      } else {
        problems = [Located(.tooDense, at: .start)]
      }
    }
    let diagnostics = problems.enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map { Diagnostic(path: path, position: $0.element.position, problem: $0.element.value) }
    let isSound = !diagnostics.contains { $0.severity == .error }
    return (isSound ? lesson : nil, diagnostics)
  }

  /// Reads a lesson from text.
  package static func parse(
    _ text: String,
    path: String
  ) -> (lesson: Lesson?, diagnostics: [Diagnostic]) {
    parse(Array(text.utf8), path: path)
  }
}
