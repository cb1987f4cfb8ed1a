import DeepNetworks
import Lessons
import Notebooks

extension NumberQuestion: Answerable {
  var terms: String { tolerance.words }

  var trying: Trying? { .freeLine }

  func read(_ text: String, _ frozen: Frozen) -> AnswerLine { .number(text, frozen) }

  func isMeant(by line: String, in notebook: Notebook) -> Bool { Double(line) != nil }

  var keyTexts: [String] {
    key.kept.map { [$0.answer.value] + $0.misconceptions.map(\.answer.value) } ?? []
  }

  func rightAnswer(_ frozen: Frozen) -> String? {
    guard let text = key.kept?.answer.value else { return nil }
    guard let number = frozen.number(text).map({ Rendering.number($0, digits: 6) }),
      number != text
    else { return text }
    return "\(text) = \(number)"
  }

  func result(of answer: Answer, _ marker: Marker, _ notebook: TaskNotebook) -> Marker.Result? {
    guard let key = key.kept else { return nil }
    if let state = NamedState(rawValue: key.answer.value) {
      return marker.result(answer == .state(state) ? .correct : .incorrect)
    }
    guard let keyValue = marker.frozen.number(key.answer.value) else {
      return marker.result(.lessonFault)
    }
    guard case .number(let given, let text) = answer else { return marker.result(.incorrect) }
    if tolerance.accepts(given, key: keyValue) { return marker.result(.correct) }
    guard marker.tells else { return marker.result(.incorrect) }
    let isRounded = TypedDigits.isRounded(text, given, from: keyValue)
    // A wrong number was reached by the thought whose number it is next to, nearer than to the key.
    let meaning = marker.meaning(of: key.misconceptions, nearest: given) { wrong in
      if case .exact = tolerance { return tolerance.accepts(given, key: wrong) }
      let distance = (given - wrong).abs()
      if isRounded { return distance <= wrong.abs() * Marker.sameMisconception }
      return distance <= wrong.abs() * Marker.nearMisconception
        && distance < (given - keyValue).abs()
    }
    var result = marker.result(.incorrect, meaning)
    if meaning == nil { result.miss = isRounded ? .rounded : Miss(of: given, key: keyValue) }
    return result
  }

  func isFaulty(_ frozen: Frozen) -> Bool {
    guard let answer = key.kept?.answer.value else { return false }
    return NamedState(rawValue: answer) == nil && frozen.number(answer) == nil
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
    let draw = frozen.words
    guard NamedState(rawValue: key.answer.value) == nil else {
      return audit.marked(frozen, key) { _ in false }
    }
    let value: Extended
    switch worked(key.answer.value, frozen) {
    case .failure(let failure):
      let problem = AuditFinding.Problem.keyFails(
        key.answer.value,
        reason: failure.problem.message,
        draw: draw
      )
      return [(problem, key.answer.position)]
    case .success(let worked): value = worked
    }
    guard value.isFinite else {
      return [(.keyNotFinite(key.answer.value, draw: draw), key.answer.position)]
    }
    var found: [QuestionAudit.Found] = []
    switch tolerance {
    case .absolute(let number) where number.extended >= value.abs():
      found.append((.absoluteTooWide(tolerance.text, draw: draw), number.position))
    case .relative, .decades, .significant:
      if value.isZero { found.append((.onlyZeroIsRight(draw: draw), key.answer.position)) }
    case .absolute, .exact: break
    }
    found += audit.marked(frozen, key) { tolerance.acceptsDoubled($0, key: value) }
    found += audit.overlaps(key.misconceptions, frozen) { first, second in
      guard let one = frozen.number(first.answer.value),
        let other = frozen.number(second.answer.value)
      else { return false }
      return tolerance.acceptsDoubled(one, key: other)
    }
    for misconception in key.misconceptions {
      let text = misconception.answer
      switch worked(text.value, frozen) {
      case .failure(let failure):
        let reason = failure.problem.message
        found.append((.misconceptionFails(text.value, reason: reason, draw: draw), text.position))
      case .success(let wrong):
        if tolerance.acceptsDoubled(wrong, key: value) {
          found.append((.misconceptionTooNear(text.value, draw: draw), text.position))
        }
      }
    }
    return found
  }

  /// The number that a text of the lesson stands for, or why it stands for none.
  private func worked(_ text: String, _ frozen: Frozen) -> Result<Extended, Failure> {
    frozen.worked(text).map { value in
      if case .number(let number) = value { number } else { .nan }
    }
  }
}
