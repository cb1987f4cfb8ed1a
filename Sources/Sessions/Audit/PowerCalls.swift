/// `pow(s, L)` as `((s)^(L))`.
enum PowerCalls {
  private static let names = ["pow(", "power("]

  /// A text with its calls of powers in signs; `nil` where there are none.
  static func written(_ text: String) -> String? {
    guard names.contains(where: { text.contains($0) }) else { return nil }
    var rest = Array(text)
    var isChanged = false
    while let call = innermost(rest) {
      let base = String(rest[call.open + 1..<call.comma])
      let exponent = String(rest[call.comma + 1..<call.close])
      rest.replaceSubrange(call.start...call.close, with: "((\(base))^(\(exponent)))")
      isChanged = true
    }
    return isChanged ? String(rest) : nil
  }

  /// Where a call stands.
  private struct Call {
    let start: Int
    let open: Int
    let comma: Int
    let close: Int
  }

  /// The last call that begins: no other begins in it.
  private static func innermost(_ text: [Character]) -> Call? {
    for open in text.indices.reversed() where text[open] == "(" {
      let before = text[...open].reversed()
      guard let name = names.first(where: { before.starts(with: $0.reversed()) }),
        let (comma, close) = ends(text, of: open)
      else { continue }
      return Call(start: open + 1 - name.count, open: open, comma: comma, close: close)
    }
    return nil
  }

  /// Where the comma and the end of two arguments stand.
  private static func ends(_ text: [Character], of open: Int) -> (comma: Int, close: Int)? {
    var depth = 0
    var commas: [Int] = []
    for index in (open + 1)..<text.count {
      switch text[index] {
      case "(": depth += 1
      case ")" where depth == 0: return commas.count == 1 ? (commas[0], index) : nil
      case ")": depth -= 1
      case "," where depth == 0: commas.append(index)
      default: break
      }
    }
    return nil
  }
}
