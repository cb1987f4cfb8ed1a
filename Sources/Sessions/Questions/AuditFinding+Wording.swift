import Lessons

extension AuditFinding {
  /// One line: `path:line:column: error FL101: message advice`.
  package var text: String {
    "\(path):\(position.line):\(position.column): \(severity.rawValue) \(code): "
      + "\(problem.message) \(problem.advice)"
  }
}

extension AuditFinding.Problem {
  /// What is wrong, with the text in question.
  package var message: String {
    switch self {
    case .cellUnreadable(let reason): "This cell cannot be read: \(reason)"
    case .cellFails(let reason): "This cell fails: \(reason)"
    case .cellSucceeds: "This cell is marked `fathom error`, but nothing in it fails."
    case .parameterFails(let name, let reason): "Parameter '\(name)' has no value: \(reason)"
    case .placeholderUnknown(let name): "Nothing named '\(name)' is defined here."
    case .keyFails(let key, let reason, let draw):
      "The key '\(key)' cannot be worked out\(Self.with(draw)): \(reason)"
    case .keyNotFinite(let key, let draw): "The key '\(key)' is no finite number\(Self.with(draw))."
    case .keyWithoutValues(let key): "The key '\(key)' has no value anywhere in its range."
    case .absoluteTooWide(let text, let draw):
      "'\(text)' is as large as the answer itself\(Self.with(draw)): 0 would be right."
    case .onlyZeroIsRight(let draw): "The key is 0\(Self.with(draw)): only 0 is near to it."
    case .notAnAnswer(let text, let reason): "'\(text)' is not read as an answer: \(reason)"
    case .acceptIsWrong(let text, let draw):
      "'\(text)' should be right, but is not\(Self.with(draw))."
    case .rejectIsRight(let text, let draw):
      "'\(text)' should be wrong, but is right\(Self.with(draw))."
    case .rejectTooNear(let text, let draw):
      "'\(text)' is within twice the tolerance of the key\(Self.with(draw))."
    case .misconceptionFails(let text, let reason, let draw):
      "The misconception '\(text)' cannot be worked out\(Self.with(draw)): \(reason)"
    case .misconceptionTooNear(let text, let draw):
      "The misconception '\(text)' is within twice the tolerance of the key\(Self.with(draw))."
    case .nothingPlausibleRejected: "No wrong answer of this question can be typed."
    case .choiceIDIsLetter(let id): "The choice '\(id)' is called like another one's letter."
    case .guessShowsNothing(let text, let reason): "'\(text)' shows no number to guess: \(reason)"
    case .holdsAtStart: "All conditions hold before the learner has done anything."
    case .conditionIsNoTruth(let text, let reason):
      "The condition '\(text)' is not true or false: \(reason)"
    case .acceptDoesNotSolve(let text): "'\(text)' should solve the task, but does not."
    case .rejectSolves(let text): "'\(text)' should not solve the task, but does."
    case .statementUnreadable(let text, let reason): "'\(text)' cannot be run: \(reason)"
    case .tooFewPoints(let key, let count):
      "The key '\(key)' is compared at \(count) \(count == 1 ? "point" : "points") only."
    case .misconceptionsOverlap(let text, let other, let draw):
      "The misconception '\(text)' is the same as '\(other)'\(Self.with(draw))."
    case .keyShows(let part, let question):
      "The learners' copy shows \(question.map { "the \(part) of question '\($0)'" } ?? "a speaker note") here."
    case .keyWorkedOut(let text, let question): "'\(text)' is the answer of question '\(question)'."
    case .choiceNamed(let text, let question):
      "'\(text)' says which choice of question '\(question)' is right."
    case .hintSolves(let text, let question): "'\(text)' solves the task '\(question)'."
    case .keyPrinted(let text, .cell, let question):
      "This cell prints \(text), the answer of the later question '\(question)'."
    case .lockUnknown(let name, _): "No function is called '\(name)', so that nothing is locked."
    case .cellCallsLocked(let function, let question):
      "This cell calls \(function), which is locked until the later question '\(question)' is answered."
    case .keyPrinted(let text, .guess(let guess), let question):
      "Who has guessed at '\(guess)' is told \(text), the answer of the later question '\(question)'."
    }
  }

  /// What to write instead.
  package var advice: String {
    switch self {
    case .cellUnreadable, .cellFails:
      "Mend it, or mark the fence `fathom error` if the error is what the step shows."
    case .cellSucceeds: "Take `error` away, or write what fails."
    case .parameterFails: "Write a number, or an expression of what stands above."
    case .placeholderUnknown: "Define it in this step or an earlier one, or write \\{ for a brace."
    case .keyFails: "Use only numbers, arithmetic and the question's parameters."
    case .keyNotFinite: "Write the state by its name: inf, underflow or nan."
    case .keyWithoutValues: "Choose a range of `over` in which it has values."
    case .absoluteTooWide: "Use `rel` or `log10`, or a smaller number."
    case .onlyZeroIsRight: "Say so in the question, or draw other values."
    case .notAnAnswer: "Write what a learner would type."
    case .acceptIsWrong: "Correct it, the key, or the tolerance."
    case .rejectIsRight: "Correct it, or the key."
    case .rejectTooNear, .misconceptionTooNear: "Make the tolerance smaller, or draw other values."
    case .misconceptionFails: "Use only numbers, arithmetic and the question's parameters."
    case .nothingPlausibleRejected: "Give a `reject` that a learner could type."
    case .choiceIDIsLetter: "Give it a name of more than one letter."
    case .guessShowsNothing: "Name a number that the cell below defines."
    case .holdsAtStart: "Ask for something that has to be done."
    case .conditionIsNoTruth: "Write a comparison of what the lesson defines above."
    case .acceptDoesNotSolve: "Correct it or the conditions; do they need names beside `uses`?"
    case .rejectSolves: "Add a condition that it fails."
    case .statementUnreadable: "Write statements of the cell language."
    case .tooFewPoints:
      "Give `over` \(FormulaPoints.fewest) values at least; \"0.0...1\" has 101 between 0 and 1."
    case .misconceptionsOverlap: "Keep one, or draw other values."
    case .keyShows, .keyWorkedOut, .choiceNamed, .hintSolves:
      "Reword that place; what learners read must not hold a key."
    case .lockUnknown(_, let nearest):
      nearest.map { "Write '\($0)', or take it away." }
        ?? "Write the name of a built-in function, such as diagnose."
    case .cellCallsLocked:
      "Move the cell behind the question, or lock something else."
    case .keyPrinted(_, .guess, _):
      "Ask one of them about something else, or write reads = true if the later one asks to read it."
    case .keyPrinted: "Print something else, or write reads = true if the question asks to read it."
    }
  }

  private static func with(_ draw: String) -> String { draw.isEmpty ? "" : " with \(draw)" }
}
