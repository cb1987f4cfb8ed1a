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
    if case .name(let word) = current.kind, !current.spaceBefore, case .number = previous.kind,
      let number = numberOfElsewhere(word)
    {
      return failure(.misplaced(ours: number), range)
    }
    return failure(
      .juxtaposition(left: leftText ?? shown(previous), right: rightText ?? shown(current)),
      range
    )
  }

  /// `0x10`, `0b11` and `2x10^3`: a number that goes on with a letter.
  private func numberOfElsewhere(_ word: String) -> String? {
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
      return "Numbers are decimal: \(value)"
    }
    guard letter == "x" || letter == "X", Int(digits) != nil, let end = operandEnd(from: index)
    else { return nil }
    let factor = source.text(SourceRange(current.range.lower + 1, tokens[end].range.upper))
    return "The product is \(source.text(tokens[index - 1].range))*\(factor)"
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
        tokens[index - 3].range.joined(previous.range)
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
      return failure(.foreignName(name, ours: ours), tokens[place].range)
    }
    let required = function.parameters.filter { $0.need == .required }
    guard required.count == 1, required[0].isPositional else {
      return failure(.callWithoutBrackets(function: name, call: function.signature), range)
    }
    guard let end = productEnd(from: start),
      let argument = repeated(tokens[start].range.joined(tokens[end].range))
    else {
      return failure(.callWithoutBrackets(function: name, call: "\(name)(…)"), range)
    }
    let isBracketed = tokens[start].isSymbol(.leftParenthesis) && closing(start) == end
    let inner = isBracketed ? argument : "(\(argument))"
    return failure(.callWithoutBrackets(function: name, call: name + inner), range)
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
        return failure(.foreignStatement(word, ours: ours), previous.range)
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
          ours: "A second figure stands in a line of its own, or beside the first: "
            + "… beside \(verb.rawValue) \(text)"
        ),
        current.range
      )
    }
    if isInFigure, BuiltIns.formatNames.contains(word) {
      let ours = "A format stands behind in: \(figureSoFar) in \(word)"
      return failure(.misplaced(ours: ours), current.range)
    }
    guard ForeignWords.joining.contains(word) || startsOperand(token(ahead: 1)) || isAtEnd,
      let ours = between(word) ?? ForeignWords.statement(word)
    else { return nil }
    let isOurs = ScaleName(rawValue: word) != nil || BuiltIns.contains(word) || word == "step"
    return failure(
      isOurs ? .misplaced(ours: ours) : .foreignStatement(word, ours: ours),
      current.range
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
  private func between(_ word: String) -> String? {
    let left = leftText ?? "a"
    let right = operandText(from: min(index + 1, tokens.count - 1))
    let isAlone = isAtEnd
    switch word {
    case "mod", "rem":
      guard let right else { return "The remainder of 7 by 2 is 7 - 2*floor(7/2)" }
      return "The remainder is \(left) - \(right)*floor(\(left)/\(right))"
    case "div":
      guard let right else { return "The whole part of a quotient is floor(7/2)" }
      return "The whole part of the quotient is floor(\(left)/\(right))"
    case "times": return right.map { "The product is \(left) * \($0)" }
    case "plus": return right.map { "The sum is \(left) + \($0)" }
    case "minus": return right.map { "The difference is \(left) - \($0)" }
    case "is", "equals": return right.map { "To compare, write \(left) == \($0)" }
    case "to", "until": return right.map { "A range has three points: \(left)...\($0)" }
    case "step", "steps":
      return right.map { "The step of a range stands behind by: 0...1 by \($0)" }
    case "vs", "versus": return versus(left, right, token(ahead: 1))
    case "log", "logscale", "logarithmic", "semilogy", "loglog", "symlog", "linear":
      return isAlone || word == "logscale" ? scaled(word) : nil
    case "xlabel", "ylabel", "legend", "label", "color", "grid":
      return isInFigure
        ? "A figure names its axes itself and takes a title, as in: plot rms(a) titled \"Growth\""
        : nil
    case "title", "named", "called", "caption":
      guard isInFigure, case .text(let title) = token(ahead: 1).kind else { return nil }
      return "A title stands behind titled: \(figureSoFar) titled \"\(title)\""
    case "from", "between", "with", "varying":
      return isInFigure
        ? "A parameter runs with over, as in: plot rms(y) over s in 0.5...1.5" : nil
    default: return ForeignWords.between(word)
    }
  }

  private func versus(_ left: String, _ right: String?, _ next: Token) -> String {
    guard let right else { return "One quantity over another is scatter rms(a), norm(a)" }
    let isLevel: Bool
    switch next.kind {
    case .number: isLevel = true
    case .name(let name): isLevel = BuiltIns.formatNames.contains(name)
    case .text, .superscript, .layerSuperscript, .symbol, .invalid, .newline, .end: isLevel = false
    }
    if isLevel { return "A level is marked with against: \(figureSoFar) against \(right)" }
    return "One quantity over another is scatter \(right), \(left)"
  }

  private func scaled(_ word: String) -> String {
    let scale = word == "symlog" || word == "linear" ? word : "log"
    return "A scale stands behind on: \(figureSoFar) on \(scale)"
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
    var end = index
    while end + 1 < tokens.count, tokens[end + 1].kind != .newline, tokens[end + 1].kind != .end {
      guard end - index < Self.farthest else { return nil }
      if case .invalid = tokens[end + 1].kind { return nil }
      end += 1
    }
    let text = source.text(current.range.joined(tokens[end].range))
    return text.count <= 2 * Self.longestRepeated ? text : nil
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
