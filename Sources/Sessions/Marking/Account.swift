/// What a question came to: its mark, and how it was come by.
package struct Account: Sendable, Hashable {
  package let verdict: Verdict
  package let effort: Effort
  /// The first answers, and the last one.
  package let tries: [Tried]

  package init(verdict: Verdict, effort: Effort, tries: [Tried]) {
    (self.verdict, self.effort, self.tries) = (verdict, effort, tries)
  }

  /// So many answers are told one by one; who types everything is known by their number.
  static let mostTold = 12
  /// So many results are kept while a question is accounted for: some megabytes.
  static let mostKept = 4096
}
