import Plotting
import TerminalText

extension Problem {
  /// What happened, in a sentence, and what to type next.
  ///
  /// A sentence that ends in something to type has no full stop, which would be typed too.
  package var message: String {
    let sentence =
      switch self {
      case .syntax(let problem): problem.message
      case .name(let problem): problem.message
      case .value(let problem): problem.message
      case .figure(let problem): problem.message
      case .bound(let problem): problem.message
      }
    return neutralised(sentence)
  }
}

extension SyntaxProblem {
  fileprivate var message: String {
    switch self {
    case .pointWithoutDigit(let text):
      "\"\(text.shortened)\" needs a digit after its point: \(text.shortened)0"
    case .numberOutOfRange(let text):
      "\"\(text.shortened)\" is outside the range of numbers here, 2^±1 099 511 627 776."
    case .unexpectedCharacter(let scalar): unexpected(scalar)
    case .unterminatedText(let text):
      "The text \(text.shortened) has no closing quote; it ends in the line in which it began."
    case .semicolon: "\";\" means nothing here: each statement stands on a line of its own."
    case .semicolonInBrackets:
      "\";\" separates nothing here. The rows of a matrix stand in brackets: [[1, 2], [3, 4]]"
    case .twoPoints: "A range has three points: 0.5...1.5"
    case .unexpected(let text, let expected):
      "\"\(text.shortened)\" stands where \(expected) should come."
        + (text == "'" || text == "\u{2019}" ? " Text stands in \"…\"" : "")
    case .endsTooEarly(let expected): "The statement ends where \(expected) should come."
    case .unclosedBracket(let bracket):
      "This \"\(bracket)\" is never closed: a \"\(bracket == "(" ? ")" : "]")\" is missing."
    case .bracketWithoutOpening(let bracket):
      "This \"\(bracket)\" closes nothing: no \"\(bracket == ")" ? "(" : "[")\" stands before it."
    case .nestedTooDeep(let limit):
      "This is nested more than \(limit) deep. Give an inner part a name: t = …"
    case .foreignStatement(let word, let ours): "There is no \"\(word)\" here. \(ours)"
    case .foreignName(let name, let ours):
      if let ours {
        "\"\(name.shortened)\" comes from elsewhere; here it is \(ours)"
      } else {
        "\"\(name.shortened)\" comes from elsewhere, and nothing here is like it; help all lists what there is."
      }
    case .assignmentToExpression(let text):
      "\"\(text.shortened)\" is no name. A definition gives a name to a whole value: M = [[1, 2], [3, 4]]. "
        + "To compare, write =="
    case .reserved(let word):
      "\"\(word)\" is a word of the language and cannot be a name. Try \(word)1"
    case .repeatedParameter(let name, let function):
      "\(function.shortened) has two parameters called \(name.shortened). Call one of them something else."
    case .decimalComma(let text): decimalComma(text)
    case .strayComma:
      "A comma separates entries, arguments and the parts of a figure; here it separates nothing. "
        + "Each statement stands on a line of its own."
    case .strayColon: "A colon follows the label of an argument, as in network(M, depth: 20)"
    case .clauseOutsideFigure(let word): clause(word)
    case .juxtaposition(let left, let right):
      "\"\(left.shortened) \(right.shortened)\" has nothing between its parts. For the product write "
        + "\(left.shortened) * \(right.shortened)"
        + (left.isPlainName && right.isPlainName
          ? ", for the value of a function \(left)(\(right))" : "")
    case .callWithoutBrackets(let function, let call):
      "\(function.shortened) takes its argument in brackets: \(call)"
    case .powerOfFunction(let function, let call):
      "\(function.shortened) takes its argument in brackets, and a power stands behind them: \(call)"
    case .bars(let inner, let meaning): bars(inner, meaning)
    case .misplaced(let ours): ours
    case .twoDecimalPoints(let text):
      "\"\(text.shortened)\" has two points. A number has one, and its digits are not grouped."
    case .wordWithoutQuotes(let word):
      "\"\(word)\" is a word of the language. As an argument it stands in quotes: \"\(word)\""
    case .blankInNumber(let text):
      "I read \"\(text.shortened)\" as two numbers. The digits of one stand together: "
        + text.filter { !$0.isWhitespace }.shortened
    case .textBesideOperand:
      "Text goes with nothing but a title, as in: plot rms(a) titled \"Growth\""
    case .primeOfNumber(let number):
      "' transposes a matrix, and \(number.shortened) is a number. For the transpose of a power write (M^2)'"
    case .misspelledVerb(let word, let meant):
      "There is no \"\(word.shortened)\". Did you mean \(meant)?"
    case .missingComma(let left, let right):
      "Between \(left.shortened) and \(right.shortened) a comma is missing."
    case .equalsForLabel(let name):
      "The label of an argument takes a colon: \(name.shortened): …"
    case .equalsForComparison: "= gives a name to a value; to compare, write =="
    case .firstWithoutWhere:
      "first needs a name and a condition, as in: first l where rms(a[l]) >= 10"
    case .figureOfNothing(let verb): "\(verb.rawValue) what? For example: \(verb.example)"
    case .repeatedClause(let word): "This figure has two \"\(word)\" clauses; one is enough."
    case .tooManyOver:
      "A figure runs over two parameters at most. Set the others in a definition: s = 1.5"
    case .repeatedOver(let name):
      "\(name.shortened) cannot run over two ranges at once. Give one: over \(name.shortened) in 0.5...1.5"
    case .besideWithoutFigure:
      "beside joins whole figures, each with its verb, as in: plot rms(a) beside plot norm(a)"
    case .overWithoutIn: "over needs a name and its values, as in: over s in 0.5...1.5"
    }
  }

  private func unexpected(_ scalar: Unicode.Scalar) -> String {
    let code = "U+" + String(scalar.value, radix: 16, uppercase: true).padded(to: 4)
    if scalar == "\u{FFFD}" {
      return "Here stand bytes that are not UTF-8 (shown as \(code)). Save the file as UTF-8."
    }
    let isShown = neutralised(String(scalar)) == String(scalar)
    let shown = isShown ? "\"\(scalar)\" (\(code))" : code
    let advice =
      switch scalar {
      case "{", "}": " Brackets are ( ) and [ ]; the lecture's W^{[3]} is W[3]"
      case "!", "~": " Not equal is !="
      case "&", "|": " Conditions are not joined here: ask one after the other."
      case "%": " A comment begins with #; the remainder of 7 by 2 is 7 - 2*floor(7/2)"
      case "\\": " A comment begins with #; names stand as they are: sigma, pi."
      case "\u{221A}": " A root is sqrt(2)"
      case "\u{2211}": " A sum is sum([1, 2, 3])"
      case "\u{2202}", "\u{2207}": " A derivative is dJ_dW(net, x)"
      case "\u{1D40}": " The transpose of M is M'"
      case "\u{1D400}"..."\u{1D7FF}": " Type the plain letter."
      case "?": " For help type: help plot"
      case "\u{2039}"..."\u{203A}", "\u{AB}", "\u{BB}", "\u{201E}", "`", "\u{2018}":
        " Text stands in \"…\""
      case "_": " A name begins with a letter, and the digits of a number stand together."
      default: isShown ? "" : " Delete it: it cannot be seen."
      }
    return "\(shown) has no meaning here.\(advice)"
  }

  /// `1,000` is a thousand to some; where it may be, both readings are offered.
  private func decimalComma(_ text: String) -> String {
    let parts = text.split(separator: ",")
    let point = parts.joined(separator: ".")
    if text.contains(".") { return decimalCommaAndPoint(text) }
    if parts.count > 2 {
      let isGrouped = parts.dropFirst().allSatisfy { $0.count == 3 }
      return "I read \"\(text.shortened)\" as \(parts.count) numbers. "
        + (isGrouped
          ? "Write \(parts.joined().shortened)"
          : "A vector stands in brackets: [\(text.shortened)]")
    }
    guard let last = parts.last, last.count == 3 else {
      return
        "I read \"\(text.shortened)\" as two numbers. For a decimal write \(point.shortened)."
    }
    return "I read \"\(text.shortened)\" as two numbers. Write \(parts.joined().shortened), "
      + "or \(point.shortened) if the comma is a decimal one."
  }

  /// `1.000,5` and `1,000.5`: the last mark is the decimal one, the others group digits.
  private func decimalCommaAndPoint(_ text: String) -> String {
    let last = text.lastIndex { ",.".contains($0) } ?? text.startIndex
    let whole = text[..<last].filter(\.isNumber)
    let digits = text[last...].dropFirst()
    return
      "I read \"\(text.shortened)\" as two numbers. With its last mark as the decimal one it is "
      + "\("\(whole).\(digits)".shortened): digits are not grouped, and the decimal mark is a point."
  }

  private func bars(_ inner: String, _ meaning: BarsMeaning) -> String {
    let inner = inner.count > 24 ? "…" : inner
    return switch meaning {
    case .number: "The size of a number is abs(\(inner))"
    case .vector: "The size of a vector is norm(\(inner))"
    case .either: "The size of a number is abs(\(inner)), that of a vector norm(\(inner))"
    }
  }

  private func clause(_ word: String) -> String {
    switch word {
    case "by": "\"by\" gives the step of a range, as in: 0...1 by 0.25"
    case "where", "first": "\"\(word)\" belongs to a search, as in: first l where rms(a[l]) >= 10"
    case "at": "\"at\" belongs to a figure, as in: table rms(a) at 1...4"
    case "on": "\"on\" belongs to a figure, as in: plot rms(a) on log"
    case "titled": "\"titled\" belongs to a figure, as in: plot rms(a) titled \"Growth\""
    case "against": "\"against\" belongs to a figure, as in: plot rms(a) against float16"
    case "beside": "\"beside\" joins figures, as in: plot rms(a) beside plot norm(a)"
    case "true", "false": "Nothing stands before \"\(word)\" that goes with it."
    default: "\"\(word)\" belongs to a figure, as in: plot rms(y) over s in 0.5...1.5"
    }
  }
}

extension String {
  /// At most 24 characters, so that a sentence stays one.
  var shortened: String {
    let line = split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    let cut = line.count < count
    return line.count > 24 ? line.prefix(23) + "…" : cut ? line + "…" : line
  }

  /// Whether it is a name of letters, digits and lines below.
  fileprivate var isPlainName: Bool {
    first?.isLetter == true && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  fileprivate func padded(to length: Int) -> String {
    String(repeating: "0", count: Swift.max(0, length - count)) + self
  }
}
