import DeepNetworks
import Lessons
import Notebooks

/// Marks answers against a question's key.
///
/// Nothing that it returns for a wrong, unreadable or failing answer holds a key or part of one.
package struct Marker: Sendable {
  let question: Question
  let frozen: Frozen

  package init(_ question: Question, frozen: Frozen) {
    self.question = question
    self.frozen = frozen
  }

  /// What an answer is worth and what is said of it.
  package struct Result: Sendable, Hashable {
    package var verdict: Verdict
    /// What a known wrong answer means.
    package var meaning: Prose?
    /// For a guess: what the notebook shows, beside what was guessed.
    package var shown: [Extended] = []
    /// Whether a guess was near.
    package var isNear = false
  }

  var maximum: Int {
    switch question.credit {
    case .practice: 0
    case .counted(let points, _): points.hundredths
    }
  }

  /// Marks an answer; nil where the copy of the lesson has no key.
  ///
  /// Tasks and guesses are about the notebook as it was when the answer was given.
  package func result(of answer: Answer, notebook: TaskNotebook) -> Result? {
    switch question.kind {
    case .number(let tolerance, .key(let key)): number(answer, tolerance, key)
    case .choice(_, .key(let key)): choice(answer, key.answer.value, key.misconceptions)
    case .choices(_, .key(let key)): choices(answer, key)
    case .expression(let over, let tolerance, .key(let key)): formula(answer, over, tolerance, key)
    case .predict(let prediction): guess(answer, prediction, notebook)
    case .task(let task):
      switch task.key {
      case .withheld: nil
      case .key(let key): TaskMarker(task, key, maximum, notebook).result
      }
    case .text: Result(verdict: Verdict(.unanswered, of: 0))
    case .number(_, .withheld), .choice(_, .withheld), .choices(_, .withheld),
      .expression(_, _, .withheld):
      nil
    }
  }

  private func result(_ mark: Mark, _ meaning: Prose? = nil) -> Result {
    Result(verdict: Verdict(mark, of: maximum), meaning: mark == .correct ? nil : meaning)
  }

  // MARK: - Numbers

  private func number(_ answer: Answer, _ tolerance: Tolerance, _ key: ExpressionKey) -> Result {
    if let state = NamedState(rawValue: key.answer.value) {
      return result(answer == .state(state) ? .correct : .incorrect)
    }
    guard let keyValue = value(key.answer.value) else { return result(.lessonFault) }
    guard case .number(let given, _) = answer else { return result(.incorrect) }
    if tolerance.accepts(given, key: keyValue) { return result(.correct) }
    return result(.incorrect, meaning(of: key.misconceptions) { tolerance.accepts(given, key: $0) })
  }

  /// What the first known wrong answer that matches means.
  private func meaning(of misconceptions: [Misconception], _ matches: (Extended) -> Bool) -> Prose?
  {
    misconceptions.first { misconception in
      value(misconception.answer.value).map(matches) ?? false
    }?.meaning
  }

  /// The number that a text of the lesson stands for; nil where it stands for none.
  func value(_ text: String) -> Extended? {
    do throws(Failure) {
      let value = try frozen.notebook.value(
        ofExpression: TypedNumber.asWritten(text),
        meter: Meter(limits: AnswerLine.limits)
      )
      if case .number(let number) = value, number.isFinite { return number }
      return nil
    } catch {
      return nil
    }
  }

  /// Whether the question's own key cannot be worked out for this learner, whatever the answer.
  var isFaulty: Bool {
    switch question.kind {
    case .number(_, .key(let key)):
      NamedState(rawValue: key.answer.value) == nil && value(key.answer.value) == nil
    case .expression(let over, let tolerance, .key(let key)):
      FormulaPoints(over, frozen).compare(key.answer.value, with: key.answer.value, tolerance)
        == .faultyKey
    case .task(let task):
      if case .key(let key) = task.key { TaskMarker.isFaulty(key) } else { false }
    case .number, .expression, .choice, .choices, .predict, .text: false
    }
  }

  // MARK: - Choices

  private func choice(_ answer: Answer, _ key: String, _ misconceptions: [Misconception]) -> Result
  {
    guard case .choices(let ids) = answer, let id = ids.first else { return result(.incorrect) }
    if id == key { return result(.correct) }
    return result(.incorrect, misconceptions.first { $0.answer.value == id }?.meaning)
  }

  private func choices(_ answer: Answer, _ key: ChoicesKey) -> Result {
    guard case .choices(let ids) = answer else { return result(.incorrect) }
    let right = Set(key.answers.map(\.value))
    if Set(ids) == right { return result(.correct) }
    let wrong = ids.first { !right.contains($0) }
    return result(.incorrect, key.misconceptions.first { $0.answer.value == wrong }?.meaning)
  }

  // MARK: - Expressions

  private func formula(
    _ answer: Answer,
    _ over: [Draw],
    _ tolerance: Tolerance,
    _ key: ExpressionKey
  ) -> Result {
    guard case .formula(let text) = answer else { return result(.incorrect) }
    let points = FormulaPoints(over, frozen)
    switch points.compare(text, with: key.answer.value, tolerance) {
    case .equal: return result(.correct)
    case .faultyKey: return result(.lessonFault)
    case .unequal: break
    }
    let meaning = key.misconceptions.first {
      points.compare(text, with: $0.answer.value, tolerance) == .equal
    }?.meaning
    return result(.incorrect, meaning)
  }

  // MARK: - Guesses

  /// A guess is credited for being made.
  private func guess(_ answer: Answer, _ prediction: Prediction, _ notebook: TaskNotebook) -> Result
  {
    var made = result(.correct)
    switch (prediction.form, answer) {
    case (.number(let shows, _, let tolerance), .number(let given, _)):
      guard case .success(.number(let shown)) = notebook.shown(shows.value) else { break }
      made.shown = [shown]
      made.isNear = tolerance.accepts(given, key: shown)
      if !made.isNear, case .key(let misconceptions) = prediction.misconceptions {
        // A guess within a twentieth of a known wrong value was reached by that thought.
        made.meaning = meaning(of: misconceptions) {
          (given - $0).abs() <= $0.abs() * Extended(0.05)
        }
      }
    case (.points(let shows, let at, let tolerance), .points(let given)):
      guard case .success(let value) = notebook.shown(shows.value) else { break }
      made.shown = at.compactMap { place in value.number(at: place) }
      made.isNear =
        made.shown.count == given.count
        && zip(given, made.shown).allSatisfy { tolerance.accepts($0, key: $1) }
    case (.choice(_, .key(let key)), .choices(let ids)):
      made.isNear = ids.first == key.value
      if !made.isNear, case .key(let misconceptions) = prediction.misconceptions {
        made.meaning = misconceptions.first { $0.answer.value == ids.first }?.meaning
      }
    case (.number, _), (.points, _), (.choice, _): break
    }
    return made
  }
}

extension Value {
  /// The number of a list at a layer, or of a vector at an entry.
  func number(at place: Number) -> Extended? {
    guard let index = Int(place.text) else { return nil }
    switch self {
    case .layers(let list):
      if case .number(let number) = list[layer: index] { return number }
      return nil
    case .vector(let vector):
      return (1...max(1, vector.count)).contains(index) ? vector[index - 1] : nil
    case .number, .truth, .text, .range, .matrix, .network, .never, .function, .builtIn, .format,
      .initialization, .loss, .document, .record:
      return nil
    }
  }
}
