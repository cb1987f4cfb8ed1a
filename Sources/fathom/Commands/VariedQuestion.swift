import Lessons

/// A question whose numbers are drawn for each learner, made of one with the same numbers for all.
struct VariedQuestion {
  private(set) var text: QuestionText
  private let names: [String]

  /// Makes it; nil where its words or its key would not follow the numbers.
  init?(_ question: Question, _ text: QuestionText) {
    self.text = text
    guard text.value("kind") == "\"number\"", let answer = text.value("answer"),
      let ask = text.value("ask"), !question.given.isEmpty, question.vary.isEmpty, !question.isRead
    else { return nil }
    let drawn = question.given.compactMap { given -> (name: String, values: String)? in
      let name = given.name.value
      // Its words show the number, and only so; its key is worked out with it.
      guard ask.contains("{\(name)}"), Self.names(in: answer).contains(name),
        !Self.numbers(in: ask).contains(given.value.text),
        let values = Self.values(given.value.text)
      else { return nil }
      return (name, values)
    }
    guard !drawn.isEmpty else { return nil }
    names = question.given.map(\.name.value)
    let kept = question.given.filter { given in !drawn.contains { $0.name == given.name.value } }
    self.text.set(
      "given",
      to: kept.isEmpty
        ? nil : "{ \(kept.map { "\($0.name.value) = \($0.value.text)" }.joined(separator: ", ")) }"
    )
    let draws = drawn.map { "\($0.name) = \($0.values)" }.joined(separator: ", ")
    self.text.set("vary", to: "{ \(draws) }")
    follow(answer)
  }

  /// Leaves what is said with the old numbers out, or says it with the drawn ones.
  private mutating func follow(_ answer: String) {
    let names = names
    /// Whether a text of the key follows the drawn numbers.
    func isGeneral(_ text: String) -> Bool { !Self.names(in: text).isDisjoint(with: names) }
    let given = names.map { "\($0) = {\($0)}" }.joined(separator: " and ")
    let accept = text.list("accept").filter(isGeneral)
    text.set("accept", to: accept.isEmpty ? nil : "[\(accept.joined(separator: ", "))]")
    let wrong = text.entries.filter { $0.table == "misconceptions" && isGeneral($0.key) }.map(\.key)
    text.keep("misconceptions") { isGeneral($0.key) && Self.numbers(in: $0.value).isEmpty }
    let told = Set(text.entries.filter { $0.table == "misconceptions" }.map(\.key))
    var reject = text.list("reject").filter { isGeneral($0) || $0 == "\"0\"" }
    reject += wrong.filter { !told.contains($0) && !reject.contains($0) }
    reject.removeAll { told.contains($0) }
    text.set("reject", to: reject.isEmpty ? nil : "[\(reject.joined(separator: ", "))]")
    let hints = text.list("hints").filter { Self.numbers(in: $0).isEmpty }
    let hint = "\"Write it for any numbers first, then put \(given) in.\""
    text.set("hints", to: "[\((hints.isEmpty ? [hint] : hints).joined(separator: ", "))]")
    if !Self.numbers(in: text.value("explain") ?? "1").isEmpty {
      let formula = answer.filter { $0 != "\"" }
      text.set("explain", to: "\"It is `\(formula)` with \(given).\"")
    }
  }

  private static func names(in text: String) -> Set<String> {
    Set(text.matches(of: /[A-Za-z_]\w*/).map { String($0.output) })
  }

  private static func numbers(in text: String) -> Set<String> {
    Set(text.matches(of: /\d+(?:\.\d+)?/).map { String($0.output) })
  }

  /// Values near one, as `vary` writes them; nil where it is no plain number.
  private static func values(_ text: String) -> String? {
    // A larger one is what something is, such as a format's limit.
    if let whole = Int(text), (8...2000).contains(whole) {
      return "\"\(whole - whole / 8)...\(whole + whole / 8)\""
    }
    guard text.wholeMatch(of: /\d\.\d{1,4}/) != nil, let value = Double(text), value >= 0.2,
      value != 1
    else {
      return nil
    }
    // Above 1 stays above it, below 1 below it, in steps of a tenth of what is between.
    let places = text.count - 1
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let texts = [1, 0.9, 1.1, 0.8, 1.2].map { share in
      let digits = Int(((1 + (value - 1) * share) * scale).rounded())
      let fraction = String(digits % Int(scale))
      return "\(digits / Int(scale))."
        + String(repeating: "0", count: places - fraction.count) + fraction
    }
    return "[\(texts.joined(separator: ", "))]"
  }
}
