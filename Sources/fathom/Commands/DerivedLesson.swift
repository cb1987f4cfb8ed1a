import Lessons
import Sessions

/// A graded lesson of one's own, made of another one.
struct DerivedLesson {
  private(set) var text = ""
  /// Questions whose numbers are drawn for each learner.
  private(set) var varied: [String] = []
  /// What `check` would say of it all the same.
  private(set) var faults: [String] = []

  /// The id of the lesson that it was made of.
  var original: String { source.header.id.value }

  private let source: Lesson
  private let lines: [String]

  /// Makes it; a question that would not pass `check` with drawn numbers stays as it was.
  init(_ source: Lesson, text: String, id: String, title: String, path: String) {
    self.source = source
    lines = text.replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var left = Set(source.questions.map(\.id.value))
    while true {
      let (made, varied) = written(id: id, title: title, varying: left)
      (self.text, self.varied) = (made, varied)
      let (lesson, diagnostics) = Lesson.parse(made, path: path)
      let problems =
        diagnostics.filter { $0.severity == .error }.map { ($0.position.line, $0.text) }
        + (lesson.map { Audit.findings($0) } ?? []).filter { $0.severity == .error }
        .map { ($0.position.line, $0.text) }
      faults = problems.map(\.1)
      // Where it stands, or what is said of it in another place.
      let named = varied.filter { id in faults.contains { $0.contains("'\(id)'") } }
      let bad = Set(problems.compactMap { question(at: $0.0) } + named).intersection(varied)
      guard !faults.isEmpty, !varied.isEmpty else { return }
      left.subtract(bad.isEmpty ? Set(varied) : bad)
    }
  }

  /// The id of the question in which a line of what was made stands.
  private func question(at line: Int) -> String? {
    let made = text.split(separator: "\n", omittingEmptySubsequences: false)
    let above = made.prefix(line)
    guard let start = above.lastIndex(where: { $0.hasPrefix("```toml question") }) else {
      return nil
    }
    let head = made[start...].prefix { $0 != "```" }
    return head.firstMatch { $0.wholeMatch(of: /id = "([^"]+)"\s*/).map { String($0.output.1) } }
  }

  private func written(
    id: String,
    title: String,
    varying wanted: Set<String>
  ) -> (text: String, varied: [String]) {
    var made: [String] = []
    var varied: [String] = []
    var hasTitle = false
    var rest = lines[...]
    while let line = rest.popFirst() {
      if line.hasPrefix("# "), !hasTitle {
        hasTitle = true
        made.append("# \(title)")
        continue
      }
      made.append(line)
      guard line.hasPrefix("```") else { continue }
      let content = Array(rest.prefix { !$0.hasPrefix("```") })
      rest = rest.dropFirst(content.count)
      var inner = QuestionText(content)
      if line.hasPrefix("```toml lesson") {
        for (key, value) in [
          ("format", "2"), ("id", "\"\(id)\""), ("title", "\"\(title)\""),
          ("version", "\"0.1.0\""), ("requires", "[]"), ("mode", "\"graded\""), ("class", nil),
        ] { inner.set(key, to: value) }
      } else if line.hasPrefix("```toml question"),
        let question = source.questions.first(where: { "\"\($0.id.value)\"" == inner.value("id") }),
        wanted.contains(question.id.value), let other = VariedQuestion(question, inner)
      {
        inner = other.text
        varied.append(question.id.value)
      }
      made += line.hasPrefix("```toml") ? inner.lines : content
      if let end = rest.popFirst() { made.append(end) }
    }
    return (made.joined(separator: "\n"), varied)
  }
}

extension Sequence {
  /// The first result that there is.
  fileprivate func firstMatch<Result>(_ body: (Element) -> Result?) -> Result? {
    for element in self { if let result = body(element) { return result } }
    return nil
  }
}
