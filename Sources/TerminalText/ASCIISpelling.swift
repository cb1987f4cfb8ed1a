/// The text as a terminal without UTF-8 can show it: `ŷ ≤ σ²` is `y^ <= sigma^2`, the unknown is `?`.
package func spelledInASCII(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var result = ""
  var raised = false
  var lowered = false
  for character in text {
    if let digit = superscripts[character] {
      result += raised ? digit : "^" + digit
      raised = true
      lowered = false
      continue
    }
    if let digit = subscripts[character] {
      result += lowered ? digit : "_" + digit
      lowered = true
      raised = false
      continue
    }
    raised = false
    lowered = false
    result += spelling(character)
  }
  return result
}

extension StyledText {
  /// The same runs spelt in ASCII; lines may become longer, so spell before wrapping.
  package var spelledInASCII: StyledText {
    mapText { TerminalText.spelledInASCII($0) }
  }
}

private func spelling(_ character: Character) -> String {
  if character.isASCII { return String(character) }
  if let spelt = spellings[character] { return spelt }
  // A base letter with marks: the base, then the marks that mathematics gives a meaning.
  let scalars = character.unicodeScalars
  guard let first = scalars.first, scalars.count > 1 else { return "?" }
  var result = first.isASCII ? String(Character(first)) : spellings[Character(first)] ?? "?"
  for mark in scalars.dropFirst() { result += marks[mark] ?? "" }
  return result
}

private let marks: [Unicode.Scalar: String] = [
  "\u{302}": "^", "\u{303}": "~", "\u{304}": "_", "\u{305}": "_", "\u{307}": ".", "\u{308}": "",
]

private let superscripts: [Character: String] = [
  "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
  "⁹": "9", "⁺": "+", "⁻": "-", "⁼": "=", "⁽": "(", "⁾": ")", "ⁿ": "n", "ⁱ": "i", "ᵀ": "T",
  "ᴸ": "L", "ˡ": "l", "ᵏ": "k", "ᵗ": "t", "ᵐ": "m", "ʲ": "j", "ˣ": "x",
]

private let subscripts: [Character: String] = [
  "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8",
  "₉": "9", "₊": "+", "₋": "-", "₌": "=", "₍": "(", "₎": ")", "ᵢ": "i", "ⱼ": "j", "ₖ": "k",
  "ₗ": "l", "ₘ": "m", "ₙ": "n", "ₜ": "t", "ₓ": "x",
]
