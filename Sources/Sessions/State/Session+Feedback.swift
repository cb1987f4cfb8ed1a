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
    switch question.kind.answerable.outcome {
    case .guess: shown += guessed(question, attempt, result)
    case .kept: shown.append(.message(StyledText("Kept for your instructor.")))
    case .verdict: shown.append(.message(verdictText(question, attempt, result)))
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
    let points = Self.points(verdict, attempt)
    switch verdict.mark {
    case .correct:
      return StyledText("Right\(Self.worked(attempt.answer)).\(points)", .success)
    case .partial:
      return StyledText(
        "Partly there.\(points) Go on changing the notebook, then type done again.",
        .warning
      )
    case .incorrect:
      return StyledText("Not yet.\(advice(question, result))", .warning)
    case .overBudget:
      return StyledText(
        "Checking this would take too long. Take fewer layers or smaller widths, then type done again.",
        .warning
      )
    case .lessonFault:
      return StyledText(
        "The lesson cannot mark this question; the fault is its own, and the question doesn't count. Enter goes on.",
        .error
      )
    case .unanswered, .invalid: return StyledText("Not yet.", .warning)
    }
  }

  private static func points(_ verdict: Verdict, _ attempt: AnswerRecord.Attempt) -> String {
    guard verdict.maximum > 0 else { return "" }
    guard attempt.counts else { return " It scores nothing now." }
    let unit = verdict.maximum == 100 ? "point" : "points"
    return " \(pointsText(verdict.earned)) of \(pointsText(verdict.maximum)) \(unit)."
  }

  /// What to type after a wrong answer; a known one has its meaning below instead.
  private func advice(_ question: Question, _ result: Marker.Result) -> String {
    guard result.meaning == nil else { return "" }
    let hints = answers[question.id.value]?.hints ?? 0
    let help =
      hints < question.hints.count
      ? " :hint helps." : " :skip gives up and shows the explanation."
    switch question.kind.answerable.trying {
    case .freeLine: return " A line that begins with ? is tried for free." + help
    case .changingTheNotebook: return " Go on changing the notebook, then type done again." + help
    case nil: return help
    }
  }

  /// `: 1.5^19 = 2216.83782005310` where the answer was more than a number.
  private static func worked(_ answer: Answer) -> String {
    guard case .number(let value, let text) = answer else { return "" }
    let number = Rendering.number(value)
    return text.trimmingBlanks == number ? "" : ": \(neutralised(text)) = \(number)"
  }

  private func guessed(
    _ question: Question,
    _ attempt: AnswerRecord.Attempt,
    _ result: Marker.Result
  ) -> [Shown] {
    let mine: String
    switch attempt.answer {
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
    let verdict = result.verdict
    let points =
      verdict.maximum == 0
      ? ""
      : attempt.counts
        ? " \(pointsText(verdict.earned)) of \(pointsText(verdict.maximum)) for guessing."
        : " It scores nothing now."
    return [.message(StyledText("Your guess: \(mine).\(comparison)\(praise)\(points)", .success))]
  }

  func explanation(_ question: Question) -> [Shown] {
    let isAnswered = answers[question.id.value]?.attempts.isEmpty == false
    let first =
      isAnswered
      ? "What you have answered stays; further answers score nothing."
      : "Given up: nothing scores here any more."
    guard let explain = question.explain else {
      let missing = lesson.isReleased ? " The explanation is in the full lesson." : ""
      return [.message(StyledText(first + missing + " Enter goes on."))]
    }
    return [
      .message(StyledText(first, .faint)),
      .prose(explain, values: values(of: explain, question)),
      .message(StyledText("Enter goes on.", .faint)),
    ]
  }

  // MARK: - Marks

  /// The mark that a question has now: the best of the attempts that count, or the first.
  package func verdict(_ question: Question) -> Verdict? {
    if question.kind.answerable.outcome == .kept { return nil }
    let marker = Marker(question, frozen: frozen(question))
    let maximum = marker.maximum
    if marker.isFaulty { return Verdict(.lessonFault, of: maximum) }
    let record = answers[question.id.value] ?? AnswerRecord()
    let counted = record.attempts.filter(\.counts)
    guard !counted.isEmpty else {
      let isInvalid = record.refusals > 0 && record.attempts.isEmpty
      return Verdict(isInvalid ? .invalid : .unanswered, of: maximum)
    }
    var best = Verdict(.incorrect, of: maximum)
    for attempt in counted {
      guard let result = marker.result(of: attempt.answer, notebook: attempt.notebook) else {
        return nil
      }
      let verdict = result.verdict
      if verdict.mark == .correct || verdict.mark == .lessonFault { return verdict }
      if verdict.earned > best.earned || best.mark == .incorrect { best = verdict }
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
      let most = verdict?.maximum ?? question.mostPoints
      maximum += most
      // Without a key, or for a person to read, an answer is kept and not marked.
      let mark = verdict?.mark.rawValue ?? (attempts == 0 ? "unanswered" : "kept")
      let earnedText = verdict.map { pointsText($0.earned) } ?? "-"
      let points = most == 0 && verdict == nil ? "-" : "\(earnedText) of \(pointsText(most))"
      rows.append([
        StyledText(question.id.value, .code), StyledText(mark),
        StyledText(points), StyledText(attempts == 0 ? "" : "\(attempts)"),
      ])
    }
    rows.append([
      StyledText("all"), StyledText(rows.contains { $0[1].plain == "kept" } ? "so far" : ""),
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

extension Question {
  /// The most that it is worth by machine, in hundredths; what a person reads earns nothing here.
  fileprivate var mostPoints: Int {
    switch (credit, kind.answerable.outcome) {
    case (.practice, _), (_, .kept): 0
    case (.counted(let points, _), .verdict), (.counted(let points, _), .guess): points.hundredths
    }
  }
}
