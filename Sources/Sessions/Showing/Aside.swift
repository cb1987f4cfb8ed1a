import Lessons
import Notebooks
import TerminalText

/// A faint remark beside what is shown.
enum Aside: Sendable, Hashable {
  case hint(Int, of: Int)
  case changed([String], with: [String])
  /// What has no value while these definitions have none.
  case waiting([String], for: [String])
  /// What had a value until a change, what else fails for it, and the name that `:undo` takes back.
  case lost([String], waiting: [String], takenBack: String?)
  /// What had no value before a change either, and has none now for another reason.
  case stillNone(String, takenBack: String?)
  /// A definition that the step has yet to show, and that these changes leave without a value.
  case barred(String, by: [String])
  /// What a change left out of date, the first by its number.
  case stale([String], first: String)
  case nothingDepends(on: [String])
  /// A line that was asked for is drawn from a few whole numbers.
  case wholeNumbers(WholeNumbers)
  /// A question is given up, or closed behind an answer; the explanation follows.
  case closed(isAnswered: Bool, answer: String?)
  case enterGoesOn
  /// A line at a question's prompt was run, and is no answer.
  case noAnswer
  /// Names of a trial mean other numbers in the question.
  case otherNumbers([String])
  /// An earlier answer has earned so much, and keeps it.
  case stays(Int, of: Int)
  /// A condition of a task fails.
  case fails(FailingCondition)
  /// An answer is spelt with fewer digits than its tolerance takes.
  case fewDigits(TypedDigits, Tolerance)
  /// What a task was marked with.
  case markedWith(TaskBasis)

  var shown: Shown { .message(StyledText(words, .faint)) }

  private var words: String {
    switch self {
    case .hint(let number, let count): "Hint \(number) of \(count):"
    case .changed(let names, let anew):
      "changed: \(names.joined(separator: ", ")). With it: \(anew.joined(separator: ", "))."
    case .waiting(let names, let failed):
      "\(listed(names.map { neutralised($0) })) \(names.count == 1 ? "waits" : "wait") for \(listed(failed))."
    case .lost(let names, let waiting, let back): Self.lost(names, waiting, back)
    case .stillNone(let name, let back):
      "\(name) still has no value." + (back.map { " :undo takes \($0) back." } ?? "")
    case .barred(let name, let changed):
      "This step defines \(name) so further on. :undo takes \(listed(changed)) back."
    case .stale(let names, let first):
      "stale: \(names.map { neutralised($0) }.joined(separator: ", ")); :show \(first)"
    case .nothingDepends(let names):
      "Nothing that this step has shown depends on \(listed(names))."
    case .wholeNumbers(let whole):
      "Drawn from \(whole.count) whole numbers. From more: \(neutralised(whole.finer))"
    case .closed(let isAnswered, let answer): Sentence.closing(isAnswered: isAnswered, answer)
    case .enterGoesOn: "Enter goes on."
    case .noAnswer: "That was no answer, and cost nothing."
    case .otherNumbers(let asked):
      "In the question \(listed(asked.map { neutralised($0) })): what is tried here has the numbers of the step."
    case .stays(let earned, let maximum):
      "What you earned before stays: \(pointsText(earned)) of \(pointsText(maximum)) \(maximum == 100 ? "point" : "points")."
    case .fails(let condition): condition.words
    case .fewDigits(let digits, let tolerance): digits.words(tolerance)
    case .markedWith(let basis): basis.words
    }
  }
}
