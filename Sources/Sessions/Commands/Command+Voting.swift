import Lessons
import Notebooks
import Plotting
import TerminalText

// Questions to a room.
extension Command {
  static let vote = Command(
    "vote",
    "count a class's hands: :vote a 12 b 3 c 7",
    needsLesson: true,
    .session(.required("COUNTS") { text in { $0.vote(text) } })
  )
}

extension Session {
  /// Counts hands for the question at the prompt, or the one shown last; later votes stand beside earlier ones.
  fileprivate mutating func vote(_ text: String) -> [Request] {
    guard let question = currentQuestion else { return [.say(.nothingToVoteOn)] }
    guard let tally = Tally(text, on: question, frozen: frozen(question)) else {
      return [.say(.noVote(neutralised(text), choices: question.choices.count))]
    }
    let id = question.id.value
    votes[id, default: []].append(tally)
    let last = Array((votes[id] ?? []).suffix(2))
    return [
      .show { _ in
        let figure = Self.figure(of: last, choices: question.choices)
        return [.output(.figure(FigureOutput(figure: figure)))]
      }
    ]
  }

  /// The last two votes as bars: what has changed since neighbours have talked can be seen.
  private static func figure(of shown: [Tally], choices: [Choice]) -> Figure {
    var answers: [String] = []
    for count in shown.flatMap(\.counts) where !answers.contains(count.answer) {
      answers.append(count.answer)
    }
    let texts = Dictionary(uniqueKeysWithValues: zip(AnswerLine.letters, choices.map(\.text.plain)))
    let bars = answers.flatMap { answer in
      shown.enumerated().map { index, tally in
        let hands = tally.counts.first { $0.answer == answer }?.hands ?? 0
        let words = texts[answer].map { " " + $0 } ?? ""
        let name = index == 0 && shown.count > 1 ? "\(answer) before" : answer + words
        return Bar(name: neutralised(name), value: Sample(Double(hands)))
      }
    }
    let hands = shown.map(\.hands)
    let title =
      hands.count == 1
      ? "\(hands[0]) \(hands[0] == 1 ? "hand" : "hands")"
      : "\(hands[0]) hands before, \(hands[1]) now"
    return Figure(title: title, kind: .bars(bars))
  }

  /// What the class expects of the figure behind a prediction, by its last vote: each number that had a hand.
  func classGuess(before unit: Int, in step: Int) -> Guessed? {
    guard unit > 0, let question = units[step][unit - 1].question,
      let tally = votes[question.id.value]?.last
    else { return nil }
    let guesses = tally.counts.compactMap { count -> Guessed? in
      guard count.hands > 0,
        case .answer(let answer) = AnswerLine(count.answer, for: question, frozen: frozen(question))
      else { return nil }
      return question.kind.answerable.guess(answer)
    }
    return guesses.isEmpty ? nil : Guessed(points: guesses.flatMap(\.points), maker: .room)
  }
}
