import DeepNetworks
import Lessons
import Notebooks

/// Looks for the key of a question, by value, in what a learners' copy shows.
///
/// A number far away from its question is a trace only with three digits, in the question's step with
/// two; whole numbers to twelve are words. In the question's own hints any number counts. What stands
/// in the question's own words is no secret.
struct KeySearch {
  typealias Found = QuestionAudit.Found

  private let question: Question
  private let step: Int
  private let quantities: LessonQuantities
  private let notebook: Notebook
  private let frozen: Frozen
  /// The question's own parameters as learners may have them: the key of each draw is one to somebody.
  private let draws: [Frozen]
  /// The numbers in the question itself.
  private let open: [Extended]

  /// So many draws are looked at.
  private static let mostDraws = 24

  init(
    _ question: Question,
    _ draws: [Frozen],
    in lesson: Lesson,
    step: Int,
    _ quantities: LessonQuantities,
    _ notebook: Notebook
  ) {
    (self.question, self.step, self.quantities) = (question, step, quantities)
    self.notebook = notebook
    frozen = Frozen(question, lesson: lesson.header.id.value, learner: Learner())
    self.draws = Array(draws.prefix(Self.mostDraws))
    open = quantities.numbers(as: .ask(of: question.id.value, step: step))
  }

  /// Where texts hold the key.
  var found: [Found] {
    guard case .counted = question.credit else { return [] }
    switch question.kind {
    case .number(let number): return number.key.kept.map { traces(of: $0, number) } ?? []
    case .expression(let formula): return formula.key.kept.map { traces(of: $0, formula) } ?? []
    case .choice(let choice): return choice.key.kept.map { named([$0.answer.value]) } ?? []
    case .choices(let choices):
      return choices.key.kept.map { named($0.answers.map(\.value), isSeveral: true) } ?? []
    case .predict(let prediction):
      guard case .choice(_, .key(let answer)) = prediction.form else { return [] }
      return named([answer.value])
    case .task(let task): return task.key.kept.map { solutions($0, task) } ?? []
    case .text: return []
    }
  }

  private var id: String { question.id.value }

  private var ownHint: LessonTexts.Role { .hint(of: id, step: step) }

  private var hints: [LessonTexts.Text] { quantities.texts(as: ownHint) }

  /// The quantities of all that may hold the key, which is all but the question's own words: those that are
  /// one, with their places.
  private func found(
    names: Set<String>,
    where isKey: (LessonQuantities.Valued, LessonTexts.Text) -> Bool
  ) -> [Found] {
    let (ask, choice) = (
      LessonTexts.Role.ask(of: id, step: step), LessonTexts.Role.choice(of: id, step: step)
    )
    var found: [Found] = []
    for told in quantities.all(names: names) where told.text.role != ask && told.text.role != choice
    {
      for valued in told.found where isKey(valued, told.text) {
        found.append(finding(valued.quantity, in: told.text))
      }
    }
    return found
  }

  private func finding(_ quantity: Quantity, in text: LessonTexts.Text) -> Found {
    (.keyWorkedOut(quantity.text, question: id), text.position)
  }

  // MARK: - Numbers

  /// A key's number with the numbers that the question shows beside it.
  private struct Secret: Hashable {
    let key: Extended
    let open: [Extended]
  }

  /// What the key comes to, once for each draw that gives another number.
  private func secrets(_ key: ExpressionKey) -> [Secret] {
    var known: Set<Secret> = []
    return draws.compactMap { draw in
      draw.number(key.answer.value).map { value in
        Secret(key: value, open: draw.entries.compactMap { draw.number($0.text) })
      }
    }.filter { known.insert($0).inserted }
  }

  private func traces(of key: ExpressionKey, _ number: NumberQuestion) -> [Found] {
    let secrets = secrets(key)
    if secrets.isEmpty { return [] }
    let formula = KeyFormula(key.answer.value, frozen)
    return found(names: Set(frozen.names)) { valued, text in
      if !valued.quantity.names.isDisjoint(with: frozen.names) {
        return formula.isSame(valued.quantity.text)
      }
      return secrets.contains { isTrace(valued, in: text, of: $0, number.tolerance) }
    }
  }

  private func isTrace(
    _ valued: LessonQuantities.Valued,
    in text: LessonTexts.Text,
    of secret: Secret,
    _ tolerance: Tolerance
  ) -> Bool {
    guard let value = valued.value, tolerance.accepts(value, key: secret.key),
      !open.contains(value), !secret.open.contains(value)
    else { return false }
    return text.role == ownHint
      || Self.tells(value, valued.quantity.digits, isNear: text.role.step == step)
  }

  /// Whether a number is no chance: by its digits, and how far it is from the question.
  private static func tells(_ value: Extended, _ digits: Int, isNear: Bool) -> Bool {
    let isWord = value.floor() == value && value.abs() <= Extended(12)
    return !isWord && digits >= (isNear ? 2 : 3)
  }

  /// The first number among those that cells and guesses have shown above it which is the key.
  func printed(_ numbers: [Printed]) -> Found? {
    guard case .counted = question.credit, !question.isRead,
      case .number(let number) = question.kind, let key = number.key.kept
    else { return nil }
    let secrets = secrets(key)
    let shown = numbers.first { printed in
      guard let one = printed.value, !open.contains(one),
        Self.tells(one, printed.quantity.digits, isNear: printed.step == step)
      else { return false }
      return secrets.contains {
        !$0.open.contains(one) && number.tolerance.accepts(one, key: $0.key)
      }
    }
    return shown.map { (.keyPrinted($0.quantity.text, by: $0.source, question: id), $0.position) }
  }

  // MARK: - Formulas

  private func traces(of key: ExpressionKey, _ formula: ExpressionQuestion) -> [Found] {
    let points = FormulaPoints(formula.over, frozen)
    let names = Set(formula.over.map(\.name.value) + frozen.names)
    return found(names: names) { valued, _ in
      !valued.quantity.names.isEmpty
        && points.compare(valued.quantity.text, with: key.answer.value, formula.tolerance) == .equal
    }
  }

  // MARK: - Choices

  /// Hints that name the right choice: by its letter, its place or its words, or by what is left.
  private func named(_ right: [String], isSeveral: Bool = false) -> [Found] {
    let choices = question.choices
    let places = choices.indices.filter { right.contains(choices[$0].id.value) }
    var told = ChoicesTold(choices, right: Set(places), isSeveral: isSeveral)
    return hints.flatMap { text -> [Found] in
      let sentence = told.telling(in: text.plain)
      let phrases = places.compactMap { ChoiceNaming.phrase(in: text.plain, $0, of: choices) }
      return (phrases.isEmpty ? sentence.map { [$0] } ?? [] : phrases).map {
        (.choiceNamed($0, question: id), text.position)
      }
    }
  }

  // MARK: - Tasks

  /// Numbers in the hints that solve the task when they are put into one of its names, and definitions
  /// in the step's words that do.
  private func solutions(_ key: TaskKey, _ task: TaskQuestion) -> [Found] {
    let told = quantities.texts(inStep: step).filter { !$0.isSource && $0.role != ownHint }
    return told.flatMap { text in
      task.uses.flatMap { definitions(of: $0.value, in: text.plain) }
        .filter { solves($0, key, task) }
        .map { (.hintSolves($0, question: id), text.position) }
    }
      + hints.flatMap { text in
        text.quantities(names: []).filter { quantity in
          guard let value = Frozen([]).number(quantity.text), !open.contains(value) else {
            return false
          }
          return task.uses.contains { solves("\($0.value) = \(quantity.text)", key, task) }
        }.map { (.hintSolves($0.text, question: id), text.position) }
      }
  }

  /// `s = 1.01` as words have it.
  private func definitions(of name: String, in text: String) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.indices.dropLast(2).compactMap { index in
      let value = Quantity.all(in: String(words[index + 2]), names: []).first?.text
      guard words[index].drop(while: { !$0.isLetter }) == name, words[index + 1] == "=" else {
        return nil
      }
      return value.map { "\(name) = \($0)" }
    }
  }

  private func solves(_ text: String, _ key: TaskKey, _ task: TaskQuestion) -> Bool {
    guard case .success(let statement)? = Parser.statements(of: text).first else { return false }
    var whole = notebook
    do { try whole.define(statement) } catch { return false }
    return TaskMarker(task, key, 100, TaskNotebook(lesson: notebook, changed: whole), frozen)
      .result.verdict.mark == .correct
  }
}
