import DeepNetworks
import Lessons
import Notebooks
import TerminalText

extension ExpressionQuestion: Answerable {
  var terms: String { "an expression of \(listed(over.map(\.name.value)))" }

  var trying: Trying? { .freeLine }

  func prepared(_ frozen: Frozen) -> Frozen {
    frozen.holding(FormulaPoints(over, frozen).made)
  }

  func read(_ text: String, _ frozen: Frozen) -> AnswerLine {
    .formula(text, frozen, over.map(\.name.value), FormulaPoints(over, frozen))
  }

  func isMeant(by line: String, in notebook: Notebook) -> Bool { Double(line) != nil }

  func rightAnswer(_ frozen: Frozen) -> String? { key.kept?.answer.value }

  func result(of answer: Answer, _ marker: Marker, _ notebook: TaskNotebook) -> Marker.Result? {
    guard let key = key.kept else { return nil }
    guard case .formula(let text) = answer else { return marker.result(.incorrect) }
    let points = FormulaPoints(over, marker.frozen)
    switch points.compare(text, with: key.answer.value, tolerance) {
    case .equal: return marker.result(.correct)
    case .faultyKey: return marker.result(.lessonFault)
    case .unequal: break
    }
    let meaning = key.misconceptions.first {
      points.compare(text, with: $0.answer.value, tolerance) == .equal
    }?.meaning
    return marker.result(.incorrect, meaning)
  }

  func isFaulty(_ frozen: Frozen) -> Bool {
    guard let answer = key.kept?.answer.value else { return false }
    return FormulaPoints(over, frozen).compare(answer, with: answer, tolerance) == .faultyKey
  }

  // MARK: - Audit

  func problems(_ audit: QuestionAudit) -> [QuestionAudit.Found] {
    guard let key = key.kept else { return [] }
    return audit.texts(key) { problems(audit, $0, key) }
  }

  private func problems(
    _ audit: QuestionAudit,
    _ frozen: Frozen,
    _ key: ExpressionKey
  ) -> [QuestionAudit.Found] {
    let points = FormulaPoints(over, frozen)
    guard points.compare(key.answer.value, with: key.answer.value, tolerance) == .equal else {
      return [(.keyWithoutValues(key.answer.value), key.answer.position)]
    }
    let count = points.count(with: key.answer.value)
    if count < FormulaPoints.fewest {
      return [(.tooFewPoints(key.answer.value, count), over.first?.position ?? key.answer.position)]
    }
    let near = key.misconceptions.filter {
      points.compare($0.answer.value, with: key.answer.value, tolerance) == .equal
    }
    let overlaps = audit.overlaps(key.misconceptions, frozen) { first, second in
      points.compare(first.answer.value, with: second.answer.value, tolerance) == .equal
    }
    return audit.marked(frozen, key) { _ in false } + overlaps
      + near.map {
        (.misconceptionTooNear($0.answer.value, draw: frozen.words), $0.answer.position)
      }
  }
}
