import Notebooks
import Plotting
import TerminalText

// Figures and values of the step.
extension Command {
  static let show = Command(
    "show",
    "show a figure or value again",
    offers: { session, _ in session.watchCandidates },
    .session(.optional("FIGURE") { id in { $0.showAgain(id) } })
  )

  static let run = Command(
    "run",
    "show the figures and values here again",
    .session(.none { _ in [.show { $0.ranStale() }] })
  )

  static let describe = Command(
    "describe",
    "a figure in words",
    offers: { session, _ in session.watchCandidates },
    .session(
      .optional("FIGURE") { id in
        onFigure(id) { session, figure in
          session.ofFigure(figure) {
            .message(StyledText($0.description.joined(separator: " ")))
          }
        }
      }
    )
  )

  static let data = Command(
    "data",
    "the numbers of a figure",
    offers: { session, _ in session.watchCandidates },
    .session(
      .optional("FIGURE") { id in
        onFigure(id) { session, figure in session.ofFigure(figure) { .verbatim($0.data) } }
      }
    )
  )

  static let point = Command(
    "point",
    "mark a place: :point 28, or :point value 1e38",
    offers: { session, _ in
      session.watches.figures.map {
        Completion.Candidate(text: $0.id + " ", summary: $0.statement.text)
      } + [Completion.Candidate(text: "value ", summary: "a level of the values")]
    },
    .session(
      .required("PLACE") { text throws(CommandRefusal) in
        guard let place = PointedPlace(text) else { throw .needs("point", operand: "PLACE") }
        let point = onFigure(place.figure) { session, figure in
          session.pointed(place.kind, in: figure)
        }
        return { session in
          if let figure = place.figure.flatMap({ session.watches[id: $0] }), figure.isFigure {
            session.watches.ask(for: figure)
          }
          return point(&session)
        }
      }
    )
  )

  /// Shows something of a figure of the step: the one of that number, or the latest.
  private static func onFigure(
    _ id: String?,
    _ show: @escaping @Sendable (inout Session, FigureShown) -> Shown
  ) -> Transition {
    { session in
      let watches = session.watches
      let figure: FigureShown? =
        if let id {
          watches[id: id].flatMap { $0.isFigure ? FigureShown($0) : nil }
        } else {
          session.latestFigure
        }
      guard let figure else {
        return [
          .show { session in
            let known = session.watches.figures.map(\.id)
            return [Sentence.noSuchFigure(id, known, in: session.stretch).shown]
          }
        ]
      }
      return [.show { [show(&$0, figure)] }]
    }
  }
}

extension Session {
  fileprivate mutating func showAgain(_ id: String?) -> [Request] {
    let named = id.flatMap { watches[id: $0] }
    guard let watch = id == nil ? watches.latestOfStep : named else {
      return [
        .show { session in
          let known = session.watches.all.map(\.id)
          return [Sentence.nothingToShow(id, known, in: session.stretch).shown]
        }
      ]
    }
    if watch.isFigure { watches.ask(for: watch) }
    // It is shown as it is now, without its before.
    lastChange?.drawnSince.insert(watch.statement.text)
    return [.evaluate(Evaluation(watch.statement, on: notebooks, guess: watch.guess))]
  }

  fileprivate var watchCandidates: [Completion.Candidate] {
    watches.all.map { Completion.Candidate(text: $0.id, summary: $0.statement.text) }
  }
}
