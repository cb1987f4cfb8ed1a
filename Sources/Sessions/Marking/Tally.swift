import Lessons

/// How many of a class raised their hands for what.
struct Tally: Sendable, Hashable {
  /// The letter of a choice, or an answer as it was typed; each once, in the order of the choices or of the votes.
  private(set) var counts: [Count]

  struct Count: Sendable, Hashable {
    var answer: String
    var hands: Int
  }

  /// More than any room holds; a count beyond it is a slip.
  static let most = 100_000
  /// More different answers than bars can be told apart.
  static let mostAnswers = 26

  var hands: Int { counts.reduce(0) { $0 + $1.hands } }

  /// Reads `a 12 b 3 c 7`, `a: 12, b: 3`, or `12 3 7` in the order of the letters; other answers than choices as
  /// `2000 5 30 2`, each with its hands behind it.
  ///
  /// nil where it is no vote on the question.
  init?(_ text: String, on question: Question, frozen: Frozen) {
    let words = text.split(maxSplits: 2 * Self.mostAnswers + 1) { " ,:;=\t".contains($0) }
      .map { $0.lowercased() }
    let letters = zip(AnswerLine.letters, question.choices).map(\.0)
    guard !words.isEmpty else { return nil }
    var found: [String: Int] = [:]
    var order = letters
    if !letters.isEmpty, words.count == letters.count, words.allSatisfy({ Int($0) != nil }) {
      for (letter, word) in zip(letters, words) { found[letter] = Int(word) }
    } else {
      guard words.count.isMultiple(of: 2), words.count <= 2 * Self.mostAnswers else { return nil }
      for index in stride(from: 0, to: words.count, by: 2) {
        let answer = words[index]
        guard let hands = Int(words[index + 1]), found.updateValue(hands, forKey: answer) == nil
        else { return nil }
        if letters.isEmpty {
          guard case .answer = AnswerLine(answer, for: question, frozen: frozen) else { return nil }
          order.append(answer)
        } else if !letters.contains(answer) {
          return nil
        }
      }
    }
    guard found.values.allSatisfy({ (0...Self.most).contains($0) }) else { return nil }
    counts = order.map { Count(answer: $0, hands: found[$0] ?? 0) }
  }
}
