extension Problem {
  /// What happened, in a sentence, and what to type next.
  package var message: String {
    switch self {
    case .syntax(let problem): problem.message
    case .name(let problem): problem.message
    case .value(let problem): problem.message
    case .figure(let problem): problem.message
    case .bound(let problem): problem.message
    }
  }
}

extension SyntaxProblem {
  fileprivate var message: String {
    switch self {
    case .pointWithoutDigit(let text):
      "\"\(text)\" needs a digit after its point: write \(text)0."
    case .numberOutOfRange(let text):
      "\"\(text.shortened)\" is outside the range of numbers here, 2^±1 099 511 627 776."
    case .unexpectedCharacter(let scalar): unexpected(scalar)
    case .unterminatedText(let text): "The text \(text.shortened) has no closing quote."
    case .semicolon: "\";\" means nothing here: one statement a line."
    case .unexpected(let text, let expected):
      "Expected \(expected), but here stands \"\(text.shortened)\"."
    case .endsTooEarly(let expected): "The statement ends where \(expected) should come."
    case .unclosedBracket(let bracket): "This \"\(bracket)\" is never closed."
    case .bracketWithoutOpening(let bracket): "This \"\(bracket)\" closes nothing."
    case .nestedTooDeep(let limit): "This is nested more than \(limit) deep."
    case .foreignStatement(let word, let ours):
      "fathom has no \"\(word)\". Write instead \(ours)."
    case .foreignName(let name, let ours):
      if let ours {
        "\"\(name)\" is from elsewhere. Here it is \(ours)."
      } else {
        "\"\(name)\" is from elsewhere, and there is nothing of the kind here; see help."
      }
    case .assignmentToExpression(let text):
      "\"\(text.shortened)\" is no name. A definition gives a name to a whole value: M = [[1, 2], [3, 4]]. "
        + "To compare, write ==."
    case .reserved(let word):
      "\"\(word)\" is a word of the language and cannot be a name. Try \(word)1."
    case .repeatedParameter(let name, let function):
      "\(function) has two parameters called \(name)."
    case .decimalComma(let text):
      "I read \"\(text)\" as two numbers. For a decimal write "
        + "\(text.replacingComma)."
    case .strayComma: "A comma separates entries, arguments and figures; here it separates nothing."
    case .strayColon: "A colon follows the label of an argument, as in network(M, depth: 20)."
    case .clauseOutsideFigure(let word):
      "\"\(word)\" belongs to a figure, as in: plot y over s in 0.5...1.5"
    case .juxtaposition(let left, let right):
      "\"\(left.shortened) \(right.shortened)\" has nothing between its parts. For the product write "
        + "\(left.shortened) * \(right.shortened)"
    case .misspelledVerb(let word, let meant):
      "There is no \"\(word.shortened)\". Did you mean \(meant)?"
    case .missingComma(let left, let right):
      "Between \(left.shortened) and \(right.shortened) a comma is missing."
    case .equalsForLabel(let name): "An argument is labelled with a colon: \(name): …"
    case .equalsForComparison: "= defines; to compare write =="
    case .firstWithoutWhere:
      "first needs a name and a condition, as in: first l where rms(a[l]) >= 10"
    case .figureOfNothing(let verb): "\(verb.rawValue) what? For example: \(verb.rawValue) rms(a)"
    case .repeatedClause(let word): "This figure has two \"\(word)\" clauses."
    case .tooManyOver: "A figure goes over two parameters at most."
    case .repeatedOver(let name): "\(name) cannot run over two ranges at once."
    case .overWithoutIn: "over needs a name and its values, as in: over s in 0.5...1.5"
    }
  }

  private func unexpected(_ scalar: Unicode.Scalar) -> String {
    let code = "U+" + String(scalar.value, radix: 16, uppercase: true).padded(to: 4)
    if scalar == "\u{FFFD}" {
      return "Here stand bytes that are not UTF-8 (shown as \(code))."
    }
    let shown = scalar.isControl || scalar.value > 0xFFFF ? code : "\"\(scalar)\" (\(code))"
    return "\(shown) has no meaning here."
  }
}

extension String {
  /// At most 24 characters, so that a sentence stays one.
  var shortened: String {
    let line = split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    let cut = line.count < count
    return line.count > 24 ? line.prefix(23) + "…" : cut ? line + "…" : line
  }

  fileprivate var replacingComma: String {
    String(map { $0 == "," ? "." : $0 })
  }

  fileprivate func padded(to length: Int) -> String {
    String(repeating: "0", count: Swift.max(0, length - count)) + self
  }
}
