import Lessons
import Notebooks
import Sessions
import TerminalText
import Testing

/// Somebody at a session: types lines and reads what comes back, at 80 columns and without styles.
struct Player {
  var session: Session
  /// What the last input brought.
  private(set) var effects: [Effect] = []

  /// A session of a lesson text, begun.
  init(_ text: String, learner: Learner = Learner()) throws {
    session = Session(try lesson(text), learner: learner)
    effects = session.begin()
  }

  init(_ lesson: Lesson, learner: Learner = Learner()) {
    session = Session(lesson, learner: learner)
    effects = session.begin()
  }

  /// A notebook of one's own, begun.
  init(notebook name: String) {
    session = Session(.notebook(name))
    effects = session.begin()
  }

  /// Everything that the last input showed.
  var seen: String { effects.text(session.settings.layout) }

  /// The figures and tables among it.
  var figures: [String] {
    effects.compactMap { effect in
      guard case .show(.output(.figure(let figure))) = effect else { return nil }
      return figure.rendered(session.settings.layout).plain
    }
  }

  @discardableResult
  mutating func type(_ line: String) -> String {
    effects = session.handle(.line(line))
    return seen
  }

  /// Types several lines; returns what the last one showed.
  @discardableResult
  mutating func type(_ lines: [String]) -> String {
    for line in lines { type(line) }
    return seen
  }

  @discardableResult
  mutating func enter(_ times: Int = 1) -> String {
    for _ in 0..<times { type("") }
    return seen
  }

  @discardableResult
  mutating func cancel() -> String {
    effects = session.handle(.cancelled)
    return seen
  }

  /// Presses Enter until a question's prompt is there.
  @discardableResult
  mutating func enter(until id: String) -> String {
    for _ in 0..<50 where session.prompt != .answer(id) { type("") }
    return seen
  }

  var prompt: String { session.prompt.text }

  /// What a name stands for, as the learner or the lesson wrote it.
  func definition(_ name: String) -> String? {
    session.notebook.definitions[name]?.statement.text
  }

  var definitions: [String] { session.notebook.definitions.all.map(\.statement.text) }

  func verdict(_ id: String) -> Verdict? {
    session.questions.first { $0.id.value == id }.flatMap { session.verdict($0) }
  }

  func mark(_ id: String) -> Mark? { verdict(id)?.mark }
}

extension [Effect] {
  func text(_ layout: Layout) -> String {
    var lines: [String] = []
    for effect in self {
      guard case .show(let shown) = effect else { continue }
      if shown.opensParagraph, !lines.isEmpty { lines.append("") }
      // Sentences on one line, so that a test reads like what was said.
      if case .message(let words) = shown {
        lines.append(words.plain)
      } else {
        lines.append(shown.rendered(layout).plain)
      }
    }
    return lines.joined(separator: "\n")
  }
}

/// A lesson without a mistake, or a failed test that says what is wrong with it.
func lesson(_ text: String) throws -> Lesson {
  let (lesson, diagnostics) = Lesson.parse(text, path: "test.lesson.md")
  return try #require(lesson, "\(diagnostics.map(\.text).joined(separator: "\n"))")
}

/// The learners' copy of a lesson, parsed again.
func copyWithoutKeys(_ text: String) throws -> Lesson {
  try lesson(try lesson(text).released())
}
