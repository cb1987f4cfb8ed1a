/// Parameters, domains and tolerances.
extension QuestionReader {
  mutating func given() -> [GivenValue] {
    guard let table = keys.table("given") else { return [] }
    return keys.names(of: table).compactMap { name, value in
      keys.number(value, key: name.value).map { GivenValue(name: name, value: $0) }
    }
  }

  mutating func draws(_ key: String, required: Bool) -> [Draw] {
    guard let table = keys.table(key, required: required) else { return [] }
    return keys.names(of: table).compactMap { name, value in
      domain(value, key: name.value).map {
        Draw(name: name, domain: $0, position: value.position)
      }
    }
  }

  private mutating func domain(_ value: TOMLValue, key: String) -> Draw.Domain? {
    switch value.content {
    case .array(let items):
      if items.isEmpty { keys.report(.emptyText(key: key), at: value.position) }
      let numbers = items.compactMap { keys.number($0, key: key) }
      for (index, number) in numbers.enumerated()
      where numbers[..<index].contains(where: { $0.value == number.value }) {
        keys.report(.repeated(number.text, key: key), at: number.position)
      }
      return .oneOf(numbers)
    case .string(let text):
      let domain = Draw.Domain(text, at: value.textPosition)
      if domain == nil { keys.report(.badDomain(key: key, text: text), at: value.textPosition) }
      return domain
    case .integer, .float, .boolean, .date, .table:
      keys.reportType(value, key, "a list of numbers or a range in quotes")
      return nil
    }
  }

  mutating func tolerance(orElse usual: Tolerance) -> Tolerance {
    guard let text = keys.string("within", required: false) else { return usual }
    if let tolerance = Tolerance(text) { return tolerance }
    keys.report(.badTolerance(text.value), at: text.position)
    return usual
  }
}
