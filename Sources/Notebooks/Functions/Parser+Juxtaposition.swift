import Plotting
import TerminalText

// Two parts with nothing between them (rule 11): what was meant depends on what they are.
extension Parser {
  /// Two operands, or a word of elsewhere, where an operator should stand.
  func juxtaposition() -> Failure {
    let previous = tokens[max(0, index - 1)]
    let range = previous.range.joined(current.range)
    if case .name(let word) = current.kind, ReservedWords.all.contains(word) {
      if let bracketed = bracketBehindVerb() { return bracketed }
      return failure(.clauseOutsideFigure(word), current.range)
    }
    if let misspelled = misspelledVerb() { return misspelled }
    if case .name(let word) = current.kind, ClauseWords.contextual.contains(word), operandFollows {
      return failure(.clauseOutsideFigure(word), current.range)
    }
    switch (previous.kind, current.kind) {
    case (.text, _), (_, .text): return failure(.textBesideOperand, range)
    case (.number, .number) where isGroupOfThree(current):
      return failure(.blankInNumber(source.text(range)), range)
    case (.number, .number) where !current.spaceBefore:
      return failure(.twoDecimalPoints(source.text(range)), range)
    default: break
    }
    if let word = foreignWord() { return word }
    if let call = callWithoutBrackets() { return call }
    return product()
  }

  /// Whether a number is three digits, as in `1 000`.
  private func isGroupOfThree(_ token: Token) -> Bool {
    token.range.upper - token.range.lower == 3
      && source.scalars[token.range.lower..<token.range.upper].allSatisfy(\.isDecimalDigit)
  }

  /// A token within a message; a bracket stands for what it encloses.
  func shown(_ token: Token) -> String {
    switch token.kind {
    case .symbol(.leftParenthesis), .symbol(.rightParenthesis): "(…)"
    case .symbol(.leftBracket), .symbol(.rightBracket): "[…]"
    case .number, .text, .name, .superscript, .layerSuperscript, .symbol, .invalid, .newline, .end:
      source.text(token.range)
    }
  }

  // MARK: - Products

  private func product() -> Failure {
    let previous = tokens[max(0, index - 1)]
    let range = previous.range.joined(current.range)
    if case .name(let word) = current.kind, case .number = previous.kind {
      if !current.spaceBefore, let number = numberOfElsewhere(word) {
        let end = operandEnd(from: index) ?? index
        return failure(
          .misplaced(ours: number),
          range,
          replacing: previous.range.joined(tokens[end].range)
        )
      }
      if let cross = cross(word) { return cross }
    }
    let (hints, replaced) = readings()
    return failure(
      .juxtaposition(
        left: leftText ?? shown(previous),
        right: rightText ?? shown(current),
        hints: hints
      ),
      range,
      replacing: replaced
    )
  }

  /// What two parts side by side may mean, and what a reading takes the place of.
  private func readings() -> ([Hint], SourceRange?) {
    guard let start = operandStart(before: index), let end = operandEnd(from: index),
      let left = leftText, let right = rightText
    else { return ([], nil) }
    let replaced = tokens[start].range.joined(tokens[end].range)
    if start > 0, tokens[start - 1].isSymbol(.divide), let over = operandStart(before: start - 1),
      let above = repeated(tokens[over].range.joined(tokens[start - 2].range))
    {
      let hints = [
        Hint("the product write ", .instead("\(above)/\(left)*\(right)")),
        Hint("a quotient with all of it below ", .instead("\(above)/(\(left)*\(right))")),
      ]
      return (hints, tokens[over].range.joined(tokens[end].range))
    }
    var hints = [
      Hint(
        "the product write ",
        [.instead("\(left) * \(right)"), .instead("dot(\(left), \(right))")]
      )
    ]
    if left.isPlainName, right.isPlainName || right.allSatisfy(\.isNumber) {
      hints.append(Hint("the value of a function ", .instead("\(left)(\(right))")))
    }
    return (hints, replaced)
  }

  /// `2 x 3`, with a letter for the sign.
  private func cross(_ word: String) -> Failure? {
    let next = token(ahead: 1)
    guard word == "x" || word == "X",
      startsOperand(next) || next.isSymbol(.leftParenthesis) && next.spaceBefore,
      let left = leftText, let start = operandStart(before: index),
      let right = operandText(from: index + 1), let end = operandEnd(from: index + 1)
    else { return nil }
    return failure(
      .misplaced(
        ours: Hint(
          "The sign of a product is *: ",
          .meant("\(left)*\(right)"),
          otherwise: "\(left)*\(right)"
        )
      ),
      current.range,
      replacing: tokens[start].range.joined(tokens[end].range)
    )
  }

  /// `0x10`, `0b11` and `2x10^3`: a number that goes on with a letter.
  private func numberOfElsewhere(_ word: String) -> Hint? {
    guard let letter = word.first else { return nil }
    let digits = String(word.dropFirst())
    let isZero = source.text(tokens[index - 1].range) == "0"
    let radix: Int? =
      switch letter {
      case "x", "X": isZero ? 16 : nil
      case "b", "B": isZero ? 2 : nil
      case "o", "O": isZero ? 8 : nil
      default: nil
      }
    if let radix, let value = Int(digits, radix: radix) {
      return Hint("Numbers are decimal: ", .meant("\(value)"))
    }
    guard letter == "x" || letter == "X", Int(digits) != nil, let end = operandEnd(from: index)
    else { return nil }
    let factor = source.text(SourceRange(current.range.lower + 1, tokens[end].range.upper))
    return Hint("The product is ", .instead("\(source.text(tokens[index - 1].range))*\(factor)"))
  }

  /// The longest text that an advice repeats.
  private static let longestRepeated = 24

  private func repeated(_ range: SourceRange) -> String? {
    let text = source.text(range)
    return text.count <= Self.longestRepeated && !text.contains("\n") ? text : nil
  }

  private var leftText: String? {
    operandStart(before: index).flatMap {
      repeated(tokens[$0].range.joined(tokens[index - 1].range))
    }
  }

  private var rightText: String? { operandText(from: index) }

  private func operandText(from start: Int) -> String? {
    operandEnd(from: start).flatMap { repeated(tokens[start].range.joined(tokens[$0].range)) }
  }

  // MARK: - Calls without brackets

  /// `sin 1`, `2 sin 1`, `rms of a`, `sin^2(x)`: the name of a built-in function and its argument.
  private func callWithoutBrackets() -> Failure? {
    let previous = tokens[max(0, index - 1)]
    if case .number = previous.kind, current.isSymbol(.leftParenthesis), index >= 3,
      tokens[index - 2].isSymbol(.power), case .name(let name) = tokens[index - 3].kind,
      BuiltIns.function(name) != nil, let inner = operandText(from: index)
    {
      let call = "\(name)\(inner)^\(source.text(previous.range))"
      return failure(
        .powerOfFunction(function: name, call: call),
        tokens[index - 3].range.joined(previous.range),
        replacing: tokens[index - 3].range.joined(tokens[operandEnd(from: index) ?? index].range)
      )
    }
    if case .name(let name) = previous.kind, index < 2 || !tokens[index - 2].isSymbol(.dot) {
      return call(of: name, at: index - 1)
    }
    guard case .name(let name) = current.kind, startsOperand(token(ahead: 1)) else { return nil }
    return call(of: name, at: index)
  }

  private func call(of name: String, at place: Int) -> Failure? {
    var start = place + 1
    if tokens[start].kind == .name("of"), start + 1 < tokens.count,
      startsOperand(tokens[start + 1]) || tokens[start + 1].isSymbol(.leftParenthesis)
    {
      start += 1
    }
    let range = tokens[place].range.joined(tokens[start].range)
    guard let function = BuiltIns.function(name) else {
      guard start == place + 1, place == statementStart, name.count > 2 else { return nil }
      guard let ours = ForeignWords.function(name) else { return nil }
      let argument = productEnd(from: start).flatMap {
        repeated(tokens[start].range.joined(tokens[$0].range))
      }
      let hint = argument.flatMap { ForeignWords.call(name, of: [$0]) }
      return failure(
        .foreignName(name, ours: hint ?? Hint(stringLiteral: ours)),
        tokens[place].range,
        replacing: productEnd(from: start).map { tokens[place].range.joined(tokens[$0].range) }
      )
    }
    let required = function.parameters.filter { $0.need == .required }
    func without(_ call: String) -> Failure {
      failure(.callWithoutBrackets(function: name, call: Hint(stringLiteral: call)), range)
    }
    guard required.count == 1, required[0].isPositional else { return without(function.signature) }
    guard let end = productEnd(from: start),
      let argument = repeated(tokens[start].range.joined(tokens[end].range))
    else { return without("\(name)(…)") }
    let isBracketed = tokens[start].isSymbol(.leftParenthesis) && closing(start) == end
    let call = isBracketed ? name + argument : "\(name)(\(argument))"
    return failure(
      .callWithoutBrackets(
        function: name,
        call: Hint("", .instead(call), otherwise: "\(name)(…)")
      ),
      range,
      replacing: tokens[place].range.joined(tokens[end].range)
    )
  }

  private func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .text, .symbol(.leftBracket): true
    case .name(let word): !ReservedWords.all.contains(word)
    case .superscript, .layerSuperscript, .symbol, .invalid, .newline, .end: false
    }
  }

  // MARK: - Words of elsewhere

  /// `7 mod 2`, `hist v`, `plot a vs b`: a word that means something in other languages.
  private func foreignWord() -> Failure? {
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
      right.map { Hint(words, .instead(ours($0)), otherwise: words + ours($0)) }
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
    case "is", "equals": return joined("To compare, write ") { "\(left) == \($0)" }
    case "to", "until": return joined("A range has three points: ") { "\(left)...\($0)" }
    case "step", "steps":
      return joined("The step of a range stands behind by: ") { "0...1 by \($0)" }
    case "vs", "versus": return versus(left, right, token(ahead: 1))
    case "log", "logscale", "logarithmic", "semilogy", "loglog", "symlog", "linear":
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
        "One quantity over another is ",
        [.line("scatter rms(a), norm(a)"), .line("scatter [1, 2, 3], [1, 4, 9]")]
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
      "One quantity over another is ",
      .line("scatter \(right), \(left)"),
      otherwise: "scatter \(right), \(left)"
    )
  }

  private func scaled(_ word: String) -> Hint {
    let scale = word == "symlog" || word == "linear" ? word : "log"
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
  private var rest: String? {
    let range = endOfRest
    guard range.upper - range.lower > 0 else { return nil }
    let text = source.text(current.range.joined(range))
    return text.count <= 2 * Self.longestRepeated ? text : nil
  }

  /// The last token of the statement; empty where it is too far away or cannot be read.
  private var endOfRest: SourceRange {
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

extension Parser {
  /// `plot (a[1] - a[2]) over …`: with a bracket behind it the verb is a name (rule 16).
  func bracketBehindVerb() -> Failure? {
    let first = tokens[statementStart]
    guard case .name(let word) = first.kind, let verb = FigureVerb(rawValue: word),
      tokens[statementStart + 1].isSymbol(.leftParenthesis)
    else { return nil }
    return Failure(.name(.verbAsFunction(verb)), at: first.range, in: source)
  }

  /// `ploy rms(a)`: a statement of two names is a figure with a slip in its verb.
  func misspelledVerb() -> Failure? {
    let previous = tokens[max(0, index - 1)]
    guard case .name = current.kind, case .name(let word) = previous.kind,
      BuiltIns.function(word) == nil,
      index < 2 || tokens[index - 2].kind == .newline,
      let meant = Spelling.nearest(to: word, among: FigureVerb.allCases.map(\.rawValue))
    else { return nil }
    return failure(.misspelledVerb(word, meant: meant), previous.range)
  }
}
