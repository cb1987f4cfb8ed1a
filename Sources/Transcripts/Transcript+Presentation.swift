import Lessons
import Sessions

extension Transcript {
  /// The pages of a talk as they stood behind so many of its inputs; of the last page what came last is revealed anew.
  ///
  /// What was tried beside the lesson is no part of it.
  package func presentation(of lesson: Lesson, inputs: Int) -> Presentation {
    var session = session(lesson)
    var presentation = Presentation()
    presentation.take(session.begin(), of: session)
    for (index, exchange) in exchanges.prefix(inputs).enumerated() {
      let line = exchange.input.lines.joined(separator: "\n")
      let name = session.command(in: line)
      let goesOn = line.isEmpty || ["next", "skip", "go", "back"].contains(name)
      if goesOn { presentation.revealAll(session) }
      let effects = session.handle(exchange.input.input, limit: cancellation(of: index).limit)
      if goesOn {
        presentation.take(effects, of: session, behind: line)
      } else if name == "vote" {
        presentation.revealAll(session)
        presentation.insert(
          effects.compactMap { if case .show(let shown) = $0 { shown } else { nil } }
        )
      }
    }
    if let step = session.stepNow { _ = presentation.turn(to: step) }
    return presentation
  }
}
