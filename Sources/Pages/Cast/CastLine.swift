import TerminalText

/// The lines of an asciicast, version 2: a header and events, a JSON value on each.
package enum CastLine {
  package static func header(title: String, columns: Int, rows: Int) -> String {
    "{\"version\": 2, \"width\": \(columns), \"height\": \(rows), "
      + "\"title\": \(quoted(neutralised(title))), \"env\": {\"TERM\": \"xterm-256color\"}}\n"
  }

  /// What was sent (`o`), a chapter (`m`) or a new size (`r`), so many thousandths of a second after the beginning.
  package static func event(thousandths time: Int, _ kind: String, _ data: String) -> String {
    let rest = "\(time % 1000)"
    let thousandths = String(repeating: "0", count: 3 - rest.count) + rest
    return "[\(time / 1000).\(thousandths), \"\(kind)\", \(quoted(data))]\n"
  }

  /// A text as JSON writes it.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\r": quoted += "\\r"
      case "\n": quoted += "\\n"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
