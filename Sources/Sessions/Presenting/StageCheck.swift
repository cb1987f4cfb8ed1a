import Lessons
import Notebooks
import TerminalText

/// What of a lesson would not fit a stage, found by presenting it to an empty room.
package struct StageCheck: Sendable {
  /// A piece that is larger than the stage.
  package struct Finding: Sendable, Hashable {
    let step: Step
    /// From 1.
    let piece: Int
    let shown: Shown
    let misfit: StageLayout.Misfit

    /// Where the step begins, in the lesson's file.
    package var position: Position { step.title.position }

    /// One sentence, with the room that the stage has.
    package func words(_ stage: StageLayout) -> String {
      let rows = misfit.rows > stage.room ? "\(misfit.rows) rows of \(stage.room)" : nil
      let columns =
        misfit.columns > stage.words.columns
        ? "\(misfit.columns) columns of \(stage.words.columns)" : nil
      let size = [rows, columns].compactMap { $0 }.joined(separator: " and ")
      let name = neutralised(step.id.value)
      return "In the step '\(name)' piece \(piece), \(shown.kind), takes \(size)."
    }
  }

  /// More inputs than a lesson needs.
  private static let mostInputs = 10_000

  /// All pieces that don't fit, in the order of the lesson.
  ///
  /// Cost: the lesson is run once.
  package static func findings(_ lesson: Lesson, on stage: StageLayout) -> [Finding] {
    var session = Session(lesson)
    session.isTalk = true
    var presentation = Presentation()
    presentation.take(session.begin(), of: session)
    var findings: [Finding] = []
    for _ in 0..<mostInputs {
      if presentation.reveal() != nil {
        guard let page = presentation.page, let piece = page.stage.last,
          let misfit = stage.misfit(of: piece)
        else { continue }
        let step = lesson.steps[page.step]
        findings.append(
          Finding(step: step, piece: page.stage.count, shown: piece, misfit: misfit)
        )
      } else if let input = presentation.nextInput(session) {
        presentation.take(session.handle(.line(input)), of: session, behind: input)
      } else {
        return findings
      }
    }
    return findings
  }
}

extension Shown {
  /// What it is, for messages.
  fileprivate var kind: String {
    switch self {
    case .heading: "the title"
    case .prose: "a paragraph"
    case .cell: "a cell"
    case .output(.figure(_)): "a figure"
    case .output, .labelled: "a value"
    case .failure: "an error"
    case .question: "a question"
    case .message: "an explanation"
    case .table: "a table"
    case .parameters: "the parameters"
    case .verbatim: "a text"
    }
  }
}
