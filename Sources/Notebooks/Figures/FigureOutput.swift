import Plotting

/// A figure and what is to be said beneath it.
package struct FigureOutput: Sendable, Hashable {
  package var figure: Figure
  package var notes: [String]

  package init(figure: Figure, notes: [String] = []) {
    (self.figure, self.notes) = (figure, notes)
  }
}
