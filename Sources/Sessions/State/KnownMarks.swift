import Lessons

/// What keys and answers have come to, by all that it follows from: a class asks for the same again and again.
///
/// It is for lessons of one text each; of another text the same answers may come to something else.
package struct KnownMarks: Sendable {
  private var questions: [Variant: Known] = [:]
  private var count = 0

  package init() {}

  /// A question with the values that a learner has in it.
  private struct Variant: Hashable {
    let lesson: String
    let question: String
    let entries: [Frozen.Entry]
  }

  private struct Known {
    let marker: Marker
    let isFaulty: Bool
    var results: [Marker.Basis: Marker.Result] = [:]
  }

  /// So many results are kept, each of an answer of so many bytes: some megabytes.
  private static let (most, longest) = (4096, 1024)

  /// What marks a question of a session, and whether its own key cannot be worked out.
  mutating func marker(
    of question: Question,
    in session: Session
  ) -> (marker: Marker, isFaulty: Bool) {
    let frozen = session.frozen(question)
    let variant = Self.variant(question, session, frozen)
    if let known = questions[variant] { return (known.marker, known.isFaulty) }
    // A report has the meanings of wrong answers, and not which condition of a task fails.
    let answerable = question.kind.answerable
    let marker = Marker(
      question,
      frozen: answerable.prepared(frozen),
      tells: !answerable.isHandedIn
    )
    let known = Known(marker: marker, isFaulty: marker.isFaulty)
    if questions.count >= Self.most { self = KnownMarks() }
    questions[variant] = known
    return (known.marker, known.isFaulty)
  }

  /// What an attempt comes to; nil where the copy of the lesson has no key.
  mutating func result(
    of attempt: AnswerRecord.Attempt,
    _ basis: Marker.Basis,
    _ marker: Marker,
    in session: Session
  ) -> Marker.Result? {
    let variant = Self.variant(marker.question, session, marker.frozen)
    if let result = questions[variant]?.results[basis] { return result }
    let result = marker.result(of: attempt.answer, notebook: attempt.notebook)
    if basis.bytes <= Self.longest, count < Self.most, let result {
      count += 1
      questions[variant]?.results[basis] = result
    }
    return result
  }

  private static func variant(
    _ question: Question,
    _ session: Session,
    _ frozen: Frozen
  ) -> Variant {
    Variant(lesson: session.name, question: question.id.value, entries: frozen.entries)
  }
}

extension Marker.Basis {
  /// About how much its texts take.
  fileprivate var bytes: Int {
    let answered =
      switch answer {
      case .number(_, let text), .formula(let text), .words(let text): text.utf8.count
      case .choices(let ids): ids.reduce(0) { $0 + $1.utf8.count }
      case .points(let values): 24 * values.count
      case .state, .handedIn: 0
      }
    return answered + own.reduce(0) { $0 + $1.utf8.count }
  }
}
