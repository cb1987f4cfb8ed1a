import Lessons
import Notebooks
import TerminalText

extension Session {
  /// What a sentence shows: mostly one line, for help and hints more.
  func shown(_ sentence: Sentence) -> [Shown] {
    switch sentence {
    case .hint(let number, let count, let question):
      let prose = question.hints[number - 1]
      return [
        .message(StyledText("Hint \(number) of \(count):", .faint)),
        .prose(prose, values: values(of: prose, question)),
      ]
    case .takeaway(let prose): return [.prose(prose, values: [:])]
    case .steps: return [.table(stepsTable)]
    case .help: return [.output(.help(Self.help))]
    case .helpTopic(let topic): return [.output(.help(Help.text(topic)))]
    case .helpOn(let entry):
      return [.message(StyledText(":\(entry.name)\(entry.operand.text), \(entry.summary)"))]
    case .cancelled, .command, .colonMissing, .setting, .isSet, .atTheEnd, .atTheBeginning,
      .lessonDone, .stillOpen, .doneElsewhere, .answerElsewhere, .noSuchStep, .questionNotStep,
      .displaced, .broughtBack, .nothingReplaced, .notBroughtBack, .shadows, .undone,
      .nothingToUndo, .wasReset, .nothingToReset, .noSuchFigure, .nothingToShow,
      .noted, .alreadyAnswered, .alreadyClosed, .leftOpen, .guessMissed, .emptyTrial, .notAnAnswer,
      .noSuchQuestion, .noQuestion, .whichQuestion, .notYet, .scoresNothing, .noHint, .noMoreHints:
      return [.message(StyledText(words(sentence)))]
    }
  }

  private func words(_ sentence: Sentence) -> String {
    switch sentence {
    case .cancelled: "Cancelled. What was defined before still is."
    case .command(let refusal): refusal.words
    case .colonMissing(let name):
      "\(name) is a command, and a command begins with a colon: :\(name)"
    case .setting(let refusal): refusal.words
    case .isSet(let name, let value): "\(name) is \(neutralised(value)) from here on."
    case .atTheEnd: "This is the end of the lesson. :back or :go STEP goes back, :quit leaves."
    case .atTheBeginning: "This is the first step; here it is from its beginning."
    case .lessonDone: "That is the whole lesson. What to take along:"
    case .stillOpen(let ids): "Still open: \(Self.list(ids)). :answer \(ids[0]) goes there."
    case .answerElsewhere(let id):
      "If that was your answer to \(id): :answer \(id) goes to its prompt."
    case .doneElsewhere(let id): "done hands in a task at its own prompt: :answer \(id) goes there."
    case .noSuchStep(let target, let meant, let count):
      "There is no step \"\(neutralised(target))\". "
        + (meant.map { "Did you mean \($0)?" }
          ?? "They are numbered 1 to \(count); :steps lists them.")
    case .questionNotStep(let id): "\(id) is a question, not a step: :answer \(id) goes there."
    case .displaced(let names):
      "The lesson sets \(Self.list(names)) anew; yours \(names.count == 1 ? "is" : "are") kept, and :mine brings \(names.count == 1 ? "it" : "them") back."
    case .broughtBack(let names): "Yours again: \(Self.list(names))."
    case .nothingReplaced: "The lesson has replaced none of your definitions."
    case .notBroughtBack(let names):
      "Still kept: \(Self.list(names)), which would now depend on \(names.count == 1 ? "itself" : "themselves"). Change what reads \(names.count == 1 ? "it" : "them"), then :mine again."
    case .shadows(let name): "\(BuiltIns.remark(onHiding: name)) :undo gives it back."
    case .undone(let name, let now):
      now.map { "\(neutralised($0)) again." } ?? "\(name) is gone again."
    case .nothingToUndo: "There is no definition of yours to take back."
    case .wasReset:
      "The definitions are the step's own again. :show shows its figure, Enter goes on."
    case .nothingToReset: "The lesson is over, and no step is open. :back opens the last one."
    case .noSuchFigure(let id, let known):
      absent(id.map { "There is no figure \"\(neutralised($0))\" in this step." }, "figure", known)
    case .nothingToShow(let id, let known):
      absent(id.map { "This step has shown no \"\(neutralised($0))\"." }, "figure or value", known)
    case .noted: "Noted; it stands in the transcript."
    case .alreadyAnswered: "You have answered this. :answer tries again; Enter goes on."
    case .alreadyClosed: "This one is closed and scores nothing. :answer tries it; Enter goes on."
    case .leftOpen(let question):
      if case .predict = question.kind {
        "The guess can still be made: :answer \(question.id.value) returns to it. Enter goes on without."
      } else {
        "The question stays open: :answer \(question.id.value) returns to it. Enter goes on."
      }
    case .guessMissed(let id): "What follows answers \(id); a guess scores nothing now."
    case .emptyTrial: "Behind ? comes something to try, such as: ? 1.5^3"
    case .notAnAnswer(let refusal, let line): refusal.words(line)
    case .noSuchQuestion(let id, let known):
      "There is no question \"\(neutralised(id))\"."
        + (known.isEmpty
          ? "" : " So far there \(known.count == 1 ? "is" : "are") \(Self.list(known)).")
    case .noQuestion: "There is no question here. Enter goes on; :steps lists what there is."
    case .whichQuestion(let ids):
      "No question is at hand here. Open \(ids.count == 1 ? "is" : "are") \(Self.list(ids)): :answer \(ids[0]) goes there."
    case .notYet(let id, let step):
      "\(id) has not been asked yet. It comes in step \(step): :go \(step)"
    case .scoresNothing:
      "You may answer for yourself; the question is closed, so it scores nothing."
    case .noHint: "There is no hint for this one. To try something: ? 1.5^3"
    case .noMoreHints: "That was the last hint. :skip gives up and shows the explanation."
    case .hint, .takeaway, .steps, .help, .helpTopic, .helpOn: ""
    }
  }

  private func absent(_ named: String?, _ what: String, _ known: [String]) -> String {
    let first = named ?? "This step has shown no \(what) yet."
    guard !known.isEmpty else { return named == nil ? first + " Enter goes on." : first }
    return first + " There \(known.count == 1 ? "is" : "are") \(Self.list(known))."
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private var stepsTable: TextTable {
    let rows = lesson.steps.enumerated().map { index, step -> [StyledText] in
      let questions = step.questions.map(\.id.value)
      let here = stepIndex == index ? "you are here" : ""
      let answered = questions.filter { answers[$0]?.attempts.isEmpty == false }.count
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

  /// The commands, then what can be typed.
  static var help: StyledText {
    var text = StyledText("Commands", .heading)
    let width = Command.entries.map { $0.name.count + $0.operand.text.count }.max() ?? 0
    for entry in Command.entries {
      let name = ":\(entry.name)\(entry.operand.text)"
      text.append("\n  ")
      text.append(name, .code)
      text.append(String(repeating: " ", count: width + 3 - name.count) + entry.summary)
    }
    text.append("\n\n")
    text.append(Help.text(nil))
    return text
  }
}

extension Command.Operand {
  var text: String {
    switch self {
    case .none: ""
    case .optional(let name): " [\(name)]"
    case .required(let name): " \(name)"
    }
  }
}

extension Command.Refusal {
  var words: String {
    switch self {
    case .unknown(let word, let meant):
      "There is no command \":\(neutralised(word))\". "
        + (meant.map { "Did you mean :\($0)?" } ?? ":help lists them.")
    case .needs(let word, let operand): ":\(word) needs more: :\(word) \(operand)"
    case .takesNothing(let word): ":\(word) stands alone."
    }
  }
}

extension Settings.Refusal {
  var words: String {
    switch self {
    case .unknown(let name):
      "There is no setting \"\(neutralised(name))\". There are columns, rows, figures and charset."
    case .outside(let name, let value, let allowed):
      "\(name) takes \(allowed), not \"\(neutralised(value))\"."
    }
  }
}
