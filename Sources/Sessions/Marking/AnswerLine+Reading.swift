import DeepNetworks
import Lessons
import Notebooks
import Plotting

extension AnswerLine {
  private static let longest = 2_000
  /// What working out an answer may cost: it is arithmetic on a few numbers.
  static let limits = Meter.Limits(operations: 1e6, bytes: 1e6)

  static func prediction(_ text: String, _ prediction: Prediction, _ frozen: Frozen) -> AnswerLine {
    switch prediction.form {
    case .number: Self.number(text, frozen)
    case .choice(let choices, _): Self.choices(text, choices, several: false)
    case .points(_, let at, _): Self.points(text, at.count, frozen)
    }
  }

  /// One number: numerals, arithmetic, the question's parameters, or a named state.
  static func number(_ text: String, _ frozen: Frozen) -> AnswerLine {
    if let state = NamedState(typed: text) { return .answer(.state(state)) }
    switch arithmetic(text, frozen, alsoNaming: []) {
    case .refused(let refusal): return .refused(refusal)
    case .trial: return .trial(text)
    case .expression:
      return evaluated(text, frozen) { value in
        switch value {
        case .number(let number): .answer(.number(number, text: text))
        case .never, .truth, .text, .range, .vector, .matrix, .network, .layers, .function,
          .builtIn, .format, .initialization, .loss, .document, .record:
          .refused(.notANumber(value.kind))
        }
      }
    }
  }

  /// As many numbers as there are places, separated by commas.
  static func points(_ text: String, _ count: Int, _ frozen: Frozen) -> AnswerLine {
    if isTrial(text) { return .trial(text) }
    let list = "[\(text)]"
    switch arithmetic(list, frozen, alsoNaming: []) {
    case .refused(let refusal): return .refused(refusal)
    case .trial: return .trial(text)
    case .expression:
      return evaluated(list, frozen) { value in
        guard case .vector(let vector) = value else { return .refused(.notANumber(value.kind)) }
        guard vector.count == count else {
          return .refused(.count(expected: count, got: vector.count))
        }
        return .answer(.points(vector.elements))
      }
    }
  }

  static func formula(_ text: String, _ frozen: Frozen, _ running: [String]) -> AnswerLine {
    switch arithmetic(text, frozen, alsoNaming: running) {
    case .refused(let refusal): .refused(refusal)
    case .trial: .trial(text)
    case .expression: .answer(.formula(text))
    }
  }

  static func handIn(_ text: String) -> AnswerLine {
    if text.lowercased() == "done" { return .answer(.handedIn) }
    // A slip while building is the notebook's to explain; only a comment is neither.
    return Parser.statements(of: text).isEmpty ? .refused(.handIn) : .trial(text)
  }

  /// Whether a line is a definition, a figure or a call for help, which no answer is.
  private static func isTrial(_ text: String) -> Bool {
    let results = Parser.statements(of: text)
    return !results.isEmpty
      && results.allSatisfy { result in
        guard case .success(let statement) = result else { return false }
        switch statement.kind {
        case .definition, .function, .figure, .explain, .help: return true
        case .expression: return false
        }
      }
  }

  private enum Arithmetic {
    case expression
    case trial
    case refused(AnswerRefusal)
  }

  /// Reads arithmetic; a definition or figure is a trial, another name no answer.
  private static func arithmetic(
    _ text: String,
    _ frozen: Frozen,
    alsoNaming running: [String]
  )
    -> Arithmetic
  {
    guard text.utf8.count <= longest else { return .refused(.tooLong) }
    let results = Parser.statements(of: TypedNumber.asWritten(text))
    guard results.count == 1 else {
      return results.allSatisfy { if case .success = $0 { true } else { false } }
        && !results.isEmpty
        ? .trial : .refused(.severalLines)
    }
    switch results[0] {
    case .failure(let failure): return .refused(.unreadable(failure))
    case .success(let statement):
      switch statement.kind {
      case .definition, .function, .figure, .explain, .help: return .trial
      case .expression(let expression):
        let allowed = Set(frozen.names + running + arithmeticNames)
        if let other = expression.names.first(where: { !allowed.contains($0) }) {
          return .refused(.notebookName(other, parameters: frozen.names + running))
        }
        return .expression
      }
    }
  }

  /// Constants and functions of numbers, which are arithmetic too.
  private static let arithmeticNames = ["pi", "e"] + BuiltIns.numberFunctions.map(\.name)

  private static func evaluated(
    _ text: String,
    _ frozen: Frozen,
    _ read: (Value) -> AnswerLine
  ) -> AnswerLine {
    do throws(Failure) {
      let written = TypedNumber.asWritten(text)
      return read(
        try frozen.notebook.value(ofExpression: written, meter: Meter(limits: limits))
      )
    } catch {
      return .refused(.unreadable(error))
    }
  }

  // MARK: - Choices

  static let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)

  /// Letters, or the ids themselves, separated by commas or blanks.
  static func choices(_ text: String, _ choices: [Choice], several: Bool) -> AnswerLine {
    let words = text.split { $0 == "," || $0 == " " || $0 == ";" }.map { $0.lowercased() }
    if text.contains("="), case .success? = Parser.statements(of: text).first {
      return .trial(text)
    }
    if words.isEmpty {
      return .refused(.noSuchChoice(text, letters: Array(letters.prefix(choices.count))))
    }
    if words == ["none"], several, !choices.contains(where: { $0.id.value == "none" }) {
      return .answer(.choices([]))
    }
    var ids: Set<String> = []
    for word in words {
      let letter = word.hasSuffix(")") ? String(word.dropLast()) : word
      if let index = letters.firstIndex(of: letter), index < choices.count {
        ids.insert(choices[index].id.value)
      } else if let choice = choices.first(where: { $0.id.value.lowercased() == word }) {
        ids.insert(choice.id.value)
      } else {
        if FigureVerb(rawValue: word) != nil { return .trial(text) }
        return .refused(.noSuchChoice(word, letters: Array(letters.prefix(choices.count))))
      }
    }
    if !several, ids.count != 1 { return .refused(.oneChoice) }
    return .answer(.choices(ids.sorted()))
  }
}

/// Numbers as people type them.
enum TypedNumber {
  /// `5.` is 5.0, as in many languages; everything else stays as it is.
  static func asWritten(_ text: String) -> String {
    let characters = Array(text)
    var result = ""
    for (index, character) in characters.enumerated() {
      result.append(character)
      guard character == ".", index > 0, characters[index - 1].isWholeNumber else { continue }
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      // In "1...4" a point follows, in "1.5" a digit.
      if !next.isWholeNumber, next != "." { result.append("0") }
    }
    return result
  }
}
