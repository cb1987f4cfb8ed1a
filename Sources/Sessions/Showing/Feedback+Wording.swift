import DeepNetworks
import Notebooks
import TerminalText

extension Feedback {
  var shown: Shown { .message(styled) }

  private var styled: StyledText {
    switch self {
    case .kept(let tries):
      StyledText("Your answer is kept\(tries.counted). It is marked with the full lesson.")
    case .keptUntilHandedIn(let tries): StyledText(tries.kept)
    case .late:
      StyledText("The question is closed: this answer scores nothing and is not counted.")
    case .keptForInstructor: StyledText("Kept for your instructor.")
    case .right(let working, let earning):
      StyledText("Right\(working.map { ": " + $0 } ?? "").\(earning.words)", .success)
    case .partly(let earning):
      StyledText(
        "Partly there.\(earning.words) Go on changing the notebook, then type done again.",
        .warning
      )
    case .notYet(let tries, let miss, let advice):
      StyledText(
        "Not yet\(tries.counted).\(miss.map { " " + $0.words } ?? "")\(advice?.words ?? "")",
        .warning
      )
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
    case .guess(let guess, let shown, let right, let isNear, let earning):
      StyledText(
        "Your guess: \(guess)." + (right.map { " It is \($0)." } ?? "")
          + Self.comparison(shown) + (isNear ? " A good guess." : "")
          + earning.wordsOfGuess,
        .success
      )
    }
  }

  /// A number that a guess is compared with, as it is told.
  static func told(_ number: Extended) -> String { Rendering.number(number, digits: 6) }

  private static func comparison(_ shown: [Extended]) -> String {
    guard !shown.isEmpty else { return "" }
    let numbers = shown.map { told($0) }
    return " The network: \(numbers.joined(separator: ", "))."
  }
}

extension Feedback.Tries {
  /// Which answer it is, from the second on and wherever they are counted.
  fileprivate var counted: String {
    if let most { return " (answer \(given) of \(most))" }
    return given > 1 ? " (answer \(given))" : ""
  }

  fileprivate var kept: String {
    let first = "Kept\(counted)."
    guard let most, isLast else { return first + " The last answer counts; :submit hands in." }
    let one = most == 1
    return first + " It takes \(one ? "one answer" : "\(most) answers"), and no more."
  }
}

extension Miss {
  fileprivate var words: String {
    switch self {
    case .powerOfTen(let power):
      "Too \(power > 0 ? "large" : "small") by a factor of \(Self.tenToThe(abs(power)))."
    case .powerOfTenInSize(let power):
      "Its size is too \(power > 0 ? "large" : "small") by a factor of \(Self.tenToThe(abs(power)))."
    case .exponent: "That is the exponent of ten, not the number."
    case .notExponent: "That is the number, not its exponent of ten."
    case .sign: "The size is right, the sign is not."
    case .reciprocal: "That is one over it."
    case .near(let side): "Near, but \(side.words)."
    case .rounded: "Near, but rounded too far."
    case .incomplete: "Right so far, but there is more."
    case .mixed(let right, let all):
      "\(right) of the \(all) that you name \(right == 1 ? "is" : "are") right."
    }
  }

  private static func tenToThe(_ power: Int) -> String {
    "1" + String(repeating: "0", count: power)
  }
}

extension Miss.Side {
  fileprivate var words: String {
    switch self {
    case .tooLarge: "too large"
    case .tooSmall: "too small"
    case .tooHigh: "not far enough below 0"
    case .tooLow: "too far below 0"
    }
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
