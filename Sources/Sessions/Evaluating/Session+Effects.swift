import DeepNetworks
import Lessons
import Notebooks
import Plotting
import TerminalText

// Evaluating what a transition asked to have shown.
extension Session {
  private var asked: Meter { Meter(limits: .asked, isCancelled: isCancelled, progress: progress) }
  private var atOnce: Meter { Meter(limits: .atOnce, isCancelled: isCancelled, progress: progress) }

  mutating func effects(of request: Request) -> [Effect] {
    switch request {
    case .leave: [.leave]
    case .layOut: [.layOut(settings)]
    case .heading, .prose, .parameters, .cell, .evaluate, .expectFailure, .failure, .refresh,
      .runStale, .question, .mark, .explain, .score, .describe, .data, .point, .why, .listNotebook,
      .say:
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
      guard evaluation.isOfLesson, case .failure = shown else { return [shown] }
      return [shown] + blame(evaluation)
    case .expectFailure(let evaluation): return [expectedFailure(evaluation)]
    case .failure(let failure): return [.failure(failure)]
    case .refresh(let changed, let shown): return refreshed(changed, without: shown)
    case .runStale: return ranStale()
    case .question(let question): return [.question(text(of: question))]
    case .mark(let question, let attempt): return feedback(question, attempt)
    case .explain(let question): return explanation(question)
    case .score: return [.table(scoreTable)]
    case .describe(let statement):
      return [
        ofFigure(statement) { .message(StyledText($0.description.joined(separator: " "))) }
      ]
    case .data(let statement): return [ofFigure(statement) { .verbatim($0.data) }]
    case .point(let place, let statement): return [pointed(place, in: statement, asked)]
    case .why(let name): return [.message(why(name))]
    case .listNotebook: return [.message(notebookListing)]
    case .say(let sentence): return shown(sentence)
    case .layOut, .leave: return []
    }
  }

  // MARK: - Statements

  private mutating func evaluated(_ evaluation: Evaluation) -> Shown {
    var copy = evaluation.notebook
    defer { notebook.adopt(copy) }
    do throws(Failure) {
      let output = try copy.output(of: evaluation.statement, meter: asked)
      switch output {
      case .value(let value, nil):
        if case .expression = evaluation.statement.kind {
          return .labelled(value, label: neutralised(evaluation.statement.text))
        }
        return .output(output)
      case .value(let value, let name?): return .message(Rendering.summary(value, named: name))
      case .figure(var figure):
        for point in evaluation.guess?.points ?? [] {
          figure.figure.add(
            Guess(
              x: point.at.value,
              y: Sample(
                significand: point.value.hi,
                tail: point.value.lo,
                exponent: point.value.exponent
              )
            )
          )
        }
        return .output(.figure(figure))
      case .help: return .output(output)
      }
    } catch {
      if case .name(.unknownName(let missing, nil)) = error.problem,
        let name = evaluation.statement.definedName
      {
        return .message(
          StyledText("\(name) waits for \(neutralised(missing)), which is not defined yet.")
        )
      }
      return .failure(error)
    }
  }

  /// What of the learner's a failing line of the lesson reads.
  private func blame(_ evaluation: Evaluation) -> [Shown] {
    let mine = evaluation.notebook.definitions.all.filter { definition in
      lessonNotebook.definitions[definition.name]?.statement != definition.statement
        && evaluation.notebook.depends(evaluation.statement, on: [definition.name])
    }
    guard !mine.isEmpty else { return [] }
    let names = Self.list(mine.map(\.name))
    return [
      .message(
        StyledText("The lesson's line reads your \(names). :undo takes back your last definition.")
      )
    ]
  }

  /// A cell that shows an error: the error is the lesson.
  private func expectedFailure(_ evaluation: Evaluation) -> Shown {
    var copy = evaluation.notebook
    do throws(Failure) {
      try copy.define(evaluation.statement)
      return .output(try copy.output(of: evaluation.statement, meter: asked))
    } catch {
      return .failure(error)
    }
  }

  private mutating func ofFigure(_ statement: Statement, _ show: (Figure) -> Shown) -> Shown {
    do throws(Failure) {
      let output = try notebook.output(of: statement, meter: asked)
      if case .figure(let figure) = output { return show(figure.figure) }
      return .output(output)
    } catch {
      return .failure(error)
    }
  }

  // MARK: - What a change sets off

  static let mostFigures = 2
  static let mostValues = 4

  /// The figures and values of the step that depend on what changed, printed anew.
  private mutating func refreshed(_ changed: [String], without done: [String]) -> [Shown] {
    let dependents = notebook.definitions.dependents(of: changed)
    let anew = notebook.definitions.order.filter {
      dependents.contains($0) && !changed.contains($0)
    }
    let affected = watches.filter {
      !done.contains($0.statement.text) && notebook.depends($0.statement, on: changed)
    }
    guard !anew.isEmpty || !affected.isEmpty else { return [] }
    var shown: [Shown] = []
    if !anew.isEmpty {
      shown.append(
        .message(
          StyledText(
            "changed: \(changed.joined(separator: ", ")). With it: \(anew.joined(separator: ", ")).",
            .faint
          )
        )
      )
    }
    let figures = affected.filter(\.isFigure).suffix(Self.mostFigures)
    let values = affected.filter { !$0.isFigure }.suffix(Self.mostValues)
    var stale = affected.filter { watch in !figures.contains(watch) && !values.contains(watch) }
    for watch in affected where figures.contains(watch) || values.contains(watch) {
      do throws(Failure) {
        let output = try notebook.output(of: watch.statement, meter: atOnce)
        shown.append(again(output, watch))
      } catch {
        if case .bound(.tooDear) = error.problem {
          stale.append(watch)
        } else {
          shown.append(.failure(error))
        }
      }
    }
    if !stale.isEmpty { shown.append(.message(StyledText(staleText(stale), .faint))) }
    return shown
  }

  func again(_ output: Output, _ watch: Watch) -> Shown {
    if case .value(let value, nil) = output {
      return .labelled(value, label: neutralised(watch.statement.text))
    }
    return .output(output)
  }

  private func staleText(_ stale: [Watch]) -> String {
    let names = stale.map { $0.isFigure ? "figure \($0.id)" : "\($0.id) \($0.statement.text)" }
    return "stale: \(names.map { neutralised($0) }.joined(separator: ", ")); :show \(stale[0].id)"
  }

  /// Runs with the larger limit what a change left stale.
  private mutating func ranStale() -> [Shown] {
    var shown: [Shown] = []
    for watch in watches.suffix(Self.mostFigures + Self.mostValues) {
      shown.append(evaluated(Evaluation(statement: watch.statement, notebook: notebook)))
    }
    return shown.isEmpty
      ? [.message(StyledText("This step has shown nothing to run again."))] : shown
  }

  // MARK: - Words with values in them

  private func heading(_ index: Int) -> StyledText {
    let title = neutralised(lesson.header.title.value)
    return StyledText(
      "\(title), step \(index + 1) of \(lesson.steps.count): \(neutralised(lesson.steps[index].title.value))",
      .heading
    )
  }

  private mutating func notebookValues(of prose: Prose) -> [String: StyledText] {
    var values: [String: StyledText] = [:]
    for placeholder in prose.placeholders {
      do throws(Failure) {
        if let value = try notebook.value(of: placeholder.name, meter: asked) {
          values[placeholder.name] = StyledText(Rendering.inline(value))
        }
      } catch {
        continue
      }
    }
    return values
  }

  /// Values for the placeholders of a question's words: its own parameters.
  func values(of prose: Prose, _ question: Question) -> [String: StyledText] {
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

extension Session.Watch {
  var isFigure: Bool {
    switch statement.kind {
    case .figure: true
    case .definition, .function, .expression, .explain, .help: false
    }
  }
}
