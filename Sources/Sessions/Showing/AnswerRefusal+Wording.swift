import Notebooks
import TerminalText

extension AnswerRefusal {
  /// What is to be said of a line that was no answer; every refusal says that it cost nothing.
  func words(_ line: String) -> String {
    switch self {
    case .notebookName(let name, let parameters):
      let counted = (["numbers", "arithmetic"] + parameters)
      return Self.free(
        "An answer here is made of \(listed(counted)), without \"\(neutralised(name))\"."
          + Self.meant(name, in: line, parameters)
      )
    case .unreadable(let failure):
      if Self.isProse(line, failure) {
        return Self.free(
          "An answer here is numbers and arithmetic only; \"\(neutralised(line.shortenedAnswer))\" has words in it."
            + Self.alone(in: line)
        )
      }
      if let side = Self.side(of: line) {
        return Self.free("An answer is one side alone, without =: \(neutralised(side))")
      }
      return Self.free(Self.approximate(line) ?? Self.message(failure))
    case .factorsApart(let product):
      return Self.free("Between the factors of a product stands *: \(neutralised(product))")
    case .notANumber(let kind):
      return Self.free("An answer here is one number; this is \(kind).")
    case .severalLines: return Self.free("An answer is one line.")
    case .noSuchChoice(let word, let letters):
      return Self.free(
        "\"\(neutralised(word.shortenedAnswer))\" is none of \(listed(letters))."
      )
    case .severalChoices(let words, let letters):
      return Self.free(
        "\"\(neutralised(words.shortenedAnswer))\" may mean \(listed(letters, by: "or")); type the letter."
      )
    case .letterInWords(let letter): return Self.free("Type the letter alone: \(letter)")
    case .oneChoice: return Self.free("This takes one letter.")
    case .count(let expected, let got):
      return Self.free("This takes \(expected) numbers, separated by commas; here are \(got).")
    case .handIn: return Self.free("Change the notebook, then type done to hand it in.")
    case .waits(let name, let missing):
      return Self.free(
        "\(neutralised(name)) waits for \(neutralised(missing)), which is not defined."
      )
    case .noValue(let name, let failure):
      return Self.free(
        "\(neutralised(name)) has no value: \(neutralised(failure.problem.message))"
      )
    case .otherKind(let name, let kind, let lesson):
      return Self.free("\(neutralised(name)) is \(kind); the task needs \(lesson).")
    case .tooLong: return Self.free("That is too long for an answer.")
    }
  }

  /// What was perhaps meant by a name that an answer has not: small letters, a function of elsewhere, a
  /// product, or a number.
  private static func meant(_ name: String, in line: String, _ parameters: [String]) -> String {
    if let parameter = parameters.first(where: { $0.lowercased() == name.lowercased() }) {
      return " It is written \(parameter)."
    }
    if let ours = ForeignWords.arithmetic(name) { return " Here it is \(ours)." }
    if name.count > 1, name.allSatisfy({ parameters.contains(String($0)) }) {
      return " For the product write \(name.map { String($0) }.joined(separator: "*"))"
    }
    return name == line ? alone(in: line) : ""
  }

  /// The number that stands among words, to be typed without them.
  private static func alone(in line: String) -> String {
    NumberAlone.text(in: line).map { " The number alone: \($0)" } ?? ""
  }

  /// The same of a number behind a sign that says that it is none quite; nil for another line.
  private static func approximate(_ line: String) -> String? {
    guard let sign = line.first, "~≈±".contains(sign), let number = NumberAlone.text(in: line)
    else {
      return nil
    }
    return "An answer is a number without \"\(sign)\": \(number)"
  }

  /// The side of `v*q = z` that an answer would be; nil where there are not two, or it compares.
  private static func side(of line: String) -> String? {
    let sides = line.split(separator: "=", omittingEmptySubsequences: false)
      .map { String($0).trimmingBlanks }
    guard sides.count == 2, !line.contains(where: { "<>!:".contains($0) }) else { return nil }
    // A name alone begins a definition, which has another fault.
    let isName = sides[0].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    if sides[0].isEmpty { return sides[1] }
    return isName ? nil : sides[0]
  }

  /// Whether somebody told an answer in words: two words side by side, or one beside a number.
  private static func isProse(_ line: String, _ failure: Failure) -> Bool {
    switch failure.problem {
    case .syntax(.juxtaposition(let left, let right, _)): return left.isWord || right.isWord
    case .syntax:
      let words = line.split(separator: " ").map { String($0).isWord }
      return zip(words, words.dropFirst()).contains { $0 && $1 }
    case .name, .value, .figure, .bound: return false
    }
  }

  /// `1,000` is a thousand to some; where it may be, both readings are offered.
  private static func message(_ failure: Failure) -> String {
    guard case .syntax(.decimalComma(let text)) = failure.problem else {
      return neutralised(failure.problem.message)
    }
    // With a point in it, the commas part thousands.
    if text.contains(".") {
      return "I read \"\(neutralised(text))\" as two numbers. Write \(text.filter { $0 != "," })."
    }
    let point = String(text.map { $0 == "," ? "." : $0 })
    let read = "I read \"\(neutralised(text))\" as two numbers."
    guard text.endsInThreeDigits else { return read + " For a decimal write \(point)." }
    let joined = text.filter { $0 != "," }
    return read + " Write \(joined), or \(point) if the comma is a decimal one."
  }

  private static func free(_ sentence: String) -> String {
    // A sentence that ends in something to type gets no full stop, which would be typed too.
    switch sentence.last {
    case ".", "?", "!": sentence + " This cost no attempt."
    default: "This cost no attempt. " + sentence
    }
  }
}

extension String {
  fileprivate var endsInThreeDigits: Bool {
    guard let comma = lastIndex(of: ",") else { return false }
    return distance(from: comma, to: endIndex) == 4
  }

  /// Letters only, and more than a name of one letter.
  fileprivate var isWord: Bool { count > 1 && allSatisfy(\.isLetter) }

  fileprivate var shortenedAnswer: String { count > 24 ? prefix(23) + "…" : self }
}
