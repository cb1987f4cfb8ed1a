extension ReleaseError {
  /// What survived and where, never the text itself.
  package var message: String {
    let whose = question.map { "the \(part) of question '\($0)'" } ?? "a speaker note"
    return "Line \(line) still shows \(whose). "
      + "Reword that place; what learners read must not hold a key."
  }
}
