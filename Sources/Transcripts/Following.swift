import Lessons
import Sessions

/// The inputs of a transcript in the order in which a lesson takes them.
///
/// On the text at which they were typed that is their own order. On another, an input belongs to the
/// question that the next prompt in the file names: the session is brought there, and each Enter
/// that is missing or too many on the way is supplied or left out. Nothing is shifted: what belongs
/// to a question that is gone is left out and named.
package struct Following: Sendable {
  private let exchanges: [Transcript.Exchange]
  /// For each exchange, the question that it or the next one behind it belongs to.
  private let targets: [String?]
  private let isSameText: Bool
  private let questions: Set<String>
  private var index = 0
  /// How many inputs were supplied before the next one of the file.
  private var supplied = 0
  /// The question whose prompt the file named last, and the step in which the session was then.
  private var asked: (id: String, step: Session.Place)?
  private var wasDropped = false
  /// What had to be done to the inputs.
  package private(set) var changes = Changes()

  /// What was done to inputs for another text of their lesson.
  package struct Changes: Sendable, Hashable {
    /// Inputs that the lesson needs and the file hasn't.
    var supplied = 0
    /// Exchanges of the file that have no place: so many presses of Enter too many.
    var dropped = 0
    /// Questions that the lesson no longer has, each with the first exchange that answers it.
    var gone: [Gone] = []
    /// Questions whose answers found no place.
    var lost: [String] = []

    struct Gone: Sendable, Hashable {
      let question: String
      let exchange: Int
    }
  }

  /// An input for the session, and the exchange that it comes from; nil for one that is supplied.
  package struct Next: Sendable {
    package let input: RecordedInput
    package let exchange: Int?
    /// How much of it Ctrl-C has left; nil where it ran to its end.
    package let cancellation: RecordedInput.Cancellation?
  }

  package init(_ transcript: Transcript, lesson: Lesson?) {
    exchanges = transcript.exchanges
    isSameText = lesson.map { transcript.isOnText(of: $0) } ?? true
    let ids = Set((lesson?.questions ?? []).map(\.id.value))
    questions = ids
    var target: String?
    targets =
      isSameText
      ? []
      : transcript.exchanges.reversed().map { exchange -> String? in
        if case .answer(let id) = exchange.prompt, ids.contains(id) { target = id }
        return target
      }.reversed()
  }

  /// The next input for a session that has taken those before; nil at the end.
  package mutating func next(_ session: Session) -> Next? {
    while index < exchanges.count {
      if isSameText { return take(exchanges[index].input) }
      if let next = aligned(exchanges[index], session) { return next }
    }
    return nil
  }

  /// Notes the questions that the file answers and the session, behind the last input, has no answer to.
  package mutating func finish(_ session: Session) {
    guard !isSameText else { return }
    for exchange in exchanges {
      guard case .answer(let id) = exchange.prompt, questions.contains(id),
        !changes.lost.contains(id), session.isUnanswered(id),
        session.reads(exchange.input.lines.joined(separator: "\n"), asAnswerTo: id)
      else { continue }
      changes.lost.append(id)
    }
  }

  // MARK: - On another text

  private mutating func aligned(_ exchange: Transcript.Exchange, _ session: Session) -> Next? {
    if exchange.input.cancellation != nil { return wasDropped ? drop() : take(exchange.input) }
    switch exchange.prompt {
    case .answer(let id):
      guard questions.contains(id) else { return ofMissing(id, exchange, session) }
      if let input = session.inputTowards(id), supplied < Self.mostSupplied {
        return supply(input)
      }
      guard session.prompt == .answer(id) else { return drop() }
      asked = (id, session.place)
      return entersNothing(exchange, session) ? drop() : take(exchange.input)
    case .notebook: return atNotebook(exchange.input, session)
    }
  }

  /// More than any lesson has between two questions.
  private static let mostSupplied = 10_000

  /// An input at a question that the lesson no longer has: only what is about the notebook stays.
  private mutating func ofMissing(
    _ id: String,
    _ exchange: Transcript.Exchange,
    _ session: Session
  ) -> Next? {
    if !changes.gone.contains(where: { $0.question == id }) {
      changes.gone.append(Changes.Gone(question: id, exchange: index))
    }
    let text = exchange.input.lines[0]
    switch session.command(in: text) {
    case "next"?, "skip"?, "hint"?, "answer"?: return drop()
    case _?: return take(exchange.input)
    case nil: return text.hasPrefix("?") ? take(exchange.input) : drop()
    }
  }

  /// Whether going on here would leave behind what the file does next.
  private func entersNothing(_ exchange: Transcript.Exchange, _ session: Session) -> Bool {
    let text = exchange.input.lines[0]
    guard exchange.input.lines.count == 1 else { return false }
    // An empty line at a question that waits only leaves it.
    if text.isEmpty, session.awaitsAnswer { return false }
    guard text.isEmpty || session.command(in: text) == "next" else { return false }
    return targetBehind.map { !session.leadsTo($0) } ?? false
  }

  /// The question that what follows the present exchange belongs to.
  private var targetBehind: String? { index + 1 < targets.count ? targets[index + 1] : nil }

  private mutating func atNotebook(_ input: RecordedInput, _ session: Session) -> Next? {
    let text = input.lines[0]
    switch input.lines.count == 1 ? session.command(in: text) : nil {
    case "next"?:
      guard let target = targets[index] else { return take(input) }
      return session.leadsTo(target) ? take(input) : drop()
    case "skip"?, "hint"?, "answer"?:
      // Without a name they are about the question that stood on the screen.
      if text.contains(" ") || asked?.step != session.place { return take(input) }
      guard let asked, let towards = session.inputTowards(asked.id) else { return take(input) }
      return supplied < Self.mostSupplied ? supply(towards) : drop()
    case _?: return take(input)
    case nil:
      // At the prompt of a question that the file doesn't know yet, it is no answer to that.
      guard case .answer = session.prompt, !text.hasPrefix("?") else { return take(input) }
      return take(RecordedInput(lines: ["? " + text] + input.lines.dropFirst()))
    }
  }

  private mutating func take(_ input: RecordedInput) -> Next {
    defer { (index, supplied, wasDropped) = (index + 1, 0, false) }
    let behind = index + 1 < exchanges.count ? exchanges[index + 1].input.cancellation : nil
    return Next(input: input, exchange: index, cancellation: behind)
  }

  private mutating func supply(_ line: String) -> Next {
    supplied += 1
    changes.supplied += 1
    return Next(input: RecordedInput(lines: [line]), exchange: nil, cancellation: nil)
  }

  private mutating func drop() -> Next? {
    changes.dropped += 1
    (index, supplied, wasDropped) = (index + 1, 0, true)
    return nil
  }
}
