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
  /// So many values that are made one after another: those of a large class are never all there.
  case each(Int, @Sendable (Int) -> JSON)
  case object([(String, JSON)])

  /// The text, indented by two blanks a level.
  var written: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  /// Into one text from the beginning: that of a large class fills much of the memory.
  private func write(to text: inout String, indent: Int) {
    func line(_ indent: Int) { text += "\n" + String(repeating: " ", count: indent) }
    switch self {
    case .string(let string): text += Self.quoted(string)
    case .number(let digits): text += digits
    case .boolean(let flag): text += flag ? "true" : "false"
    case .null: text += "null"
    case .array(let values):
      JSON.each(values.count) { values[$0] }.write(to: &text, indent: indent)
    case .each(let count, let value):
      text += "["
      for index in 0..<count {
        if index > 0 { text += "," }
        line(indent + 2)
        value(index).write(to: &text, indent: indent + 2)
      }
      if count > 0 { line(indent) }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        line(indent + 2)
        text += Self.quoted(member.0) + ": "
        member.1.write(to: &text, indent: indent + 2)
      }
      if !members.isEmpty { line(indent) }
      text += "}"
    }
  }

  /// The text in one line.
  var line: String {
    var text = ""
    writeLine(to: &text)
    return text
  }

  private func writeLine(to text: inout String) {
    switch self {
    case .string, .number, .boolean, .null: write(to: &text, indent: 0)
    case .array(let values): JSON.each(values.count) { values[$0] }.writeLine(to: &text)
    case .each(let count, let value):
      text += "["
      for index in 0..<count {
        if index > 0 { text += "," }
        value(index).writeLine(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        text += Self.quoted(member.0)
        text += ":"
        member.1.writeLine(to: &text)
      }
      text += "}"
    }
  }

  /// A text, or null where there is none.
  static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  /// Points of a question, exactly.
  static func points(_ hundredths: Int) -> JSON { .number(pointsText(hundredths)) }

  static func count(_ number: Int) -> JSON { .number("\(number)") }

  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain { return "\"\(text)\"" }
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
