import TerminalText

/// Text in XML.
enum XML {
  /// An element with attributes in order, and what stands in it.
  static func element(
    _ name: String,
    _ attributes: [(String, String)],
    _ content: [String] = []
  ) -> [String] {
    let head = ([name] + attributes.map { "\($0.0)=\"\(escaped($0.1))\"" }).joined(separator: " ")
    guard !content.isEmpty else { return ["<\(head)/>"] }
    return ["<\(head)>"] + content.map { "  " + $0 } + ["</\(name)>"]
  }

  /// A text as an attribute or between tags: nothing in it is markup, or a character XML hasn't.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in neutralised(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += "&lt;U+\(String(scalar.value, radix: 16))&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
