import Plotting

// Words between two parts that mean something in other languages.
extension Parser {
  /// `7 mod 2`, `hist v`, `plot a vs b`: a word that means something in other languages.
  func foreignWord() -> Failure? {
    let previous = tokens[max(0, index - 1)]
    if case .name(let word) = previous.kind {
      if index - 1 == statementStart, let ours = ForeignWords.verb(word, before: rest) {
        return failure(
          .foreignStatement(word, ours: ours),
          previous.range,
          replacing: previous.range.joined(current.range).joined(endOfRest)
        )
      }
      if BuiltIns.function(word) == nil, let ours = ForeignWords.statement(word) {
        return failure(.foreignStatement(word, ours: ours), previous.range)
      }
      if ForeignWords.joining.contains(word), let ours = between(word) {
        return failure(.foreignStatement(word, ours: ours), previous.range)
      }
    }
    guard case .name(let word) = current.kind else { return nil }
    if let verb = FigureVerb(rawValue: word), isInFigure,
      let text = operandText(from: min(index + 1, tokens.count - 1))
    {
      return failure(
        .misplaced(
          ours: Hint(
            "A second figure stands in a line of its own, or beside the first: ",
            .line("\(figureSoFar) beside \(verb.rawValue) \(text)"),
            otherwise: "… beside \(verb.rawValue) \(text)"
          )
        ),
        current.range
      )
    }
    if isInFigure, BuiltIns.formatNames.contains(word) {
      let ours = Hint("A format stands behind in: ", figure("in \(word)"))
      return failure(.misplaced(ours: ours), current.range)
    }
    guard ForeignWords.joining.contains(word) || startsOperand(token(ahead: 1)) || isAtEnd,
      let ours = between(word) ?? ForeignWords.statement(word)
    else { return nil }
    let isOurs = ScaleName(rawValue: word) != nil || BuiltIns.contains(word) || word == "step"
    return failure(
      isOurs ? .misplaced(ours: ours) : .foreignStatement(word, ours: ours),
      current.range,
      replacing: aroundWord
    )
  }

  private var isAtEnd: Bool {
    switch token(ahead: 1).kind {
    case .newline, .end: true
    case .number, .text, .name, .superscript, .layerSuperscript, .symbol, .invalid: false
    }
  }

  /// Whether a name and = stand behind the word.
  private var isDefinitionAhead: Bool {
    guard case .name = token(ahead: 1).kind else { return false }
    return token(ahead: 2).kind == .symbol(.equals)
  }

  private var isInFigure: Bool {
    guard case .name(let word) = tokens[statementStart].kind else { return false }
    return FigureVerb(rawValue: word) != nil
  }

  /// What the word between two parts is here; nil for a word that is none.
  private func between(_ word: String) -> Hint? {
    let left = leftText ?? "a"
    let right = operandText(from: min(index + 1, tokens.count - 1))
    let isAlone = isAtEnd
    func joined(_ words: String, _ ours: (String) -> String) -> Hint? {
      right.map { Hint(words, .instead(ours($0)), otherwise: words + "…") }
    }
    switch word {
    case "mod", "rem":
      return joined("The remainder is ") { "\(left) - \($0)*floor(\(left)/\($0))" }
        ?? Hint("The remainder of 7 by 2 is ", .line("7 - 2*floor(7/2)"))
    case "div":
      return joined("The whole part of the quotient is ") { "floor(\(left)/\($0))" }
        ?? Hint("The whole part of a quotient is ", .line("floor(7/2)"))
    case "times": return joined("The product is ") { "\(left) * \($0)" }
    case "plus": return joined("The sum is ") { "\(left) + \($0)" }
    case "minus": return joined("The difference is ") { "\(left) - \($0)" }
    case "is" where index == statementStart + 1:
      let words = "A definition is a name, = and a value: "
      return right.map {
        Hint(
          words,
          .instead("\(left) = \($0)"),
          end: ". To compare, write \(left) == \($0)",
          otherwise: words + "…"
        )
      }
    case "and" where isDefinitionAhead: return nil
    case "is", "equals": return joined("To compare, write ") { "\(left) == \($0)" }
    case "to", "until": return joined("A range has three points: ") { "\(left)...\($0)" }
    case "step", "steps":
      return joined("The step of a range stands behind by: ") { "0...1 by \($0)" }
    case "vs", "versus": return versus(left, right, token(ahead: 1))
    case "log", "logscale", "logarithmic", "semilogy", "logy", "loglog", "logx", "symlog",
      "linear":
      return isAlone || word == "logscale" ? scaled(word) : nil
    case "xlabel", "ylabel", "legend", "label", "color", "grid":
      return isInFigure
        ? Hint(
          "A figure names its axes itself and takes a title, as in: ",
          [.line("plot rms(a) titled \"Growth\""), .line("plot [1, 4, 9] titled \"Squares\"")]
        ) : nil
    case "title", "named", "called", "caption":
      guard isInFigure, case .text(let title) = token(ahead: 1).kind else { return nil }
      return Hint("A title stands behind titled: ", figure("titled \"\(title)\""))
    case "from", "between", "with", "varying":
      return isInFigure
        ? Hint(
          "A parameter runs with over, as in: ",
          [.line("plot rms(y) over s in 0.5...1.5"), .line("plot s^2 over s in 0.5...1.5")]
        ) : nil
    default: return ForeignWords.between(word)
    }
  }

  private func versus(_ left: String, _ right: String?, _ next: Token) -> Hint {
    guard let right else {
      return Hint(
        "Two quantities in one figure stand with a comma: ",
        [.line("plot rms(a), norm(a)"), .line("plot [1, 2, 3], [1, 4, 9]")]
      )
    }
    let isLevel: Bool
    switch next.kind {
    case .number: isLevel = true
    case .name(let name): isLevel = BuiltIns.formatNames.contains(name)
    case .text, .superscript, .layerSuperscript, .symbol, .invalid, .newline, .end: isLevel = false
    }
    if isLevel { return Hint("A level is marked with against: ", figure("against \(right)")) }
    return Hint(
      "Two quantities in one figure stand with a comma: ",
      .line("plot \(left), \(right)"),
      otherwise: "Two quantities in one figure stand with a comma: plot …, …"
    )
  }

  private func scaled(_ word: String) -> Hint {
    let scale =
      ScaleName(rawValue: word).map(\.rawValue) ?? (word == "logx" ? "loglog" : "log")
    return Hint("A scale stands behind on: ", figure("on \(scale)"))
  }

  /// The figure up to here with a clause behind it, and one that runs anywhere.
  private func figure(_ clause: String) -> [Advice] {
    [.line("\(figureSoFar) \(clause)"), .line("plot [1, 10, 100] \(clause)")]
  }

  /// The parts around the word between them.
  private var aroundWord: SourceRange? {
    guard let start = operandStart(before: index),
      let end = operandEnd(from: min(index + 1, tokens.count - 1))
    else { return nil }
    return tokens[start].range.joined(tokens[end].range)
  }

  /// The figure up to here; an expression becomes one.
  private var figureSoFar: String {
    let start = tokens[statementStart].range
    let text = source.text(start.joined(tokens[index - 1].range))
    guard text.count <= 2 * Self.longestRepeated, !text.contains("\n") else { return "…" }
    if isInFigure { return text }
    if case .name(let word) = tokens[statementStart].kind, BuiltIns.contains(word),
      index - 1 == statementStart
    {
      return "plot rms(a)"
    }
    return "plot \(text)"
  }

  /// The rest of the statement from here, where it can be repeated.
  var rest: String? {
    let range = endOfRest
    guard range.upper - range.lower > 0 else { return nil }
    let text = source.text(current.range.joined(range))
    return text.count <= 2 * Self.longestRepeated ? text : nil
  }

  /// The last token of the statement; empty where it is too far away or cannot be read.
  var endOfRest: SourceRange {
    var end = index
    while end + 1 < tokens.count, tokens[end + 1].kind != .newline, tokens[end + 1].kind != .end {
      let place = current.range
      guard end - index < Self.farthest else { return SourceRange(place.upper, place.upper) }
      if case .invalid = tokens[end + 1].kind { return SourceRange(place.upper, place.upper) }
      end += 1
    }
    return tokens[end].range
  }
}
