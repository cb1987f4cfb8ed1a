import Sessions
import TerminalText

/// A value of JSON, with keys in the order in which they are written.
enum JSON: Sendable {
  case string(String)
  /// A number by its digits, so that nothing rounds it.
  case number(String)
  case boolean(Bool)
  case null
  case array([JSON])
  case object([(String, JSON)])

  /// The text, indented by two blanks a level.
  func text(indent: Int = 0) -> String {
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let digits): return digits
    case .boolean(let flag): return flag ? "true" : "false"
    case .null: return "null"
    case .array(let values):
      guard !values.isEmpty else { return "[]" }
      let lines = values.map { inner + $0.text(indent: indent + 2) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + outer + "]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = members.map { "\(inner)\(Self.quoted($0.0)): \($0.1.text(indent: indent + 2))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + outer + "}"
    }
  }

  /// The text in one line.
  var line: String {
    switch self {
    case .string, .number, .boolean, .null: text()
    case .array(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.0)):\($0.1.line)" }.joined(separator: ",") + "}"
    }
  }

  /// A text, or null where there is none.
  static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  /// Points of a question, exactly.
  static func points(_ hundredths: Int) -> JSON { .number(pointsText(hundredths)) }

  static func count(_ number: Int) -> JSON { .number("\(number)") }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value >= 0x7F && isSteering(scalar) || scalar.value < 0x20:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether it could steer a terminal that shows the file: such a character is written by its code.
  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    neutralised(String(scalar)) != String(scalar)
  }
}
