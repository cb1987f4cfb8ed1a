/// Reads a fence of parameters: a table for each name.
enum ParameterReader {
  private enum ScaleWord: String, CaseIterable { case linear, log }

  static func read(_ reader: inout TableReader) -> [Parameter] {
    if reader.table.entries.isEmpty { reader.report(.emptyFence("toml parameters")) }
    return reader.names(of: reader.table).compactMap { name, value in
      guard case .table(let table) = value.content else {
        reader.reportType(value, name.value, "a table with value and meaning")
        return nil
      }
      var inner = reader.reader(
        of: table,
        owner: "parameter \(name.value)",
        at: name.position
      )
      defer { for problem in inner.problems { reader.report(problem.value, at: problem.position) } }
      return parameter(name, &inner)
    }
  }

  private static func parameter(
    _ name: Located<String>,
    _ reader: inout TableReader
  ) -> Parameter? {
    reader.allow(["value", "range", "step", "scale", "meaning"])
    let meaning = reader.prose("meaning")
    let expected = "a number, or a text in quotes"
    guard let value = reader.value("value", expected, required: true), let meaning else {
      return nil
    }
    if case .string = value.content {
      for key in ["range", "step", "scale"] where reader.has(key) {
        reader.report(
          .wrongType(key: "value", expected: "a number, because of \(key)", found: "a text"),
          at: value.position
        )
      }
      return reader.string(value, key: "value").map {
        Parameter(name: name, value: .expression($0), meaning: meaning)
      }
    }
    guard let number = reader.number(value, key: "value") else { return nil }
    return Parameter(name: name, value: .number(number, knob(number, &reader)), meaning: meaning)
  }

  private static func knob(_ value: Number, _ reader: inout TableReader) -> Knob? {
    guard ["range", "step", "scale"].contains(where: { reader.has($0) }) else { return nil }
    for key in ["range", "step"] where !reader.has(key) {
      reader.report(.incompleteKnob(missing: key))
    }
    let range = reader.numbers("range", required: false)
    let scale = reader.word("scale", required: false, as: ScaleWord.self) ?? .linear
    guard reader.has("range"), let step = reader.number("step", required: false) else { return nil }
    guard range.count == 2, range[0].value < range[1].value,
      scale == .linear || range[0].value > 0
    else {
      let sign = scale == .log ? ", both above 0" : ""
      reader.report(
        .badNumber(
          key: "range",
          text: "[\(range.map(\.text).joined(separator: ", "))]",
          expected: "two numbers, the smaller one first\(sign)"
        ),
        at: reader.table["range"]?.position
      )
      return nil
    }
    if value.value < range[0].value || value.value > range[1].value {
      reader.report(
        .outsideRange(value: value.text, lowest: range[0].text, highest: range[1].text),
        at: value.position
      )
    }
    guard step.value > (scale == .log ? 1 : 0) else {
      let expected = scale == .log ? "a factor above 1" : "a number above 0"
      reader.report(.badNumber(key: "step", text: step.text, expected: expected), at: step.position)
      return nil
    }
    return Knob(
      lowest: range[0],
      highest: range[1],
      scale: scale == .log ? .logarithmic(factor: step) : .linear(step: step)
    )
  }
}
