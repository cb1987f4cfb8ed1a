import Lessons
import Notebooks
import TerminalText

// What `:help` says first: what matters at this prompt.
extension Session {
  private typealias Row = (typed: String, meaning: String)

  /// What can be done here, in a title and about ten lines.
  var helpHere: StyledText {
    let (title, rows) = rowsHere
    let all = rows + Self.elsewhere
    let width = all.map { displayWidth($0.typed) }.max() ?? 0
    var text = StyledText(title, .heading)
    for row in all {
      text.append("\n  ")
      text.append(row.typed, .code)
      let gap = String(repeating: " ", count: width - displayWidth(row.typed) + 2)
      text.append(gap + row.meaning)
    }
    return text
  }

  private static let elsewhere: [Row] = [
    ("help plot", "help on a figure, a function or an idea such as vanishing"),
    (":help all", "everything: the language, its functions, all commands"),
    (":quit", "leave; everything is kept, and goes on here next time"),
  ]

  private var rowsHere: (title: String, rows: [Row]) {
    if case .answer(let id) = prompt, let question = question(id) {
      return ("At the question \(id)", answering(question) + trying)
    }
    switch place {
    case .before: return name == Subject.home ? ("At home", home) : ("In a notebook", ofNotebook)
    case .step(let index, _):
      return ("In step \(index + 1) of \(steps.count)", going + changing)
    case .after: return ("At the end of the lesson", ending)
    }
  }

  // MARK: - At a question

  private func answering(_ question: Question) -> [Row] {
    let id = question.id.value
    guard answers.isWaiting(id) else {
      return [("Enter", "go on"), (":answer", "answer it again")]
    }
    let hints = question.hints.count - answers.hints(id)
    return [answerRow(question)]
      + (hints > 0 ? [(":hint", hints == 1 ? "a hint" : "a hint; there are \(hints)")] : [])
      + skipRow(question) + [("Enter", "go on without an answer; :answer comes back to it")]
  }

  private func skipRow(_ question: Question) -> [Row] {
    if isWithheld(question) { return [] }
    let shows = question.explain == nil ? "" : " and see what it was about"
    return [(":skip", "give the question up\(shows)")]
  }

  private func answerRow(_ question: Question) -> Row {
    let letters = AnswerLine.letters.prefix(question.choices.count)
    return switch question.kind {
    case .number: ("a number", "or arithmetic such as 3^2/4 or 1.5e6")
    case .expression(let expression):
      ("a formula", "of \(listed(expression.over.map(\.name.value)))")
    case .choice: ("a letter", "\(listed(Array(letters), by: "or")): the answer that you choose")
    case .choices: ("letters", "\(listed(Array(letters), by: "or")), with commas, or none")
    case .predict: ("a guess", "there is no wrong one: guess, then look")
    case .task: ("done", "hands in what you have defined")
    case .text: ("words", "your own, on one line")
    }
  }

  private var trying: [Row] {
    [
      ("? 1.5^3", "behind ? anything is tried in the notebook, for free"), changed,
      (":undo", "take back your last definition"), (":show", "the last figure again"),
    ]
  }

  // MARK: - Elsewhere

  private var going: [Row] {
    let open = openQuestions.last.map { [(":answer", "back to the question \($0)")] } ?? []
    return [("Enter", "go on")] + open + [
      (":back", "the step before; :steps lists them, :score your points")
    ]
  }

  private var changing: [Row] {
    [changed, ("1.5^3", "any expression: its value is shown"), figure]
      + (knob.map { [(":knob \($0)", "the arrow keys turn \($0), and figures follow")] } ?? [])
      + [
        (":undo", "take back your last definition"),
        (":show", "the last figure again; :describe says it in words"),
      ]
  }

  private var ofNotebook: [Row] {
    changing + [(":notebook", "all definitions"), saving, openingRow]
  }

  private var home: [Row] {
    [
      ("Enter", "go on where you stopped in the lessons"),
      ("1", "plays lesson 1; so does a lesson's name, or its beginning"),
    ] + changing + [(":notebook", "all definitions"), saving]
  }

  private var ending: [Row] {
    [
      ("Enter", "what comes next"), (":score", "your points"),
      (":answer", "with a question's name: answer it, or answer again"),
      (":go", "with a step's number: back to it"), openingRow, saving,
      (":forget", "play this lesson again from its beginning"),
    ]
  }

  private var saving: Row { (":save NAME", "a copy of all this; NAME.svg the last figure") }
  private var openingRow: Row { (":open NAME", "play a lesson") }

  /// The number of the notebook that a hand turns most.
  private var knob: String? {
    inviting?.name ?? notebook.definitions.all.last { $0.statement.isOfNumber }?.name
  }

  private var changed: Row {
    let statement = inviting?.statement ?? knob.map { "\($0) = 2" } ?? "s = 1.5"
    return (statement, "a definition: what depends on it is worked out anew")
  }

  private var figure: Row {
    let shown = watches.figures.last?.statement.text
    let text = shown.flatMap { $0.contains("\n") || $0.count > 24 ? nil : $0 }
    return (text.map { neutralised($0) } ?? "plot [1, 2, 4]", "a figure")
  }
}

extension Statement {
  /// Whether it defines a name as a number that stands there.
  var isOfNumber: Bool {
    guard case .definition(_, let value) = kind else { return false }
    return Double(source.text(value.range)) != nil
  }
}
