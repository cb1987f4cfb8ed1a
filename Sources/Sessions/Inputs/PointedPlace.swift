/// Where someone points in a figure, as it was typed: `28`, `value 1e38`, `0.9, 100`.
struct PointedPlace: Sendable, Hashable {
  /// What was named, as text that is not worked out yet.
  enum Kind: Sendable, Hashable {
    /// A layer, a step, a value of the parameter along the axis.
    case x(String)
    /// A level of the values.
    case value(String)
    /// A cell of a heatmap.
    case cell(x: String, y: String)
  }

  /// The figure's number; nil for the latest.
  let figure: String?
  let kind: Kind

  /// nil where a part is missing.
  init?(_ text: String) {
    var rest = text.trimmingBlanks
    let word = String(rest.prefix { !$0.isWhitespace })
    let behind = String(rest.dropFirst(word.count)).trimmingBlanks
    // "1.2" alone is a place; in front of a place it is a figure.
    let isFigure = Self.isFigureNumber(word) && behind.first.map { !"+-*/^,".contains($0) } == true
    figure = isFigure ? word : nil
    if isFigure { rest = behind }
    if rest == "value" { return nil }
    if rest.hasPrefix("value ") {
      kind = .value(String(rest.dropFirst("value ".count)).trimmingBlanks)
      return
    }
    guard let comma = Self.comma(in: rest) else {
      kind = .x(rest)
      return
    }
    let x = String(rest[..<comma]).trimmingBlanks
    let y = String(rest[rest.index(after: comma)...]).trimmingBlanks
    guard !x.isEmpty, !y.isEmpty else { return nil }
    kind = .cell(x: x, y: y)
  }

  private static func isFigureNumber(_ word: String) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isWholeNumber) }
  }

  /// The first comma outside brackets.
  private static func comma(in text: String) -> String.Index? {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "," where depth == 0: return index
      default: break
      }
    }
    return nil
  }
}
