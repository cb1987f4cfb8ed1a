import Plotting
import TerminalText

/// A page on its way to HTML: words go in escaped, elements by their names, drawings as figures; there is no
/// other way in.
///
/// It is XML too: every element is closed, every attribute quoted.
struct HTMLText {
  private(set) var text = ""

  /// Words as HTML writes them, with their control characters made visible.
  static func escaped(_ words: String) -> String {
    var escaped = ""
    for scalar in neutralised(words).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default:
        let isNone =
          scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
        escaped.unicodeScalars.append(isNone ? "\u{FFFD}" : scalar)
      }
    }
    return escaped
  }

  /// What a file begins with.
  mutating func doctype() { text += "<!DOCTYPE html>\n" }

  mutating func words(_ words: String) { text += Self.escaped(words) }

  /// The end of a line where lines are kept.
  mutating func newline() { text += "\n" }

  /// An element with its content.
  mutating func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    _ content: (inout HTMLText) -> Void
  ) {
    text += "<\(name)\(Self.joined(attributes))>"
    content(&self)
    text += "</\(name)>" + (Self.inline.contains(name) ? "" : "\n")
  }

  /// An element of words alone.
  mutating func element(_ name: String, _ words: String) { element(name, [:], words) }

  /// The same with attributes.
  mutating func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String>,
    _ words: String
  ) {
    element(name, attributes) { $0.words(words) }
  }

  /// An element without content.
  mutating func void(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    text += "<\(name)\(Self.joined(attributes))/>" + (Self.inline.contains(name) ? "" : "\n")
  }

  /// A figure in pixels, which has its own title and description.
  mutating func drawing(_ figure: Figure) { text += figure.svg() }

  /// The house's own style sheet.
  mutating func style(_ sheet: StyleSheet) { text += "<style>\n\(sheet.text)</style>\n" }

  /// After which no line ends: a blank there would be seen.
  private static let inline: Set = ["a", "br", "code", "em", "pre", "samp", "span", "strong"]

  private static func joined(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
  }
}
