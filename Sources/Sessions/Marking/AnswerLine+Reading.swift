import DeepNetworks
import Notebooks
import Plotting

extension AnswerLine {
  private static let longest = 2_000
  /// What working out an answer may cost: it is arithmetic on a few numbers.
  static let limits = Meter.Limits(operations: 1e7, bytes: 1e6)

  /// One number: numerals, arithmetic, the question's parameters, or a named state.
  static func number(_ text: String, _ frozen: Frozen) -> AnswerLine {
    if let state = NamedState(typed: text) { return .answer(.state(state)) }
    switch arithmetic(text, frozen, alsoNaming: []) {
    case .refused(let refusal): return .refused(refusal)
    case .trial: return .trial(text)
    case .expression(let expression, let source):
      return evaluated(expression, source, frozen) { value in
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
    case .expression(let expression, let source):
      return evaluated(expression, source, frozen) { value in
        guard case .vector(let vector) = value else { return .refused(.notANumber(value.kind)) }
        guard vector.count == count else {
          return .refused(.count(expected: count, got: vector.count))
        }
        return .answer(.points(vector.elements))
      }
    }
  }

  /// An expression of the parameters that run, with a value where it is compared.
  static func formula(
    _ text: String,
    _ frozen: Frozen,
    _ running: [String],
    _ points: FormulaPoints
  ) -> AnswerLine {
    switch arithmetic(text, frozen, alsoNaming: running) {
    case .refused(let refusal): .refused(refusal)
    case .trial: .trial(text)
    case .expression(let expression, let source):
      valueless(expression, source, points).map { .refused($0) } ?? .answer(.formula(text))
    }
  }

  /// Why a formula has no value wherever it is compared; nil where it has one.
  private static func valueless(
    _ expression: Expression,
    _ source: Source,
    _ points: FormulaPoints
  ) -> AnswerRefusal? {
    var first: AnswerRefusal?
    for point in points.all {
      switch point.worked(expression, in: source, limits) {
      case .success(.number(let number)) where number.isFinite: return nil
      case .success(.vector), .success(.matrix): return nil
      case .success(let value): first = first ?? .notANumber(value.kind)
      case .failure(let failure): first = first ?? .unreadable(failure)
      }
    }
    return first
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
    case expression(Expression, Source)
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
    case .failure(let failure):
      let product = product(text, of: frozen.names + running)
      return .refused(product.map { .factorsApart(product: $0) } ?? .unreadable(failure))
    case .success(let statement):
      switch statement.kind {
      case .definition, .function, .figure, .explain, .help: return .trial
      case .expression(let expression):
        let own = frozen.names + running
        if let other = expression.names.first(where: {
          !own.contains($0) && !arithmeticNames.contains($0)
        }) {
          return .refused(.notebookName(other, parameters: frozen.names + running))
        }
        return .expression(expression, statement.source)
      }
    }
  }

  /// `n*v*s` for `n v s`, where that is arithmetic with nothing but a question's own names.
  private static func product(_ text: String, of own: [String]) -> String? {
    let parts = text.split { $0 == " " || $0 == "\t" }.map(String.init)
    guard parts.count > 1, let first = parts.first else { return nil }
    let product = parts.dropFirst().reduce(into: first) { product, part in
      let isEnd = product.last.map { $0.isLetter || $0.isNumber || $0 == ")" } ?? false
      let isBeginning = part.first.map { $0.isLetter || $0.isNumber || $0 == "(" } ?? false
      product += (isEnd && isBeginning ? "*" : "") + part
    }
    let results = Parser.statements(of: TypedNumber.asWritten(product))
    guard results.count == 1, case .success(let statement) = results[0],
      case .expression(let expression) = statement.kind, !expression.names.isEmpty,
      expression.names.allSatisfy(own.contains)
    else { return nil }
    return product
  }

  /// Constants and functions of numbers, which are arithmetic too.
  private static let arithmeticNames = Set(["pi", "e"] + BuiltIns.numberFunctions.map(\.name))

  private static func evaluated(
    _ expression: Expression,
    _ source: Source,
    _ frozen: Frozen,
    _ read: (Value) -> AnswerLine
  ) -> AnswerLine {
    switch frozen.worked(expression, in: source, limits) {
    case .success(let value): read(value)
    case .failure(let failure): .refused(.unreadable(failure))
    }
  }
}
