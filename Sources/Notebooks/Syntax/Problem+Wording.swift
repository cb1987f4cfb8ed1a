import Plotting
import TerminalText

extension Problem {
  /// What happened, in a sentence, and what to type next.
  ///
  /// A sentence that ends in something to type has no full stop, which would be typed too.
  package var message: String { told(without: []).message }

  /// The sentence without some lines of advice, and the lines that are left in it.
  func told(without refused: Set<Advice>) -> (message: String, advice: [Advice]) {
    var adviser = Adviser(without: refused)
    let sentence =
      switch self {
      case .syntax(let problem): problem.message(&adviser)
      case .name(let problem): problem.message(&adviser)
      case .value(let problem): problem.message(&adviser)
      case .figure(let problem): problem.message(&adviser)
      case .bound(let problem): problem.message
      }
    return (neutralised(sentence), adviser.told)
  }
}

extension SyntaxProblem {
  fileprivate func message(_ adviser: inout Adviser) -> String {
    switch self {
    case .pointWithoutDigit(let text):
      "\"\(text.shortened)\" needs a digit after its point: "
        + adviser.tell("", .meant("\(text)0"), otherwise: "5.0")
    case .numberOutOfRange(let text):
      "\"\(text.shortened)\" is outside the range of numbers here, 2^±1 099 511 627 776."
    case .unexpectedCharacter(let scalar): unexpected(scalar, &adviser)
    case .unterminatedText(let text):
      "The text \(text.shortened) has no closing quote; it ends in the line in which it began."
    case .semicolon: "\";\" means nothing here: each statement stands on a line of its own."
    case .semicolonInBrackets:
      "\";\" separates nothing here. The rows of a matrix stand in brackets: "
        + adviser.tell("", .line("[[1, 2], [3, 4]]"))
    case .twoPoints: "A range has three points: " + adviser.tell("", .line("0.5...1.5"))
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
    case .foreignStatement(let word, let ours):
      "There is no \"\(word)\" here. " + adviser.tell(ours)
    case .foreignName(let name, let ours?):
      "\"\(name.shortened)\" comes from elsewhere; here it is " + adviser.tell(ours)
    case .foreignName(let name, nil):
      "\"\(name.shortened)\" comes from elsewhere, and nothing here is like it; help all lists what there is."
    case .assignmentToExpression(let text, let named):
      "\"\(text.shortened)\" is no name. A definition gives a name to a whole value: "
        + adviser.tell(
          Hint("", (named.map { [.instead($0)] } ?? []) + [.line("M = [[1, 2], [3, 4]]")])
        )
        + ". To compare, write =="
    case .reserved(let word):
      "\"\(word)\" is a word of the language and cannot be a name. Try \(word)1"
    case .repeatedParameter(let name, let function):
      "\(function.shortened) has two parameters called \(name.shortened). Call one of them something else."
    case .decimalComma(let text): decimalComma(text, &adviser)
    case .strayComma:
      "A comma separates entries, arguments and the parts of a figure; here it separates nothing. "
        + "Each statement stands on a line of its own."
    case .strayColon:
      "A colon follows the label of an argument, as in "
        + adviser.tell("", .line("network(M, depth: 20)"), .line(Self.labelled))
    case .clauseOutsideFigure(let word): clause(word, &adviser)
    case .juxtaposition(let left, let right, let hints):
      "\"\(left.shortened) \(right.shortened)\" has nothing between its parts."
        + listed(
          hints,
          &adviser,
          otherwise: [left, right].allSatisfy { $0.count > 2 && $0.allSatisfy(\.isLetter) }
            ? " Sentences are not read here." : " For a product * stands between them."
        )
    case .callWithoutBrackets(let function, let call):
      "\(function.shortened) takes its argument in brackets: " + adviser.tell(call)
    case .powerOfFunction(let function, let call):
      "\(function.shortened) takes its argument in brackets, and a power stands behind them: "
        + adviser.tell("", .meant(call), otherwise: "\(function.shortened)(…)^2")
    case .bars(let inner, let meaning): bars(inner, meaning, &adviser)
    case .misplaced(let ours): adviser.tell(ours)
    case .twoDecimalPoints(let text):
      "\"\(text.shortened)\" has two points. A number has one, and its digits are not grouped."
    case .wordWithoutQuotes(let word):
      "\"\(word)\" is a word of the language. As an argument it stands in quotes: "
        + adviser.tell("", .meant("\"\(word)\""), otherwise: "\"…\"")
    case .blankInNumber(let text):
      "I read \"\(text.shortened)\" as two numbers."
        + adviser.tell(
          " The digits of one stand together: ",
          .meant(text.filter { !$0.isWhitespace })
        )
    case .textBesideOperand:
      "Text goes with nothing but a title"
        + adviser.tell(
          ", as in: ",
          .line("plot rms(a) titled \"Growth\""),
          .line("plot [1, 4, 9] titled \"Squares\""),
          otherwise: "."
        )
    case .primeOfNumber(let number):
      "' transposes a matrix, and \(number.shortened) is a number."
        + adviser.tell(
          " For the transpose of a power write ",
          .line("(M^2)'"),
          .line("([[1, 2], [3, 4]]^2)'")
        )
    case .misspelledVerb(let word, let meant):
      "There is no \"\(word.shortened)\"."
        + adviser.tell(" Did you mean ", .meant(meant, of: word), end: "?")
    case .missingComma(let left, let right):
      "Between \(left.shortened) and \(right.shortened) a comma is missing."
    case .equalsForLabel(let name):
      "The label of an argument takes a colon: \(name.shortened): …"
    case .equalsForComparison: "= gives a name to a value; to compare, write =="
    case .firstWithoutWhere:
      "first needs a name and a condition" + adviser.tell(Self.search)
    case .figureOfNothing(let verb):
      "\(verb.rawValue) what? For example: " + adviser.tell(Hint("", verb.examples))
    case .repeatedClause(let word): "This figure has two \"\(word)\" clauses; one is enough."
    case .tooManyOver:
      "A figure runs over two parameters at most. Set the others in a definition: "
        + adviser.tell("", .line("s = 1.5"), otherwise: "s = …")
    case .repeatedOver(let name):
      "\(name.shortened) cannot run over two ranges at once. Give one: "
        + adviser.tell("", .clause("over \(name) in 0.5...1.5", of: "plot \(name)"))
    case .besideWithoutFigure:
      "beside joins whole figures, each with its verb, as in: "
        + adviser.tell(
          "",
          .line("plot rms(a) beside plot norm(a)"),
          .line("plot [1, 2, 3] beside plot [1, 4, 9]")
        )
    case .overWithoutIn:
      "over needs a name and its values, as in: "
        + adviser.tell("", .clause("over s in 0.5...1.5", of: "plot s"))
    }
  }

  /// A call with a label that runs anywhere.
  static let labelled = "network(identity(2), depth: 20)"

  private static let search = Hint(
    ", as in: ",
    [.line("first l where rms(a[l]) >= 10"), .line("first l where [1, 4, 9][l] >= 3")],
    otherwise: "."
  )

  /// The hints that have something to say here, as one sentence.
  private func listed(
    _ hints: [Hint],
    _ adviser: inout Adviser,
    otherwise: String
  ) -> String {
    let told = hints.map { adviser.tell($0) }.filter { !$0.isEmpty }
    return told.isEmpty
      ? otherwise : " For " + told.joined(separator: ", for ")
  }

  private func unexpected(_ scalar: Unicode.Scalar, _ adviser: inout Adviser) -> String {
    let code = "U+" + String(scalar.value, radix: 16, uppercase: true).padded(to: 4)
    if scalar == "\u{FFFD}" {
      return "Here stand bytes that are not UTF-8 (shown as \(code)). Save the file as UTF-8."
    }
    let isShown = neutralised(String(scalar)) == String(scalar)
    let shown = isShown ? "\"\(scalar)\" (\(code))" : code
    let advice =
      switch scalar {
      case "{", "}": " Brackets are ( ) and [ ]; the lecture's W^{[3]} is W[3]"
      case "!": " Not equal is !="
      case "~", "\u{2248}": " To compare, write == or !="
      case "\u{221E}":
        adviser.tell(" Float formats come to infinity, as in: ", .line(ForeignWords.overflow))
      case "\u{221B}": adviser.tell(" A cube root is ", .line("8^(1/3)"))
      case "\u{230A}", "\u{230B}": adviser.tell(" The whole part is ", .line("floor(2.5)"))
      case "\u{220F}": adviser.tell(" A product of equal factors is a power: ", .line("1.5^20"))
      case "\u{222B}": " Nothing here integrates."
      case "&", "|": " Conditions are not joined here: ask one after the other."
      case "%":
        " A comment begins with #; the remainder of 7 by 2 is "
          + adviser.tell("", .line("7 - 2*floor(7/2)"))
      case "\\": " A comment begins with #; names stand as they are: sigma, pi."
      case "\u{221A}": adviser.tell(" A root is ", .line("sqrt(2)"))
      case "\u{2211}": adviser.tell(" A sum is ", .line("sum([1, 2, 3])"))
      case "\u{2202}", "\u{2207}":
        adviser.tell(
          " A derivative is ",
          .line("dJ_dW(net, x)"),
          otherwise: " A derivative is dJ_dW(…)"
        )
      case "\u{1D40}": " The transpose of M is M'"
      case "\u{1D400}"..."\u{1D7FF}": " Type the plain letter."
      case "?": adviser.tell(" For help type: ", .line("help plot"))
      case "\u{2039}"..."\u{203A}", "\u{AB}", "\u{BB}", "\u{201E}", "`", "\u{2018}":
        " Text stands in \"…\""
      case "_": " A name begins with a letter, and the digits of a number stand together."
      default: isShown ? "" : " Delete it: it cannot be seen."
      }
    return "\(shown) has no meaning here.\(advice)"
  }

  /// `1,000` is a thousand to some; where it may be, both readings are offered.
  private func decimalComma(_ text: String, _ adviser: inout Adviser) -> String {
    let parts = text.split(separator: ",")
    let point = parts.joined(separator: ".")
    if text.contains(".") { return decimalCommaAndPoint(text, &adviser) }
    if parts.count > 2 {
      let isGrouped = parts.dropFirst().allSatisfy { $0.count == 3 }
      return "I read \"\(text.shortened)\" as \(parts.count) numbers."
        + (isGrouped
          ? adviser.tell(" Write ", .meant(parts.joined()))
          : adviser.tell(" A vector stands in brackets: ", .instead("[\(text)]")))
    }
    let read = "I read \"\(text.shortened)\" as two numbers."
    guard let last = parts.last, last.count == 3 else {
      return read + adviser.tell(" For a decimal write ", .instead(point), end: ".")
    }
    return read + adviser.tell(" Write ", .instead(parts.joined()))
      + adviser.tell(", or ", .instead(point), end: " if the comma is a decimal one.")
  }

  /// `1.000,5` and `1,000.5`: the last mark is the decimal one, the others group digits.
  private func decimalCommaAndPoint(_ text: String, _ adviser: inout Adviser) -> String {
    let last = text.lastIndex { ",.".contains($0) } ?? text.startIndex
    let whole = text[..<last].filter(\.isNumber)
    let digits = text[last...].dropFirst()
    return "I read \"\(text.shortened)\" as two numbers."
      + adviser.tell(
        " With its last mark as the decimal one it is ",
        .meant("\(whole).\(digits)"),
        end: ": digits are not grouped, and the decimal mark is a point."
      )
  }

  private func bars(_ inner: String, _ meaning: BarsMeaning, _ adviser: inout Adviser) -> String {
    guard inner.count <= 24 else {
      return "The size of a number is abs(…), that of a vector norm(…)"
    }
    func size(_ name: String) -> String {
      adviser.tell("", .instead("\(name)(\(inner))"), otherwise: "\(name)(…)")
    }
    return switch meaning {
    case .number: "The size of a number is \(size("abs"))"
    case .vector: "The size of a vector is \(size("norm"))"
    case .either: "The size of a number is \(size("abs")), that of a vector \(size("norm"))"
    }
  }

  private func clause(_ word: String, _ adviser: inout Adviser) -> String {
    switch word {
    case "by":
      "\"by\" gives the step of a range, as in: " + adviser.tell("", .line("0...1 by 0.25"))
    case "where", "first": "\"\(word)\" belongs to a search" + adviser.tell(Self.search)
    case "true", "false": "Nothing stands before \"\(word)\" that goes with it."
    default: belonging(word, &adviser)
    }
  }

  private func belonging(_ word: String, _ adviser: inout Adviser) -> String {
    let (ours, anywhere) =
      switch word {
      case "at": ("table rms(a) at 1...4", "table weights(\(Self.labelled)) at 1...4")
      case "on": ("plot rms(a) on log", "plot [1, 10, 100] on log")
      case "titled": ("plot rms(a) titled \"Growth\"", "plot [1, 4, 9] titled \"Squares\"")
      case "against": ("plot rms(a) against float16", "plot [1, 10, 1e6] against float16")
      case "beside": ("plot rms(a) beside plot norm(a)", "plot [1, 2, 3] beside plot [1, 4, 9]")
      default: ("plot rms(y) over s in 0.5...1.5", "plot s^2 over s in 0.5...1.5")
      }
    return "\"\(word)\" \(word == "beside" ? "joins figures" : "belongs to a figure")"
      + adviser.tell(", as in: ", .line(ours), .line(anywhere), otherwise: ".")
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
  var isPlainName: Bool {
    first?.isLetter == true && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  fileprivate func padded(to length: Int) -> String {
    String(repeating: "0", count: Swift.max(0, length - count)) + self
  }
}
