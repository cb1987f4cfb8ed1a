import TerminalText

/// What `help` and `:help` say.
package enum Help {
  /// A subject other than a function: a figure's verb, a clause, a part of the language.
  package struct Topic: Sendable {
    package let name: String
    package let summary: String
    package let lines: [String]
    package let examples: [String]
  }

  /// The help on a function, a topic, an argument or a concept; on nothing, what there is to type.
  package static func text(_ topic: String?) -> StyledText {
    guard let topic else { return overview }
    if topic == "all" { return listing }
    if let function = BuiltIns.function(topic) { return text(function) }
    if let found = topics.first(where: { $0.name == topic }) { return text(found) }
    if let constant = constant(topic) { return StyledText(constant) }
    let key = key(topic)
    if key != topic, named.contains(key) { return text(key) }
    if let found = found(topic) { return found }
    let word = neutralised(topic.shortened)
    if let ours = ForeignWords.function(topic) {
      return StyledText("There is no \"\(word)\" here. What stands near: \(ours)")
    }
    if ForeignWords.withoutCounterpart.contains(topic) {
      return StyledText("There is no \"\(word)\" here, and nothing like it.")
    }
    if let (part, known) = knownPart(of: topic) {
      return StyledText("There is no help on \"\(word)\"; on \(part) there is:\n") + known
    }
    let meant = Naming.meant(by: topic, among: named + words)
    return StyledText(
      "There is no help on \"\(word)\"."
        + (meant.map { " Did you mean \($0)?" } ?? " help all lists what there is.")
    )
  }

  /// The first of several words on which there is help, with that; of the small ones that join others, none.
  private static func knownPart(of topic: String) -> (word: String, help: StyledText)? {
    let words = topic.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count > 1,
      let word = words.first(where: { $0.count > 2 && !joining.contains($0) && knows($0) })
    else { return nil }
    return (word, text(word))
  }

  private static let joining: Set<String> = ["all", "first", "over", "the", "where", "with"]

  /// The names of functions and topics.
  static let named = topics.map(\.name) + BuiltIns.names

  /// What a name stands for that takes no brackets: a number, a number format.
  private static func constant(_ name: String) -> String? {
    let value = BuiltIns.value(name)
    if case .number(let number)? = value {
      return "\(name) = \(Rendering.number(number)), a constant."
    }
    if case .format(let format)? = value {
      return Rendering.lines(.format(format)).joined() + ". See help in, and help rounded."
    }
    return nil
  }

  /// The first screen: what can be typed, and where the rest is.
  private static var overview: StyledText {
    var text = StyledText()
    text.append("What you can type", .heading)
    for (example, meaning) in [
      ("s = 1.5", "a definition; entering it again replaces it"),
      ("rms(a[20])", "an expression: its value is shown"),
      ("plot rms(a)", "a figure; help plot says what it can do"),
      ("explain y", "what it is, what it is made of, how it reacts"),
      ("help network", "what a function takes, with examples that run"),
      ("help skip", "help by any word: vanishing, adam, seed, transpose"),
      ("help layers", "the language: layers, numbers, matrices, functions, ranges, first"),
      ("help all", "the names of all functions, figures and topics"),
    ] { append(example, meaning, to: &text) }
    return text
  }

  private static func append(_ example: String, _ meaning: String, to text: inout StyledText) {
    text.append("\n  ")
    text.append(example, .code)
    text.append(String(repeating: " ", count: 14 - example.count) + meaning)
  }

  /// All there is, by name.
  private static var listing: StyledText {
    var text = StyledText("Topics", .heading)
    text.append("\n  " + topics.map(\.name).joined(separator: ", "))
    for (title, functions) in BuiltIns.groups {
      text.append("\n\n")
      text.append(title, .heading)
      text.append("\n  " + functions.map(\.name).joined(separator: ", "))
    }
    text.append("\n\n")
    text.append("Names of values", .heading)
    text.append("\n  pi, e, " + BuiltIns.formatNames.joined(separator: ", "))
    text.append("\n\n")
    text.append("Arguments", .heading)
    text.append("\n  " + arguments.joined(separator: ", "))
    return text
  }

  private static func text(_ function: Function) -> StyledText {
    var text = StyledText(function.signature, .code)
    text.append("\n  \(function.summary)")
    let width = function.parameters.map { label($0).count }.max() ?? 0
    for parameter in function.parameters {
      let label = label(parameter)
      text.append("\n  ")
      text.append(label, .code)
      text.append(String(repeating: " ", count: width - label.count + 2) + parameter.meaning)
      if case .optional(let otherwise) = parameter.need {
        text.append(" (left out: \(otherwise))", .faint)
      }
    }
    if let remark = remark(onArgument: function.name) { text.append("\n  \(remark)") }
    appendExamples(function.examples, to: &text)
    return text
  }

  private static func label(_ parameter: Parameter) -> String {
    parameter.isPositional ? parameter.name : parameter.name + ":"
  }

  private static func text(_ topic: Topic) -> StyledText {
    var text = StyledText(topic.name, .heading)
    text.append(": \(topic.summary)")
    for line in topic.lines { text.append("\n  \(line)") }
    appendExamples(topic.examples, to: &text)
    return text
  }

  static func appendExamples(_ examples: [String], to text: inout StyledText) {
    text.append(examples.count == 1 ? "\n  Example:" : "\n  Examples:")
    for example in examples {
      text.append("\n    ")
      text.append(example, .code)
    }
  }
}
