/// The kinds of questions as the format writes them, and the keys of each.
enum QuestionWord: String, CaseIterable {
  case number, choice, choices, expression, predict, task, text

  static let common = ["id", "kind", "ask", "points", "hints", "explain", "practice", "count"]

  /// What a learners' copy leaves out of a question that counts.
  static let secret = ["answer", "accept", "reject", "misconceptions", "require", "explain"]

  /// The keys besides the common ones.
  var keys: [String] {
    switch self {
    case .number: ["answer", "within", "accept", "reject", "misconceptions", "given", "vary"]
    case .choice, .choices: ["choices", "answer", "misconceptions", "given", "vary"]
    case .expression:
      ["answer", "over", "within", "accept", "reject", "misconceptions", "given", "vary"]
    case .predict: ["form", "shows", "at", "within", "choices", "answer", "misconceptions"]
    case .task: ["require", "uses", "given", "accept", "reject", "vary"]
    case .text: ["given", "vary"]
    }
  }

  /// Whether the program marks the answer as right or wrong.
  var isMarked: Bool {
    switch self {
    case .number, .choice, .choices, .expression, .task: true
    case .predict, .text: false
    }
  }

  /// The kinds that know a key which this one doesn't.
  static func kinds(with key: String) -> [String] {
    allCases.filter { $0.keys.contains(key) }.map(\.rawValue)
  }
}

/// What a guess is made of.
enum PredictionWord: String, CaseIterable {
  case number, choice, points

  var keys: [String] {
    switch self {
    case .number, .points: ["shows", "at", "within"]
    case .choice: ["choices", "answer"]
    }
  }
}
