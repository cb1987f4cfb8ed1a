import Notebooks
import Plotting

/// Where in a line the cursor stands, as far as completing needs to know.
struct CompletionContext {
  enum Place: Hashable {
    case command
    case operand(of: String)
    /// Inside the brackets of a function.
    case arguments(of: String)
    /// Behind `in` of a figure.
    case formats
    /// Behind `on` of a figure.
    case axis
    /// Behind `against` of a figure.
    case levels
    /// Behind `beside`, where another figure begins.
    case figure
    /// Behind an expression of a figure, where a clause may come.
    case clause
    /// At the beginning of a statement.
    case start
    /// Behind `explain`.
    case subject
    case expression
  }

  let place: Place
  /// The word at the cursor, as far as it is typed.
  let word: String

  init(_ before: String) {
    let text = before.trimmingLeadingBlanks
    let statement =
      text.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    if text.hasPrefix(":") {
      let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 1 {
        (place, word) = (.command, text)
      } else {
        place = .operand(of: String(parts[0].dropFirst()))
        word = String(parts[1]).trimmingLeadingBlanks
      }
      return
    }
    if text.hasPrefix("help ") {
      place = .operand(of: "help")
      word = String(text.dropFirst(5)).trimmingLeadingBlanks
      return
    }
    let tried =
      statement.hasPrefix("?") ? String(statement.dropFirst()).trimmingLeadingBlanks : statement
    word = String(tried.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    place = Self.place(String(tried.dropLast(word.count)))
  }

  private static func place(_ before: String) -> Place {
    if let function = openFunction(before) { return .arguments(of: function) }
    var words = before.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    guard let first = words.first else { return .start }
    if first == "explain", !before.contains("=") {
      if words.count == 1, before.hasSuffix(" ") { return .subject }
      if words.count > 1, FigureVerb(rawValue: words[1]) != nil {
        let rest = before.trimmingLeadingBlanks.dropFirst(first.count)
        return place(String(rest).trimmingLeadingBlanks)
      }
    }
    guard FigureVerb(rawValue: first) != nil, !before.contains("=") || before.contains("==") else {
      return .expression
    }
    let last = before.trimmingTrailingBlanks
    if let beside = words.lastIndex(of: "beside"), beside > 1 {
      words.removeFirst(beside + 1)
      if words.isEmpty { return .figure }
    }
    let clause = words.last { ClauseWords.all.contains($0) }
    if clause == "against", words.last == "against" || last.hasSuffix(",") { return .levels }
    let overIsOpen = words.contains("over") && clause == "in" && !formatsFollow(words)
    if words.last == "on" { return .axis }
    if clause == "in", !overIsOpen, words.last == "in" || last.hasSuffix(",") { return .formats }
    if words.count == 1 || last.hasSuffix(",")
      || (last.last.map { "+-*/^(=<>".contains($0) } ?? false)
    {
      return .expression
    }
    return .clause
  }

  /// Whether the last `in` stands behind a clause of its own and not behind `over NAME`.
  private static func formatsFollow(_ words: [String]) -> Bool {
    guard let index = words.lastIndex(of: "in"), index >= 2 else { return true }
    return words[index - 2] != "over"
  }

  /// The name in front of the innermost bracket that is still open.
  private static func openFunction(_ before: String) -> String? {
    var depth = 0
    let characters = Array(before)
    for index in characters.indices.reversed() {
      switch characters[index] {
      case ")", "]": depth += 1
      case "[":
        if depth == 0 { return nil }
        depth -= 1
      case "(":
        guard depth == 0 else {
          depth -= 1
          continue
        }
        let name = characters[..<index].reversed().prefix {
          $0.isLetter || $0.isNumber || $0 == "_"
        }
        return name.isEmpty ? nil : String(name.reversed())
      default: break
      }
    }
    return nil
  }
}

extension String {
  fileprivate var trimmingLeadingBlanks: String { String(drop { $0 == " " || $0 == "\t" }) }

  fileprivate var trimmingTrailingBlanks: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
