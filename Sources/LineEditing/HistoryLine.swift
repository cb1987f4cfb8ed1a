/// One entry as one line of the history's file: a JSON string, so `jq` and a person can read it.
enum HistoryLine {
  static func encoded(_ entry: String) -> String {
    var line = "\""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\"": line += "\\\""
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\t": line += "\\t"
      case "\r": line += "\\r"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line + "\""
  }

  /// The entry, or nil if the line is not one (torn by a crash, written by something else).
  static func decoded(_ line: String) -> String? {
    var rest = line.unicodeScalars[...]
    guard rest.popFirst() == "\"", rest.popLast() == "\"" else { return nil }
    var entry = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        if scalar == "\"" { return nil }
        entry.append(scalar)
        continue
      }
      guard let meant = escaped(&rest) else { return nil }
      entry.append(meant)
    }
    return String(entry)
  }

  private static func escaped(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    switch rest.popFirst() {
    case "\""?: return "\""
    case "\\"?: return "\\"
    case "/"?: return "/"
    case "n"?: return "\n"
    case "t"?: return "\t"
    case "r"?: return "\r"
    case "u"?:
      let digits = String(rest.prefix(4))
      rest = rest.dropFirst(4)
      guard digits.utf8.count == 4, let value = UInt32(digits, radix: 16) else { return nil }
      return Unicode.Scalar(value)
    default: return nil
    }
  }
}
