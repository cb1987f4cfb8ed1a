import Lessons
import Notebooks
import Plotting
import Sessions
import TerminalText

/// What a session shows, taken up piece by piece.
struct Gathering {
  private(set) var sections = [Document.Section(id: "", title: "")]
  /// Whether somebody's session is told, with what was typed and what the session said to it.
  private let isSession: Bool
  private let withKeys: Bool
  private var ids: [String: Int] = [:]

  init(isSession: Bool, withKeys: Bool) {
    self.isSession = isSession
    self.withKeys = withKeys
  }

  /// Takes what was typed or shown; of what was typed, Enter is nothing to read.
  mutating func take(_ turn: Walk.Turn, _ session: Session) {
    switch turn {
    case .typed(let lines, let prompt):
      if lines != [""], lines != [":next"] { add(.typed(lines, at: prompt)) }
    case .shown(let effects):
      for effect in effects {
        switch effect {
        case .show(let shown): take(shown, session)
        case .leave, .stopped: break
        }
      }
    }
  }

  /// Begins a section.
  mutating func begin(_ id: String, _ title: String) {
    let count = ids[id, default: 0] + 1
    ids[id] = count
    sections.append(
      Document.Section(id: "step-\(id)" + (count > 1 ? ".\(count)" : ""), title: title)
    )
  }

  private mutating func take(_ shown: Shown, _ session: Session) {
    switch shown {
    case .heading(let title):
      guard case .step(let index, _) = session.place, let lesson = session.lesson else {
        return begin("end", title.plain)
      }
      begin(lesson.steps[index].id.value, lesson.steps[index].title.value)
    case .prose(let prose, let values): add(.prose(prose, values: values))
    case .cell(let source): add(.cell(source))
    case .output(.figure(let output)):
      if let table = output.figure.table {
        let notes = table.notes + output.notes.map { StyledText($0, .faint) }
        add(.table(table.rows, title: output.figure.title, notes: notes))
      } else {
        add(.figure(output))
      }
    case .output, .labelled, .verbatim: add(lines: shown.rendered(session.settings.layout))
    case .failure: add(.failure(shown.rendered(session.settings.layout)))
    case .question(let text): add(question(text, session))
    case .parameters(let parameters): add(.parameters(parameters))
    // Without anybody who types, the session speaks to nobody.
    case .message(let text): if isSession { add(.message(text)) }
    case .table(let table): if isSession { add(.table(table, title: "", notes: [])) }
    }
  }

  private mutating func add(_ piece: Piece) { sections[sections.count - 1].pieces.append(piece) }

  /// Lines below lines are one block.
  private mutating func add(lines: StyledText) {
    let last = sections.count - 1
    guard case .lines(let above) = sections[last].pieces.last else { return add(.lines(lines)) }
    let whole = above + StyledText("\n") + lines
    sections[last].pieces[sections[last].pieces.count - 1] = .lines(whole)
  }

  private func question(_ text: QuestionText, _ session: Session) -> Piece {
    guard !isSession, let question = session.questions.first(where: { $0.id.value == text.id })
    else { return .question(AskedQuestion(text: text, hints: [], key: nil, values: [:])) }
    var text = text
    // On paper, where nobody's order is shuffled, letters stand in theirs.
    text.choices.sort { $0.letter < $1.letter }
    let key = withKeys ? session.key(of: question) : nil
    let meanings = key.map { ($0.explanation.map { [$0] } ?? []) + $0.wrong.map(\.meaning) } ?? []
    var values: [String: StyledText] = [:]
    for prose in question.hints + meanings {
      for (name, value) in session.values(of: prose, question) { values[name] = value }
    }
    return .question(
      AskedQuestion(text: text, hints: question.hints, key: key, values: values)
    )
  }
}
