// Signs that mean a range, an assignment or an operator elsewhere.
extension Parser {
  /// `1:3` and `0:0.5:2`, where a range was meant, and `x[1:2]`, where a part was.
  func colons() -> Failure? {
    guard let start = operandStart(before: index), let end = operandEnd(from: index + 1) else {
      return nil
    }
    if let bracket = open.last, tokens[bracket].isSymbol(.leftBracket), bracket > 0,
      !tokens[bracket].spaceBefore, operandStart(before: bracket) != nil
    {
      return nil
    }
    let (first, second) = (
      leftText ?? "", source.text(tokens[index + 1].range.joined(tokens[end].range))
    )
    var range = tokens[start].range.joined(tokens[end].range)
    var ours = "\(first)...\(second)"
    if end + 2 < tokens.count, tokens[end + 1].isSymbol(.colon),
      let last = operandEnd(from: end + 2)
    {
      let third = source.text(tokens[end + 2].range.joined(tokens[last].range))
      ours = "\(first)...\(third) by \(second)"
      range = range.joined(tokens[last].range)
    }
    guard !first.isEmpty, first.first?.isNumber == true || open.last != nil else { return nil }
    return failure(
      .misplaced(
        ours: Hint(
          "A range has three points: ",
          .instead(ours),
          otherwise: "A range has three points: 0...1 by 0.5"
        )
      ),
      range
    )
  }

  /// A colon in the brackets of an index.
  func slice() -> Failure? {
    guard let bracket = open.last, tokens[bracket].isSymbol(.leftBracket), bracket > 0,
      !tokens[bracket].spaceBefore, let start = operandStart(before: bracket),
      let close = closing(bracket)
    else { return nil }
    let owner = source.text(tokens[start].range.joined(tokens[bracket - 1].range))
    let words = "An index is one number; no part of a list is cut out: "
    return failure(
      .misplaced(
        ours: Hint(
          words,
          [.instead("\(owner)[1]"), .instead("\(owner)[1, 1]")],
          otherwise: words + "x[1]"
        )
      ),
      current.range,
      replacing: tokens[start].range.joined(tokens[close].range)
    )
  }

  /// `s <- 3`, which would compare with -3.
  func arrow(_ name: String) -> Failure? {
    let (sign, minus) = (token(ahead: 1), token(ahead: 2))
    guard sign.isSymbol(.less), minus.isSymbol(.minus), !minus.spaceBefore,
      token(ahead: 3).spaceBefore, let end = endOfStatement(from: index + 3)
    else { return nil }
    let value = source.text(token(ahead: 3).range.joined(tokens[end].range))
    return failure(
      .misplaced(
        ours: Hint(
          "A definition has = : ",
          .instead("\(name) = \(value)"),
          end: ". To compare, write \(name) < -\(value)",
          otherwise: "A definition has =, and a comparison a blank: \(name) < -…"
        )
      ),
      sign.range.joined(minus.range),
      replacing: current.range.joined(tokens[end].range)
    )
  }

  /// `s <> 1`.
  func unequal() -> Failure {
    failure(
      .misplaced(ours: Hint("Not equal is ", .meant("!="), otherwise: "Not equal is !=")),
      tokens[index - 1].range.joined(current.range)
    )
  }

  func isOperator(_ token: Token) -> Bool {
    [.power, .divide, .plus, .minus].contains { token.isSymbol($0) }
  }

  /// `x.^2` and `x ./ y`.
  func pointedOperator() -> Failure {
    let range = current.range.joined(token(ahead: 1).range)
    let sign = source.text(token(ahead: 1).range)
    let words = "No point stands before an operator"
    return failure(
      .misplaced(
        ours: Hint(
          words + ": ",
          .instead(sign),
          otherwise: words
            + "; functions as exp and abs go entry by entry, and the product of two vectors is diagonal(v)*w."
        )
      ),
      range
    )
  }

  /// `3 cm`.
  func unit(_ word: String) -> Failure? {
    guard Self.units.contains(word), let number = leftText,
      number.allSatisfy({ $0.isNumber || $0 == "." })
    else { return nil }
    let range = tokens[index - 1].range.joined(current.range)
    return misplaced("Numbers have no units here: ", number, range)
  }

  private static let units: Set<String> = [
    "mm", "cm", "km", "ms", "us", "µs", "ns", "min", "sec", "seconds", "hours", "mg", "kg", "kB",
    "KB",
    "MB", "GB", "TB", "Hz", "kHz", "MHz", "GHz", "px", "dB", "percent", "degrees",
  ]
}
