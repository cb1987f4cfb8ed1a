extension Syllabus {
  /// Reads a course; there is one exactly if no diagnostic is an error.
  ///
  /// Whether its lessons are there, `diagnostics(among:)` says.
  package static func parse(
    _ bytes: [UInt8],
    path: String
  ) -> (syllabus: Syllabus?, diagnostics: [Diagnostic]) {
    var problems: [Located<Problem>] = []
    var syllabus: Syllabus?
    switch LessonSource.read(bytes) {
    case .failure(let fault): problems = [Located(fault.problem, at: fault.position)]
    case .success(let source):
      if let problem = SourceLimits.check(source) {
        problems = [problem]
      } else {
        switch TOMLTable.read(source, from: 1, to: source.lines.count + 1) {
        case .failure(let fault): problems = [Located(fault.problem, at: fault.position)]
        case .success(let table):
          var reader = SyllabusReader(table, source)
          syllabus = reader.syllabus(path: path)
          problems = reader.problems
        }
      }
    }
    let diagnostics = Self.diagnostics(problems, path: path)
    return (diagnostics.isEmpty ? syllabus : nil, diagnostics)
  }

  /// The problems in the order of the file.
  static func diagnostics(_ problems: [Located<Problem>], path: String) -> [Diagnostic] {
    problems.enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map { Diagnostic(path: path, position: $0.element.position, problem: $0.element.value) }
  }
}
