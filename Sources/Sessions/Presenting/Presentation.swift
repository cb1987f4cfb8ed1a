import Lessons
import Notebooks
import TerminalText

/// A lesson in front of a class: what the session shows, one piece per key press.
///
/// Pure: it is given effects, hands out pieces, and says which input the session needs next. A
/// question comes without its key; the piece after it is its explanation.
package struct Presentation: Sendable {
  /// The title of the step, above everything else.
  package private(set) var title = StyledText()
  /// What was revealed on this page.
  package private(set) var stage: [Shown] = []
  private var pending: [Shown] = []

  package init() {}

  /// Takes what an input has shown, cut into what one key press reveals.
  package mutating func take(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .show(let shown): take(shown)
      // The presenter says when it is over, pastes nothing, and hands a talk in nowhere.
      case .leave, .stopped: break
      }
    }
  }

  private mutating func take(_ shown: Shown) {
    switch shown {
    case .prose(let prose, let values):
      pending += prose.paragraphs.map { .prose($0, values: values) }
    // What the session says to a learner is not for a class.
    case .message, .table: break
    case .heading, .cell, .output, .labelled, .failure, .question, .parameters, .verbatim:
      pending.append(shown)
    }
  }

  /// Reveals the next piece; nil where the session has to go on first.
  package mutating func reveal() -> Shown? {
    guard !pending.isEmpty else { return nil }
    let next = pending.removeFirst()
    guard case .heading(let title) = next else {
      stage.append(next)
      return next
    }
    // A new step is a new page, and its title stands on it before anything else.
    self.title = title
    stage = []
    return next
  }

  /// Forgets what is still to come, as when the presenter goes somewhere else.
  package mutating func drop() { pending = [] }

  /// The input that makes the session go on; nil at the end of the lesson.
  package func nextInput(_ session: Session) -> String? {
    if session.isAllShown { return nil }
    guard case .answer(let id) = session.prompt,
      let question = session.questions.first(where: { $0.id.value == id })
    else { return "" }
    switch question.kind.answerable.outcome {
    case .guess, .kept: return ":next"
    case .verdict: return ":skip"
    }
  }
}

extension Session {
  /// What the author says to the instructor about the step where the session is.
  package var speakerNotes: [Prose] {
    let blocks = step?.blocks ?? opening
    return (position.step == 0 ? opening : []).notes + blocks.notes
  }
}

extension [Block] {
  fileprivate var notes: [Prose] {
    compactMap { block in if case .speaker(let note) = block { note.prose } else { nil } }
  }
}
