import Lessons

/// A lesson, a session or a notebook of one's own as a page has it: no width, no colours, no file.
package struct Document: Sendable {
  /// What it is a page of; its id, or a notebook's name.
  package let name: String
  package let title: String
  /// Of its words, as in `en`.
  let language: String
  /// What stands under the title, a few words each: how long it takes, whose it is.
  let facts: [String]
  let summary: Prose?
  let objectives: [Prose]
  var sections: [Section]
  let takeaways: [Prose]
  /// How to have the same alive, in a shell.
  let command: String
  /// From which text it was made.
  let origin: String
  /// What had to be done to the inputs of a session, a sentence each.
  package internal(set) var remarks: [String] = []

  /// A step, or what stands before the first one.
  struct Section: Sendable {
    /// Unique on the page; empty before the first step.
    let id: String
    let title: String
    var pieces: [Piece] = []
  }
}
