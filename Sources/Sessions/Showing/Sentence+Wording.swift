import Lessons
import Notebooks
import TerminalText

extension Sentence {
  /// As it is shown.
  var shown: Shown { .message(styled) }

  var styled: StyledText { StyledText(words) }

  private var words: String {
    switch self {
    case .cancelled: "Cancelled. What was defined before still is."
    case .command(let refusal): refusal.words
    case .colonMissing(let line):
      "\(line.prefix { !$0.isWhitespace }) is a command, and a command begins with a colon: "
        + ":\(neutralised(String(line.prefix(60))))"
    case .setting(let refusal): refusal.words
    case .needsLesson(let name):
      ":\(name) is about a lesson, and this is a notebook of your own. :open NAME plays a lesson."
    case .notebookHolds(let name, let names): holding(name, names)
    case .isNow(let name, let value):
      "\(name.rawValue) is \(value). It takes \(name.allowed): :set \(name.rawValue) VALUE"
    case .isSet(let name, let value) where Settings.isAuto(value):
      "\(name) is auto from here on: as the terminal is, on the screen."
    case .isSet(let name, let value): "\(name) is \(neutralised(value)) from here on."
    case .atTheEnd: "This is the end of the lesson. :back or :go STEP goes back, :quit leaves."
    case .atTheBeginning: "This is the first step; here it is from its beginning."
    case .standsHere(let parameters, let hasShown, let step):
      ([parameters.isEmpty ? nil : "Here \(listed(parameters.map { neutralised($0) }))."]
        + [hasShown ? ":run shows the step's figures and values." : nil]
        + [":go \(step) shows the step from its beginning."])
        .compactMap { $0 }.joined(separator: " ")
    case .takeAlong: "What to take along:"
    case .answerElsewhere(let id):
      "If that was your answer to \(id): :answer \(id) goes to its prompt."
    case .doneElsewhere(let id): "done hands in a task at its own prompt: :answer \(id) goes there."
    case .doneTooEarly(let isFirst):
      "done hands in a task at its own prompt, and \(isFirst ? "none" : "the next one") has \(isFirst ? "" : "not ")been asked yet. Enter goes on."
    case .noSuchStep(let target, let meant, let count):
      "There is no step \"\(neutralised(target))\". "
        + (meant.map { "Did you mean \($0)?" }
          ?? "They are numbered 1 to \(count); :steps lists them.")
    case .questionNotStep(let id): "\(id) is a question, not a step: :answer \(id) goes there."
    case .displaced(let names):
      "The lesson sets \(listed(names)) anew; yours \(names.count == 1 ? "is" : "are") kept, and :mine brings \(names.count == 1 ? "it" : "them") back."
    case .broughtBack(let names): "Yours again: \(listed(names))."
    case .nothingReplaced: "The lesson has replaced none of your definitions."
    case .notBroughtBack(let names):
      "Still kept: \(listed(names)), which would now depend on \(names.count == 1 ? "itself" : "themselves"). Change what reads \(names.count == 1 ? "it" : "them"), then :mine again."
    case .shadows(let remark): "\(remark) :undo gives it back."
    case .anotherName(let name, let other):
      "\(name) is another name than \(other), which stays as it is."
    case .undone(let name, let now):
      now.map { "\(neutralised($0)) again." } ?? "\(name) is gone again."
    case .nothingToUndo: "There is no definition of yours to take back."
    case .wasReset:
      "The definitions are the step's own again. :show shows its figure, Enter goes on."
    case .nothingToReset: "The lesson is over, and no step is open. :back opens the last one."
    case .waits(let name, let missing):
      "\(name) waits for \(neutralised(missing)), which is not defined yet."
    case .lessonReads(let names):
      "The lesson's line reads your \(listed(names)). :undo takes back your last definition."
    case .nothingDefined: "Nothing is defined yet."
    case .notDefined(let name, let meant):
      "There is no \"\(neutralised(name))\" in the notebook."
        + (meant.map { " Did you mean \($0)?" } ?? "")
    case .nothingToRun(let stretch): "This \(stretch.rawValue) has shown nothing to run again."
    case .noPlace(let text, let kind):
      "\"\(neutralised(text))\" is \(kind); a place is a number, as in :point 28"
    case .unreadablePlace(let text):
      "\"\(neutralised(text))\" is no place. A place is a number, as in :point 28, or the two of a cell: "
        + ":point 0.9, 100. In figure 1.2 it is :point 1.2 28"
    case .noSuchFigure(let id, let known, let stretch):
      absent(
        id.map { "There is no figure \"\(neutralised($0))\" in this \(stretch.rawValue)." },
        "figure",
        known,
        stretch
      )
    case .nothingToShow(let id, let known, let stretch):
      absent(
        id.map { "This \(stretch.rawValue) has shown no \"\(neutralised($0))\"." },
        "figure or value",
        known,
        stretch
      )
    case .noted: "Noted; it stands in the transcript."
    case .nothingToVoteOn: "Nothing to vote on: there was no question yet."
    case .noVote(let text, choices: 0):
      "\"\(text)\" is no vote. Write each answer and its hands behind it, as in :vote 2000 5 30 2"
    case .noVote(let text, let choices):
      "\"\(text)\" is no vote. Write the letters and their hands, as in :vote a 12 b 3, or \(choices) counts in "
        + "the order of the letters."
    case .alreadyAnswered(let isWrong):
      (isWrong ? "Your answers to this were not right yet. " : "You have answered this. ")
        + ":answer tries again; Enter goes on."
    case .alreadyClosed: "This one is closed and scores nothing. :answer tries it; Enter goes on."
    case .leftOpen(let question):
      if question.kind.answerable.outcome == .guess {
        "The guess can still be made: :answer \(question.id.value) returns to it. Enter goes on without."
      } else {
        "The question stays open: :answer \(question.id.value) returns to it. Enter goes on."
      }
    case .guessMissed(let id): "What follows answers \(id); a guess scores nothing now."
    case .emptyTrial: "Behind ? comes something to try, such as: ? 1.5^3"
    case .answerHasNoColon(let line): "An answer has no colon: \(neutralised(line))"
    case .taskWants:
      "A task takes no number: define what it asks for, look at it, and then type done."
    case .notAnAnswer(let refusal, let line): refusal.words(line)
    case .definitionIsNoAnswer(let name, let right):
      "That defined \(name), and is no answer. To answer, type the right side alone: \(neutralised(right))"
    case .staysOpen(let explains):
      "The question stays open until its answer is handed in"
        + (explains
          ? "; :skip shows the explanation then." : ". The explanation is in the full lesson.")
        + " Enter goes on."
    case .handedIn(let answered, let open, let closed, let isGraded):
      Self.handedIn(answered, open, closed, isGraded: isGraded)
    case .noSuchQuestion(let id, let known):
      "There is no question \"\(neutralised(id))\"."
        + (known.isEmpty
          ? "" : " So far there \(known.count == 1 ? "is" : "are") \(listed(known)).")
    case .noQuestion: "There is no question here. Enter goes on; :steps lists what there is."
    case .whichQuestion(let ids):
      "No question is at hand here. Open \(ids.count == 1 ? "is" : "are") \(listed(ids)): :answer \(ids[0]) goes there."
    case .notYet(let id, let step):
      "\(id) has not been asked yet. "
        + (step.map { "It comes in step \($0): :go \($0)" }
          ?? "It comes further on in this step: Enter goes on.")
    case .scoresNothing:
      "You may answer for yourself; the question is closed, so it scores nothing."
    case .noHint: "There is no hint for this one. To try something: ? 1.5^3"
    case .noMoreHints(.explains):
      "That was the last hint. :skip gives up and shows the explanation."
    case .noMoreHints(.passesOn): "That was the last hint. :skip gives up."
    case .noMoreHints(.waits): "That was the last hint."
    case .closed(let isAnswered, let answer, let isReleased):
      Self.closing(isAnswered: isAnswered, answer)
        + (isReleased ? " The explanation is in the full lesson." : "") + " Enter goes on."
    }
  }

  private static func handedIn(
    _ answered: Int,
    _ open: [String],
    _ closed: [String],
    isGraded: Bool
  ) -> String {
    let all = answered + open.count + closed.count
    let final = isGraded && answered > 0 ? " What is answered is final now." : ""
    if all == 0 { return "Nothing in this lesson counts." }
    if open.isEmpty, closed.isEmpty {
      return (all == 1 ? "The question is answered." : "All \(all) questions are answered.") + final
    }
    return "\(answered) of \(all) questions answered.\(final)"
      + (closed.isEmpty ? "" : " Closed before an answer counted: \(listed(closed)).")
      + (open.isEmpty
        ? ""
        : " Without an answer: \(listed(open)). "
          + "Answer \(open.count == 1 ? "it" : "them"), and :submit again.")
  }

  private func absent(
    _ named: String?,
    _ what: String,
    _ known: [String],
    _ stretch: Stretch
  ) -> String {
    let first = named ?? "This \(stretch.rawValue) has shown no \(what) yet."
    guard !known.isEmpty else {
      return named == nil && stretch == .step ? first + " Enter goes on." : first
    }
    return first + " There \(known.count == 1 ? "is" : "are") \(listed(known))."
  }

  private func holding(_ name: String, _ names: [String]) -> String {
    let most = 8
    guard !names.isEmpty else {
      return "Notebook \(neutralised(name)), with nothing in it yet: s = 1.5 defines s, help helps."
    }
    let more = names.count > most ? ["\(names.count - most) more"] : []
    return "Notebook \(neutralised(name)), with \(listed(Array(names.prefix(most)) + more)): "
      + ":notebook lists, :forget begins anew."
  }

  /// What becomes of a question that is closed.
  static func closing(isAnswered: Bool, _ answer: String?) -> String {
    let first =
      isAnswered
      ? "What you have answered stays; further answers score nothing."
      : "Passed on; this question scores nothing now."
    return first + (answer.map { " The answer: \(neutralised($0))." } ?? "")
  }
}

extension Settings.Refusal {
  var words: String {
    switch self {
    case .unknown(let name):
      "There is no setting \"\(neutralised(name))\". There are columns, rows, figures and charset."
    case .outside(let name, let value):
      "\(name.rawValue) takes \(name.allowed), not \"\(neutralised(value))\"."
    }
  }
}

extension Sentence {
  /// What a locked function waits for, as it stands behind "is locked".
  static func lockedUntil(_ question: String) -> String {
    "until the question \(question) is answered: say first what you think. "
      + "Go to it with :answer \(question); :skip gives it up."
  }
}
