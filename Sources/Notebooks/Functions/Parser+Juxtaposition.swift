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
      if case .name("not") = previous.kind, let word = foreignWord() { return word }
      if word == "in", let rounding = rounding() { return rounding }
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

  /// `0.1 in float16`.
  private func rounding() -> Failure? {
    guard case .name(let format) = token(ahead: 1).kind, BuiltIns.formatNames.contains(format),
      let start = sumStart(before: index),
      let value = repeated(tokens[start].range.joined(tokens[index - 1].range))
    else { return nil }
    let words = "A number is rounded to a format by "
    return failure(
      .misplaced(
        ours: Hint(
          words,
          .instead("rounded(\(value), to: \(format))"),
          otherwise: words + "rounded(0.1, to: \(format))"
        )
      ),
      current.range,
      replacing: tokens[start].range.joined(token(ahead: 1).range)
    )
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
      if let cross = cross(word) ?? unit(word) { return cross }
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
    let (factors, last) = factors(behind: [left, right], from: end)
    let replaced = tokens[start].range.joined(tokens[last].range)
    if factors.count > 2 {
      let product = factors.joined(separator: " * ")
      return ([Hint("the product write ", .instead(product))], replaced)
    }
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

  /// The operands that follow one another with nothing between them, with those known; and the last
  /// token of theirs.
  private func factors(behind known: [String], from end: Int) -> ([String], Int) {
    var (factors, last) = (known, end)
    while factors.count < Self.mostFactors, last + 1 < tokens.count,
      startsOperand(tokens[last + 1]), let next = operandEnd(from: last + 1),
      let text = operandText(from: last + 1)
    {
      factors.append(text)
      last = next
    }
    return (factors, last)
  }

  /// Of more parts side by side nobody means a product.
  private static let mostFactors = 8

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
          otherwise: "The sign of a product is *."
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
  static let longestRepeated = 24

  func repeated(_ range: SourceRange) -> String? {
    let text = source.text(range)
    return text.count <= Self.longestRepeated && !text.contains("\n") ? text : nil
  }

  var leftText: String? {
    operandStart(before: index).flatMap {
      repeated(tokens[$0].range.joined(tokens[index - 1].range))
    }
  }

  var rightText: String? { operandText(from: index) }

  func operandText(from start: Int) -> String? {
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
    var call = isBracketed ? name + argument : "\(name)(\(argument))"
    var first = place
    // `2 sin 1`: nothing stands between the number and the call either.
    if place > statementStart, case .number = tokens[place - 1].kind {
      first = place - 1
      call = "\(source.text(tokens[first].range))*\(call)"
    }
    return failure(
      .callWithoutBrackets(
        function: name,
        call: Hint("", .instead(call), otherwise: "\(name)(…)")
      ),
      range,
      replacing: tokens[first].range.joined(tokens[end].range)
    )
  }

  func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .text, .symbol(.leftBracket): true
    case .name(let word): !ReservedWords.all.contains(word)
    case .superscript, .layerSuperscript, .symbol, .invalid, .newline, .end: false
    }
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
