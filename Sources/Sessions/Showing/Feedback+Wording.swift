import DeepNetworks
import Notebooks
import TerminalText

extension Feedback {
  var shown: Shown { .message(styled) }

  private var styled: StyledText {
    switch self {
    case .kept: StyledText("Your answer is kept. It is marked with the full lesson.")
    case .keptForInstructor: StyledText("Kept for your instructor.")
    case .right(let working, let earning):
      StyledText("Right\(working.map { ": " + $0 } ?? "").\(earning.words)", .success)
    case .partly(let earning):
      StyledText(
        "Partly there.\(earning.words) Go on changing the notebook, then type done again.",
        .warning
      )
    case .notYet(let advice): StyledText("Not yet.\(advice?.words ?? "")", .warning)
    case .tooDear:
      StyledText(
        "Checking this would take too long. Take fewer layers or smaller widths, then type done again.",
        .warning
      )
    case .lessonFault:
      StyledText(
        "The lesson cannot mark this question; the fault is its own, and the question doesn't count. Enter goes on.",
        .error
      )
    case .guess(let guess, let shown, let isNear, let earning):
      StyledText(
        "Your guess: \(guess)." + Self.comparison(shown) + (isNear ? " A good guess." : "")
          + earning.wordsOfGuess,
        .success
      )
    }
  }

  private static func comparison(_ shown: [Extended]) -> String {
    guard !shown.isEmpty else { return "" }
    let numbers = shown.map { Rendering.number($0, digits: 6) }
    return " The network: \(numbers.joined(separator: ", "))."
  }
}

extension Feedback.Earning {
  fileprivate var words: String {
    switch self {
    case .nothing: ""
    case .late: " It scores nothing now."
    case .points(let earned, let maximum):
      " \(pointsText(earned)) of \(pointsText(maximum)) \(maximum == 100 ? "point" : "points")."
    }
  }

  fileprivate var wordsOfGuess: String {
    switch self {
    case .nothing, .late: words
    case .points(let earned, let maximum):
      " \(pointsText(earned)) of \(pointsText(maximum)) for guessing."
    }
  }
}

extension Feedback.Advice {
  fileprivate var words: String {
    (trying?.words ?? "")
      + (hasHint ? " :hint helps." : " :skip gives up and shows the explanation.")
  }
}

extension Trying {
  fileprivate var words: String {
    switch self {
    case .freeLine: " A line that begins with ? is tried for free."
    case .changingTheNotebook: " Go on changing the notebook, then type done again."
    }
  }
}
