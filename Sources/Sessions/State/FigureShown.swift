import Notebooks

/// A figure that was shown, and in a step that was left the notebook of then: another step sets names anew.
struct FigureShown: Sendable {
  let watch: Watch
  /// nil where it stands in this step, and is what the notebook of now makes of it.
  private(set) var notebook: Notebook?

  init(_ watch: Watch) { self.watch = watch }

  /// Keeps the notebook of the step that is left, if it is this figure's.
  mutating func leave(_ notebook: Notebook) {
    self.notebook = self.notebook ?? notebook.withoutValues
  }
}
