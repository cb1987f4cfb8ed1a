/// What went wrong with a statement, and where.
package struct Failure: Error, Sendable, Hashable {
  package var problem: Problem
  package var range: SourceRange
  package var source: Source
  /// The definition whose own text is at fault, where that is not the statement just entered.
  package var definition: String?

  init(_ problem: Problem, at range: SourceRange, in source: Source, definition: String? = nil) {
    self.problem = problem
    self.range = range
    self.source = source
    self.definition = definition
  }
}
