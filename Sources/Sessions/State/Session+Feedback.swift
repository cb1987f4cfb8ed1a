import DeepNetworks
import Lessons
import Notebooks
import TerminalText

// What is said of an answer.
extension Session {
  func feedback(_ question: Question, _ attempt: AnswerRecord.Attempt) -> [Shown] {
    let frozen = frozen(question)
    let marker = Marker(question, frozen: frozen)
    guard let result = marker.result(of: attempt.answer, notebook: attempt.notebook) else {
      return [.message(StyledText("Your answer is kept. It is marked with the full lesson."))]
    }
    var shown: [Shown] = []
    switch question.kind {
    case .predict: shown += guessed(question, attempt.answer, result)
    case .text: shown.append(.message(StyledText("Kept for your instructor.")))
    case .number, .choice, .choices, .expression, .task:
      shown.append(.message(verdictText(question, attempt, result)))
    }
    if let meaning = result.meaning {
      shown.append(.prose(meaning, values: values(of: meaning, question)))
    }
    if result.verdict.mark == .correct, let explain = question.explain {
      shown.append(.prose(explain, values: values(of: explain, question)))
    }
    return shown
  }

  private func verdictText(
    _ question: Question,
    _ attempt: AnswerRecord.Attempt,
    _ result: Marker.Result
  ) -> StyledText {
    let verdict = result.verdict
    let points =
      !attempt.counts
      ? " It scores nothing now."
      : verdict.maximum == 0
        ? ""
        : " \(pointsText(verdict.earned)) of \(pointsText(verdict.maximum)) \(verdict.maximum == 100 ? "point" : "points")."
    switch verdict.mark {
    case .correct:
      return StyledText("Right\(Self.worked(attempt.answer)).\(points)", .success)
    case .partial:
      return StyledText("Partly there.\(points) Go on changing, then done again.", .warning)
    case .incorrect:
      let next = result.meaning == nil ? " ? tries things for free; :hint helps." : ""
      return StyledText("Not yet.\(next)", .warning)
    case .overBudget:
      return StyledText(
        "Checking this would take too long. Take fewer layers or smaller widths.",
        .warning
      )
    case .lessonFault:
      return StyledText(
        "The lesson cannot work out its own key here; the question doesn't count.",
        .error
      )
    case .unanswered, .invalid: return StyledText("Not yet.", .warning)
    }
  }

  /// `: 1.5^19 = 2216.83782005310` where the answer was more than a number.
  private static func worked(_ answer: Answer) -> String {
    guard case .number(let value, let text) = answer else { return "" }
    let number = Rendering.number(value)
    return text.trimmingBlanks == number ? "" : ": \(neutralised(text)) = \(number)"
  }

  private func guessed(_ question: Question, _ answer: Answer, _ result: Marker.Result) -> [Shown] {
    let mine: String
    switch answer {
    case .number(let value, _): mine = Rendering.number(value, digits: 6)
    case .points(let values):
      mine = values.map { Rendering.number($0, digits: 6) }.joined(separator: ", ")
    case .choices(let ids):
      mine = ids.compactMap { letter(of: $0, question) }.joined(separator: ", ")
    case .state(let state): mine = state.rawValue
    case .formula(let text), .words(let text): mine = neutralised(text)
    case .handedIn: mine = "handed in"
    }
    let network = result.shown.map { Rendering.number($0, digits: 6) }.joined(separator: ", ")
    let comparison = network.isEmpty ? "" : " The network: \(network)."
    let praise = result.isNear ? " A good guess." : ""
    let points =
      result.verdict.maximum == 0
      ? ""
      : " \(pointsText(result.verdict.earned)) of \(pointsText(result.verdict.maximum)) for guessing."
    return [.message(StyledText("Your guess: \(mine).\(comparison)\(praise)\(points)", .success))]
  }

  func explanation(_ question: Question) -> [Shown] {
    guard let explain = question.explain else {
      return [
        .message(StyledText("Given up. The explanation is in the full lesson. Enter goes on."))
      ]
    }
    return [
      .message(StyledText("Given up: nothing scores here any more.", .faint)),
      .prose(explain, values: values(of: explain, question)),
    ]
  }

  // MARK: - Marks

  /// The mark that a question has now: the best of the attempts that count, or the first.
  package func verdict(_ question: Question) -> Verdict? {
    if case .text = question.kind { return nil }
    let marker = Marker(question, frozen: frozen(question))
    let maximum = marker.maximum
    guard let record = answers[question.id.value], !record.attempts.isEmpty else {
      let refused = answers[question.id.value]?.refusals ?? 0
      return Verdict(refused > 0 ? .invalid : .unanswered, of: maximum)
    }
    var counted = record.attempts.filter(\.counts)
    if case .counted(_, .first) = question.credit { counted = Array(counted.prefix(1)) }
    var best = Verdict(.incorrect, of: maximum)
    for attempt in counted {
      guard let result = marker.result(of: attempt.answer, notebook: attempt.notebook) else {
        return nil
      }
      if result.verdict.mark == .lessonFault { return result.verdict }
      if result.verdict.earned > best.earned || best.mark == .incorrect { best = result.verdict }
      if best.mark == .correct { break }
    }
    return best
  }

  var scoreTable: TextTable {
    var earned = 0
    var maximum = 0
    var rows: [[StyledText]] = []
    for question in lesson.questions {
      guard case .counted = question.credit else { continue }
      let attempts = answers[question.id.value]?.attempts.count ?? 0
      let verdict = verdict(question)
      earned += verdict?.earned ?? 0
      maximum += verdict?.maximum ?? 0
      let points = verdict.map { "\(pointsText($0.earned)) of \(pointsText($0.maximum))" } ?? "kept"
      rows.append([
        StyledText(question.id.value, .code), StyledText(verdict?.mark.rawValue ?? "kept"),
        StyledText(points), StyledText(attempts == 0 ? "" : "\(attempts)"),
      ])
    }
    rows.append([
      StyledText("all"), StyledText(""),
      StyledText("\(pointsText(earned)) of \(pointsText(maximum))"),
      StyledText(""),
    ])
    return TextTable(
      header: ["question", "mark", "points", "attempts"].map { StyledText($0, .heading) },
      rows: rows,
      alignments: [.left, .left, .right, .right]
    )
  }
}
