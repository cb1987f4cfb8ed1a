/// How far a lesson is, and where the next line is read.
struct Whereabouts: Sendable {
  private(set) var place: Session.Place = .before
  private(set) var prompt: Prompt = .notebook
  /// The step that was entered last, at the end of the lesson too.
  private(set) var lastStep: Int?
  /// How many of the end's screens were shown since it was reached.
  private(set) var endScreens = 0
  /// Whether the end was reached, wherever one is now.
  private(set) var hasFinished = false

  /// Begins a step, with nothing of it revealed.
  mutating func enter(step: Int) {
    (place, prompt) = (.step(step, revealed: 0), .notebook)
    lastStep = step
  }

  /// Has revealed so many units of the step.
  mutating func reveal(_ units: Int, ofStep step: Int) { place = .step(step, revealed: units) }

  /// Comes to the end of the lesson.
  mutating func finish() {
    (place, prompt, endScreens) = (.after, .notebook, 0)
    hasFinished = true
  }

  /// Has shown one more screen of the end.
  mutating func showEnd() { endScreens += 1 }

  /// Goes to a question's prompt.
  mutating func ask(_ id: String) { prompt = .answer(id) }

  /// Goes back to the notebook's prompt; a question there stays as it is.
  mutating func leaveQuestion() { prompt = .notebook }

  var step: Int? {
    if case .step(let index, _) = place { index } else { nil }
  }
}
