import DeepNetworks
import Lessons
import Notebooks
import TerminalText

/// A parameter in somebody's fingers: its value, and what a press of a key makes of it.
package struct KnobTurn: Sendable, Hashable {
  package let name: String
  /// Where it stands now; inside the author's range, if there is one.
  package private(set) var value: Extended
  private let scale: Scale
  private let bounds: ClosedRange<Extended>?

  private enum Scale: Hashable {
    case linear(step: Extended)
    case logarithmic(factor: Extended)
  }

  /// The knob that a lesson's author made; its value is what the parameter has now.
  init(_ name: String, _ knob: Knob, value: Extended) {
    self.name = name
    let lowest = knob.lowest.extended
    let highest = knob.highest.extended
    bounds = lowest <= highest ? lowest...highest : nil
    scale =
      switch knob.scale {
      case .linear(let step): .linear(step: step.extended)
      case .logarithmic(let factor): .logarithmic(factor: factor.extended)
      }
    self.value = value
  }

  /// A knob for a number of the learner's own: whole numbers by 1, others by a tenth of their decade.
  init(_ name: String, value: Extended) {
    self.name = name
    self.value = value
    bounds = nil
    let isWhole = value.isInteger && !value.isZero
    let decade = value.isZero ? Extended.zero : value.abs().log10().floor()
    let tenth = decade.integer.map { Extended(10).power(integer: $0 - 1) } ?? Extended(0.1)
    scale = .linear(step: isWhole ? .one : tenth)
  }

  /// Turns by a number of steps; at its ends the knob stops.
  package mutating func turn(by steps: Int) {
    let turned =
      switch scale {
      case .linear(let step):
        // Whole steps from zero, so that ten steps of 0.1 are exactly 1.
        ((value / step).round() + Extended(steps)) * step
      case .logarithmic(let factor): value * factor.power(integer: steps)
      }
    guard let bounds else {
      value = turned
      return
    }
    value = min(max(turned, bounds.lowerBound), bounds.upperBound)
  }

  /// The definition that it ends with.
  package var statement: String { "\(name) = \(Rendering.number(value))" }
}

extension Session {
  /// A knob for a parameter, as the lesson's author made it or for any number.
  package mutating func knob(_ name: String) throws(KnobRefusal) -> KnobTurn {
    let value: Value?
    do throws(Failure) { value = try notebooks.value(of: name, meter: Meter()) } catch {
      value = nil
    }
    guard let value else {
      throw .unknown(name, meant: Spelling.nearest(to: name, among: notebook.definitions.order))
    }
    guard case .number(let number) = value, number.isFinite else {
      throw .noNumber(name, kind: value.kind)
    }
    guard let knob = authorsKnob(name) else { return KnobTurn(name, value: number) }
    return KnobTurn(name, knob, value: number)
  }

  /// The knob of this step, else of the last step before it that has one.
  private func authorsKnob(_ name: String) -> Knob? {
    let seen = steps.prefix((position.step ?? steps.count - 1) + 1).reversed()
    for parameter in seen.flatMap(\.parameters) where parameter.name.value == name {
      if case .number(_, let knob?) = parameter.value { return knob }
    }
    return nil
  }

  /// A change that this step invites to, and the name that it changes: its first parameter turned
  /// by one step from what it is now.
  ///
  /// It changes nothing that a task of this step is marked with: it could be what the task asks for.
  package var inviting: (statement: String, name: String)? {
    let asked = Set(step?.questions.flatMap { $0.kind.answerable.usedNames } ?? [])
    for parameter in shownParameters {
      let name = parameter.name.value
      guard asked.isDisjoint(with: notebook.definitions.dependents(of: [name]).union([name])) else {
        continue
      }
      guard case .number(let value, let knob?) = parameter.value else { continue }
      let now = present(name) ?? value.extended
      // At the end of its range it is turned back.
      for steps in [1, -1] {
        var turn = KnobTurn(name, knob, value: now)
        turn.turn(by: steps)
        if turn.value != now { return (turn.statement, name) }
      }
    }
    return nil
  }

  /// The step's parameters that stand on the screen by now.
  private var shownParameters: [Lessons.Parameter] {
    guard case .step(let index, let revealed) = place else { return [] }
    return units[index].prefix(revealed).flatMap(\.parameters)
  }

  /// What a parameter is now, where a number stands there; nil for what would have to be worked out.
  private func present(_ name: String) -> Extended? {
    guard let statement = notebook.definitions[name]?.statement, statement.isOfNumber,
      case .definition(_, let value) = statement.kind,
      case .success(.number(let number)) = notebook.worked(
        value,
        in: statement.source,
        Meter(limits: AnswerLine.limits)
      )
    else { return nil }
    return number
  }
}
