/// Why a file cannot be read as text.
struct ReadingFault: Error {
  let problem: Problem
  let position: Position

  init(_ problem: Problem, at position: Position) {
    self.problem = problem
    self.position = position
  }
}
