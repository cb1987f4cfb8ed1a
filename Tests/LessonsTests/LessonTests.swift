import Lessons
import Testing

/// What a sound lesson holds, and where.
@Suite struct LessonTests {
  @Test func header() throws {
    let header = try lesson(wholeLesson).header
    #expect(header.id == Located("scaling", at: Position(line: 3, column: 7)))
    #expect(header.title.value == "Scaling")
    #expect(header.version.value == "1.0.0")
    #expect(header.summary.plain == "A little more than one, many times.")
    #expect(header.objectives.map(\.plain) == ["Say what a factor per layer does."])
    #expect(header.takeaways.map(\.plain) == ["Depth multiplies."])
    #expect(header.requires == [Located("product", at: Position(line: 9, column: 14))])
    #expect(header.minutes == 20)
    #expect(header.lecture == "C2W1L10, beats 7 to 10")
    #expect(header.lang == "en")
    #expect(!header.isReleased)
  }

  @Test func stepsAndTheirIDs() throws {
    let steps = try lesson(wholeLesson).steps
    #expect(steps.map(\.id.value) == ["more", "the-factor"])
    #expect(steps[0].title == Located("A little more than one", at: Position(line: 18, column: 1)))
    #expect(steps[0].id.position == Position(line: 19, column: 10))
    #expect(steps[1].id.position == steps[1].title.position)
  }

  @Test func blocksKeepTheirOrder() throws {
    let kinds = try lesson(wholeLesson).steps[0].blocks.map { block in
      switch block {
      case .prose: "prose"
      case .parameters: "parameters"
      case .cell: "cell"
      case .question: "question"
      case .speaker: "speaker"
      }
    }
    #expect(kinds == ["prose", "parameters", "speaker", "question", "cell"])
  }

  @Test func cellsKnowWhereTheirSourceBegins() throws {
    let steps = try lesson(wholeLesson).steps
    let cell = try #require(steps[0].cells.first)
    #expect(cell.source == "M = s * identity(2)\nplot rms(a) over s in [1.5, 0.5]\n")
    #expect(cell.position == Position(line: 74, column: 1))
    #expect(!cell.fails)
    #expect(steps[1].cells.map(\.fails) == [true])
  }

  @Test func parameters() throws {
    let parameters = try lesson(wholeLesson).steps[0].parameters
    #expect(parameters.map(\.name.value) == ["s", "L", "x"])
    guard case .number(let value, let knob) = parameters[0].value else {
      Issue.record("s is a number")
      return
    }
    #expect(value.text == "1.5")
    #expect(value.value == 1.5)
    #expect(value.position == Position(line: 41, column: 9))
    #expect(knob?.lowest.value == 0.1)
    #expect(knob?.highest.value == 3)
    guard case .linear(let step)? = knob?.scale else {
      Issue.record("s is turned in steps")
      return
    }
    #expect(step.text == "0.1")
    guard case .number(_, nil) = parameters[1].value else {
      Issue.record("L has no range")
      return
    }
    #expect(
      parameters[2].value == .expression(Located("[1, 1]", at: Position(line: 51, column: 10)))
    )
  }

  @Test func aKnobThatMultiplies() throws {
    let parameter = try lesson(altered("step = 0.1", "step = 2\nscale = \"log\"")).steps[0]
      .parameters[0]
    guard case .number(_, let knob?) = parameter.value, case .logarithmic(let factor) = knob.scale
    else {
      Issue.record("s has a knob")
      return
    }
    #expect(factor.value == 2)
  }

  @Test func speakerNotes() throws {
    let notes = try lesson(wholeLesson).steps[0].blocks.compactMap { block in
      if case .speaker(let note) = block { note } else { nil }
    }
    #expect(notes.map(\.prose.plain) == ["Ask for a show of hands first. Wait ten seconds."])
    #expect(notes.map(\.position) == [Position(line: 55, column: 1)])
  }

  @Test func aLaterStepMaySetAParameterAnew() throws {
    let text = altered(
      "## The factor\n",
      "## The factor\n\n```toml parameters\n[s]\nvalue = 1.01\nmeaning = \"less\"\n```\n"
    )
    #expect(try lesson(text).steps[1].parameters.map(\.name.value) == ["s"])
  }

  @Test func numbersKeepTheirDigits() throws {
    for (written, text, value) in [
      ("1_000", "1000", 1000.0), ("0.1", "0.1", 0.1), ("1e3", "1e3", 1000),
      ("-2.50", "-2.50", -2.5),
      ("0x10", "16", 16), ("+3", "+3", 3),
    ] {
      let parameter = try lesson(altered("value = 20", "value = \(written)")).steps[0].parameters[1]
      guard case .number(let number, _) = parameter.value else {
        Issue.record("\(written) is a number")
        continue
      }
      #expect(number.text == text)
      #expect(number.value == value)
    }
  }
}
