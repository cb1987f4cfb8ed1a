import DeepNetworks
import Lessons
import Notebooks
import Plotting
import TerminalText

// Evaluating what a transition asked to have shown.
extension Session {
  var asked: Meter { meter(.asked) }
  var atOnce: Meter { meter(.atOnce) }

  func meter(_ limits: Meter.Limits) -> Meter {
    Meter(limits: limits, isCancelled: isCancelled ?? { false }, progress: progress)
  }

  mutating func effects(of request: Request) -> [Effect] {
    switch request {
    case .leave: [.leave]
    case .enter: []
    case .heading, .prose, .parameters, .cell, .evaluate, .expectFailure, .failure, .refresh,
      .question, .mark, .explain, .show, .say:
      shown(request).map(Effect.show)
    }
  }

  private mutating func shown(_ request: Request) -> [Shown] {
    switch request {
    case .heading(let index): return [.heading(heading(index))]
    case .prose(let prose): return [.prose(prose, values: notebookValues(of: prose))]
    case .parameters(let parameters): return [.parameters(parameters.map(parameterText))]
    case .cell(let source): return [.cell(source)]
    case .evaluate(let evaluation):
      let shown = evaluated(evaluation)
      switch shown {
      case .failure where evaluation.isOfLesson: return [shown] + blame(evaluation)
      case .output(.figure) where evaluation.isTyped:
        let whole = notebook.wholeNumbers(in: evaluation.statement)
        return [shown] + (whole.map { [Aside.wholeNumbers($0).shown] } ?? [])
      default: return [shown]
      }
    case .expectFailure(let evaluation): return [expectedFailure(evaluation)]
    case .failure(let failure): return [.failure(notebook.advised(failure))]
    case .refresh(let change, let shown): return refreshed(change, without: shown)
    case .question(let question): return [.question(text(of: question))]
    case .mark(let question, let attempt): return feedback(question, attempt)
    case .explain(let question): return explanation(question)
    case .show(let show): return show(&self)
    case .say(let sentence): return [sentence.shown]
    case .leave, .enter: return []
    }
  }

  // MARK: - Statements

  mutating func evaluated(_ evaluation: Evaluation) -> Shown {
    guard var copy = evaluation.notebook else {
      let meter = asked
      return notebooks.evaluating { Self.shown(evaluation, on: &$0, meter) }
    }
    defer { notebooks.adopt(copy) }
    return Self.shown(evaluation, on: &copy, asked)
  }

  /// What a statement shows on a notebook, which keeps what is worked out.
  private static func shown(
    _ evaluation: Evaluation,
    on notebook: inout Notebook,
    _ meter: Meter
  ) -> Shown {
    do throws(Failure) {
      let output = try notebook.output(of: evaluation.statement, meter: meter)
      switch output {
      case .value(let value, nil):
        if case .expression = evaluation.statement.kind {
          return .labelled(value, label: neutralised(evaluation.statement.text))
        }
        return .output(output)
      case .value(let value, let name?): return .message(Rendering.summary(value, named: name))
      case .figure(var figure):
        figure.figure = figure.figure.with(evaluation.guess)
        return .output(.figure(figure))
      case .help: return .output(output)
      }
    } catch {
      if let name = evaluation.statement.definedName,
        let missing = Self.awaited(by: name, error)
      {
        return Sentence.waits(name, for: missing).shown
      }
      return .failure(notebook.advised(error, asking: evaluation.statement))
    }
  }

  /// What an expression comes to, where that is a line: behind more nobody would read what is said of it.
  mutating func inOneLine(_ statement: Statement) -> [Shown] {
    let shown = evaluated(Evaluation(statement))
    guard case .labelled = shown, shown.rendered(settings.layout).lines.count == 1 else {
      return []
    }
    return [shown]
  }

  /// The name that a definition waits for; nil where another name was meant, which is told where it stands alone.
  private static func awaited(by name: String, _ failure: Failure) -> String? {
    guard case .name(.unknownName(let missing, let meant, let place)) = failure.problem else {
      return nil
    }
    // A mistake within another definition was told when that one was typed.
    let isTold = failure.definition != nil && failure.definition != name
    let waits = (meant == nil || meant == name) && !place.tells
    return waits || isTold ? missing : nil
  }

  /// What of the learner's a failing line of the lesson reads.
  private func blame(_ evaluation: Evaluation) -> [Shown] {
    let entered = evaluation.notebook ?? notebook
    let mine = entered.definitions.all.filter { definition in
      definition.isOwn
        && entered.depends(evaluation.statement, on: [definition.name])
    }
    guard !mine.isEmpty else { return [] }
    return [Sentence.lessonReads(mine.map(\.name)).shown]
  }

  /// A cell that shows an error: the error is the lesson.
  private func expectedFailure(_ evaluation: Evaluation) -> Shown {
    var copy = evaluation.notebook ?? notebook
    do throws(Failure) {
      try copy.define(evaluation.statement)
      return .output(try copy.output(of: evaluation.statement, meter: asked))
    } catch {
      return .failure(copy.advised(error, asking: evaluation.statement))
    }
  }

  mutating func ofFigure(_ figure: FigureShown, _ show: (Figure) -> Shown) -> Shown {
    do throws(Failure) {
      let output = try comparedOutput(of: figure)
      if case .figure(let shown) = output { return show(shown.figure.with(figure.watch.guess)) }
      return .output(output)
    } catch {
      return .failure(notebook.advised(error, asking: figure.watch.statement))
    }
  }

  // MARK: - Words with values in them

  private func heading(_ index: Int) -> StyledText {
    let title = neutralised(lesson?.header.title.value ?? name)
    return StyledText(
      "\(title), step \(index + 1) of \(steps.count): \(neutralised(steps[index].title.value))",
      .heading
    )
  }

  private mutating func notebookValues(of prose: Prose) -> [String: StyledText] {
    var values: [String: StyledText] = [:]
    for placeholder in prose.placeholders {
      do throws(Failure) {
        if let value = try notebooks.value(of: placeholder.name, meter: asked) {
          values[placeholder.name] = StyledText(Rendering.inline(value))
        }
      } catch {
        continue
      }
    }
    return values
  }

  /// Values for the placeholders of a question's words: its own parameters.
  package func values(of prose: Prose, _ question: Question) -> [String: StyledText] {
    var values: [String: StyledText] = [:]
    for entry in frozen(question).entries { values[entry.name] = StyledText(entry.text) }
    for placeholder in prose.placeholders where values[placeholder.name] == nil {
      var copy = notebook
      do throws(Failure) {
        if let value = try copy.value(of: placeholder.name, meter: asked) {
          values[placeholder.name] = StyledText(Rendering.inline(value))
        }
      } catch {
        continue
      }
    }
    return values
  }

  private func parameterText(_ parameter: Lessons.Parameter) -> Shown.ParameterText {
    Shown.ParameterText(
      assignment: "\(parameter.name.value) = \(parameter.value.text)",
      meaning: parameter.meaning.plain
    )
  }
}

extension NamePlace {
  /// Whether it says what was meant by a name that means nothing.
  fileprivate var tells: Bool {
    switch self {
    case .product, .entry, .transposed, .derivative: true
    case .anywhere, .words, .function, .quantity, .figure, .indexed: false
    }
  }
}
