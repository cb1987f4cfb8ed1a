/// A key that the table of a question may have.
struct QuestionKey: ExpressibleByStringLiteral {
  let name: String
  /// Whether a learners' copy leaves it out of a question that counts.
  let isSecret: Bool

  init(stringLiteral name: String) { self.init(name: name, isSecret: false) }

  private init(name: String, isSecret: Bool) {
    self.name = name
    self.isSecret = isSecret
  }

  static func secret(_ name: String) -> QuestionKey { QuestionKey(name: name, isSecret: true) }

  /// The keys of all kinds.
  static let common: [QuestionKey] = [
    "id", "kind", "ask", "points", "hints", .secret("explain"), "practice", "count",
    "attempts", "reads", "locked",
  ]

  /// Those that lessons of format 1 don't have.
  static let ofFormat2 = ["attempts", "failing", "last", "locked", "reads"]

  /// The names of what is secret in any kind: a key in the wrong question is no less one.
  static let secrets = Set(
    (common + Question.Word.allCases.flatMap { $0.form.keys }).filter(\.isSecret).map(\.name)
  )
}
