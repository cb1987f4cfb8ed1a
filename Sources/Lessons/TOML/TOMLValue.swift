/// A value of a TOML fence and where it stands in the lesson.
struct TOMLValue: Sendable, Hashable {
  let content: Content
  let position: Position
  /// Of a string: where its first character stands, after the quotes.
  let textPosition: Position

  indirect enum Content: Sendable, Hashable {
    case string(String)
    case integer(Int, Number)
    case float(Number)
    case boolean(Bool)
    case date
    case array([TOMLValue])
    case table(TOMLTable)
  }

  var isTable: Bool { if case .table = content { true } else { false } }
  var isString: Bool { if case .string = content { true } else { false } }
}
