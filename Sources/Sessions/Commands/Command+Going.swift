import Lessons
import Notebooks
import TerminalText

// Through the lesson.
extension Command {
  static let next = Command(
    "next",
    "go on (Enter does the same)",
    bareWords: ["next"],
    needsLesson: true,
    .session(
      .none { session in
        session.position.leaveQuestion()
        return session.advance()
      }
    )
  )

  static let back = Command(
    "back",
    "back to the step before",
    bareWords: ["back"],
    needsLesson: true,
    .session(.none { $0.back() })
  )

  static let go = Command(
    "go",
    "to a step, by its number or id",
    needsLesson: true,
    offers: { session, _ in
      session.steps.map {
        Completion.Candidate(text: $0.id.value, summary: $0.title.value)
      }
    },
    .session(.required("STEP", missing: .goWhere) { step in { $0.go(step) } })
  )

  static let steps = Command(
    "steps",
    "the steps of this lesson and where you are",
    needsLesson: true,
    .session(.none { _ in [.show { [.table($0.stepsTable)] }] })
  )

  static let quit = Command(
    "quit",
    "leave; everything is kept",
    bareWords: ["quit", "exit"],
    .session(.none { _ in [.leave] })
  )
}

extension Session {
  fileprivate mutating func back() -> [Request] {
    switch place {
    case .before: return [.say(.atTheBeginning)]
    case .step(0, _): return [.say(.atTheBeginning)] + enterStep(0)
    case .step(let index, _): return enterStep(index - 1)
    case .after: return enterStep(steps.count - 1)
    }
  }

  fileprivate mutating func go(_ target: String) -> [Request] {
    if let number = Int(target), steps.indices.contains(number - 1) {
      return enterStep(number - 1)
    }
    if let index = steps.firstIndex(where: { $0.id.value == target }) {
      return enterStep(index)
    }
    // Also behind its step's name.
    for id in [target, target.split(separator: ".").last.map(String.init) ?? ""]
    where question(id) != nil {
      return [.say(.questionNotStep(id))]
    }
    let meant = Spelling.nearest(to: target, among: steps.map(\.id.value))
    return [.say(.noSuchStep(target, meant: meant, count: steps.count))]
  }

  fileprivate var stepsTable: TextTable {
    let rows = steps.enumerated().map { index, step -> [StyledText] in
      let questions = step.questions.map(\.id.value)
      let here = position.step == index ? "you are here" : ""
      let answered = questions.filter { answers.isCounted($0) }.count
      let count = questions.isEmpty ? "" : "\(answered) of \(questions.count) answered"
      return [
        StyledText("\(index + 1)"), StyledText(neutralised(step.title.value)),
        StyledText(step.id.value, .code), StyledText(count), StyledText(here, .faint),
      ]
    }
    return TextTable(
      header: ["", "step", "id", "questions", ""].map { StyledText($0, .heading) },
      rows: rows
    )
  }
}
