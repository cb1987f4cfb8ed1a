import Lessons
import Testing

/// What each kind of question holds.
@Suite struct QuestionTests {
  @Test func number() throws {
    let question = try question("factor")
    guard case .number(let number) = question.kind, let key = number.key.kept else {
      Issue.record("a number with its key")
      return
    }
    #expect(number.tolerance.text == "rel 1e-3")
    #expect(key.answer == Located("s^(L-1)", at: Position(line: 85, column: 11)))
    #expect(key.accept.map(\.value) == ["2216.8378", "(3/2)^19"])
    #expect(key.accept.map(\.position.column) == [12, 25])
    #expect(key.reject.map(\.value) == ["0", "28.5"])
    #expect(key.misconceptions.map(\.answer) == [Located("s^L", at: Position(line: 96, column: 2))])
    #expect(key.misconceptions.map(\.meaning.plain) == ["That counts the last matrix too."])
    #expect(question.credit == .counted(try points("factor"), .first))
    #expect(question.given.map(\.name.value) == ["s", "L"])
    #expect(question.given.map(\.value.value) == [1.5, 20])
    #expect(question.hints.count == 2)
    #expect(question.explain?.plain == "Each of the matrices but the last multiplies by {s}.")
    #expect(question.position == Position(line: 80, column: 1))
  }

  private func points(_ id: String) throws -> Points {
    guard case .counted(let points, _) = try question(id).credit else {
      throw Absent()
    }
    return points
  }

  private struct Absent: Error {}

  @Test func pointsAreHundredths() throws {
    #expect(try points("guess").hundredths == 50)
    #expect(try points("factor").hundredths == 200)
    for (written, hundredths) in [("0.29", 29), ("1.15", 115), ("4.35", 435), ("1000", 100_000)] {
      let text = altered("points = 0.5", "points = \(written)")
      guard
        case .counted(let points, .best) = try question("guess", in: text).credit
      else {
        Issue.record("it counts")
        continue
      }
      #expect(points.hundredths == hundredths)
    }
  }

  @Test func choice() throws {
    let question = try question("why")
    #expect(question.choices.map(\.id.value) == ["weights", "signal"])
    #expect(question.choices.map(\.text.plain) == ["the weights", "the signal"])
    guard case .choice(let choice) = question.kind, let key = choice.key.kept else {
      Issue.record("a choice with its key")
      return
    }
    #expect(key.answer.value == "signal")
    #expect(key.misconceptions.map(\.answer.value) == ["weights"])
  }

  @Test func choicesForPractice() throws {
    let question = try question("which")
    guard case .choices(let several) = question.kind, let key = several.key.kept else {
      Issue.record("choices with their key")
      return
    }
    #expect(several.choices.map(\.id.value) == ["a", "b", "c"])
    #expect(key.answers.map(\.value) == ["a", "c"])
    #expect(question.credit == .practice)
  }

  @Test func expression() throws {
    guard case .expression(let expression) = try question("formula").kind,
      let key = expression.key.kept
    else {
      Issue.record("an expression with its key")
      return
    }
    let over = expression.over
    #expect(expression.tolerance.text == "rel 1e-9")
    #expect(key.answer.value == "s^(L - 1)")
    #expect(over.map(\.name.value) == ["s", "L"])
    guard case .range(let from, let through, nil) = over[0].domain else {
      Issue.record("a range without a step")
      return
    }
    #expect([from.text, through.text] == ["0.5", "1.5"])
    #expect([from.value, through.value] == [0.5, 1.5])
    #expect(from.position == Position(line: 132, column: 15))
    #expect(through.position == Position(line: 132, column: 21))
    #expect(!from.isInteger)
    guard case .range(let first, _, nil) = over[1].domain else {
      Issue.record("a range without a step")
      return
    }
    #expect(first.isInteger)
  }

  @Test func predict() throws {
    guard case .predict(let prediction) = try question("guess").kind,
      case .number(let shows, let at, let tolerance) = prediction.form,
      let misconceptions = prediction.meanings.kept
    else {
      Issue.record("a prediction of a number")
      return
    }
    #expect(shows.value == "rms(a[L-1])")
    #expect(at?.value == 19)
    #expect(tolerance.text == "log10 0.3")
    #expect(misconceptions.map(\.answer.value) == ["28.5"])
  }

  @Test func predictPoints() throws {
    let text = altered("form = \"number\"", "form = \"points\"")
      .replacing("at = 19", with: "at = [0, 10, 19]")
    guard case .predict(let prediction) = try question("guess", in: text).kind,
      case .points(let shows, let at, _) = prediction.form
    else {
      Issue.record("a prediction of points")
      return
    }
    #expect(shows.value == "rms(a[L-1])")
    #expect(at.map(\.value) == [0, 10, 19])
  }

  @Test func predictAChoice() throws {
    let old =
      "form = \"number\"\nask = \"How large is each entry of a[{L}]?\"\nshows = \"rms(a[L-1])\"\nat = 19\nwithin = \"log10 0.3\""
    let new =
      "form = \"choice\"\nask = \"Up or down?\"\nanswer = \"up\"\nchoices = { up = \"up\", 28 = \"down\" }"
    let text = altered(old, new).replacing("\"28.5\" =", with: "28 =")
    let question = try question("guess", in: text)
    #expect(question.choices.map(\.id.value) == ["up", "28"])
    guard case .predict(let prediction) = question.kind,
      case .choice(_, .key(let answer)) = prediction.form
    else {
      Issue.record("a prediction of a choice")
      return
    }
    #expect(answer.value == "up")
  }

  @Test func task() throws {
    let question = try question("tenfold")
    guard case .task(let task) = question.kind, let key = task.key.kept else {
      Issue.record("a task with its key")
      return
    }
    #expect(task.uses.map(\.value) == ["s"])
    #expect(task.given.map(\.value) == ["x"])
    #expect(key.require == [Located("rms(a[L]) > n", at: Position(line: 143, column: 13))])
    #expect(key.accept.map(\.value) == ["s = 1.2"])
    #expect(key.reject.map(\.value) == ["s = 0.9"])
    #expect(question.vary.map(\.name.value) == ["n"])
    guard case .oneOf(let numbers) = question.vary[0].domain else {
      Issue.record("a list of numbers")
      return
    }
    #expect(numbers.map(\.value) == [10, 100])
  }

  @Test func text() throws {
    let question = try question("own-words")
    #expect({ if case .text = question.kind { true } else { false } }())
    #expect(question.hints.isEmpty)
    #expect(question.explain == nil)
  }

  @Test(arguments: [
    "rel 1e-3", "log10 0.05", "sig 3", "exact", "abs 0.1",
  ])
  func tolerances(_ text: String) throws {
    let lesson = altered("within = \"rel 1e-3\"", "within = \"\(text)\"")
    guard case .number(let number) = try question("factor", in: lesson).kind else {
      Issue.record("a number")
      return
    }
    #expect(number.tolerance.text == text)
  }

  @Test func theUsualTolerances() throws {
    let text = altered("within = \"rel 1e-3\"\n", "")
    guard case .number(let number) = try question("factor", in: text).kind else {
      Issue.record("a number")
      return
    }
    #expect(number.tolerance.text == "rel 1e-3")
    let guess = altered("within = \"log10 0.3\"\n", "")
    guard case .predict(let prediction) = try question("guess", in: guess).kind,
      case .number(_, _, let nearby) = prediction.form
    else {
      Issue.record("a prediction")
      return
    }
    #expect(nearby.text == "log10 0.3")
  }

  @Test func aRangeWithAStep() throws {
    let text = altered("L = \"2...50\"", "L = \"-2 ... 1e2 by 2.5\"")
    guard case .expression(let expression) = try question("formula", in: text).kind,
      case .range(let from, let through, let step?) = expression.over[1].domain
    else {
      Issue.record("a range with a step")
      return
    }
    #expect([from.value, through.value, step.value] == [-2, 100, 2.5])
  }

  @Test func placeholdersOfAQuestionKnowTheirPlace() throws {
    let question = try question("factor")
    #expect(question.ask.placeholders.map(\.name) == ["s", "L"])
    #expect(
      question.ask.placeholders.map(\.position) == [
        Position(line: 84, column: 43), Position(line: 84, column: 52),
      ]
    )
    #expect(question.hints[1].placeholders.map(\.position) == [Position(line: 92, column: 60)])
  }
}
