/// Parameters, domains and tolerances.
extension QuestionReader {
  mutating func given() -> [GivenValue] {
    guard let table = reader.table("given") else { return [] }
    return reader.names(of: table).compactMap { name, value in
      reader.number(value, key: name.value).map { GivenValue(name: name, value: $0) }
    }
  }

  mutating func draws(_ key: String, required: Bool) -> [Draw] {
    guard let table = reader.table(key, required: required) else { return [] }
    return reader.names(of: table).compactMap { name, value in
      domain(value, key: name.value).map {
        Draw(name: name, domain: $0, position: value.position)
      }
    }
  }

  private mutating func domain(_ value: TOMLValue, key: String) -> Draw.Domain? {
    switch value.content {
    case .array(let items):
      if items.isEmpty { reader.report(.emptyText(key: key), at: value.position) }
      let numbers = items.compactMap { reader.number($0, key: key) }
      for (index, number) in numbers.enumerated()
      where numbers[..<index].contains(where: { $0.value == number.value }) {
        reader.report(.repeated(number.text, key: key), at: number.position)
      }
      return .oneOf(numbers)
    case .string(let text):
      let domain = Draw.Domain(text, at: value.textPosition)
      if domain == nil { reader.report(.badDomain(key: key, text: text), at: value.textPosition) }
      return domain
    case .integer, .float, .boolean, .date, .table:
      reader.reportType(value, key, "a list of numbers or a range in quotes")
      return nil
    }
  }

  mutating func tolerance(orElse usual: Tolerance) -> Tolerance {
    guard let text = reader.string("within", required: false) else { return usual }
    if let tolerance = Tolerance(text) { return tolerance }
    reader.report(.badTolerance(text.value), at: text.position)
    return usual
  }
}

extension Tolerance {
  /// Reads `rel 1e-3`, `log10 0.05`, `sig 3`, `exact`, `abs 0.1`.
  init?(_ text: Located<String>) {
    let words = text.value.split(separator: " ").map(String.init)
    if words == ["exact"] {
      self = .exact
      return
    }
    guard words.count == 2, let number = Number(words[1], at: text.position, offset: 0),
      number.value > 0
    else { return nil }
    switch words[0] {
    case "rel" where number.value < 1: self = .relative(number)
    case "log10" where number.value <= 10: self = .decades(number)
    case "abs": self = .absolute(number)
    case "sig":
      guard let digits = Int(words[1]), (1...15).contains(digits) else { return nil }
      self = .significant(digits)
    default: return nil
    }
  }
}

extension Draw.Domain {
  /// Reads `a...b` and `a...b by c`, with a < b and c > 0.
  init?(_ text: String, at position: Position) {
    guard let dots = firstIndex(of: "...", in: text[...]) else { return nil }
    let after = text[text.index(dots, offsetBy: 3)...]
    let by = firstIndex(of: " by ", in: after)
    func number(_ part: Substring) -> Number? {
      let offset = text[..<part.startIndex].unicodeScalars.count
      return Number(String(part.trimmed), at: position, offset: offset)
    }
    guard let from = number(text[..<dots]), let through = number(after[..<(by ?? after.endIndex)]),
      from.value < through.value
    else { return nil }
    guard let by else {
      self = .range(from: from, through: through, step: nil)
      return
    }
    guard let step = number(after[by...].dropFirst(4)), step.value > 0 else { return nil }
    self = .range(from: from, through: through, step: step)
  }
}

extension Number {
  /// A number that the format itself supplies.
  init(_ text: String, at position: Position) {
    self.init(text: text, value: Double(text) ?? 0, position: position)
  }

  /// A finite decimal number within a text; `nil` for anything else.
  init?(_ text: String, at position: Position, offset: Int) {
    guard text.utf8.allSatisfy({ Set("0123456789+-.eE".utf8).contains($0) }),
      let value = Double(text), value.isFinite
    else { return nil }
    let place = Position(line: position.line, column: position.column + offset)
    self.init(text: text, value: value, position: place)
  }
}
