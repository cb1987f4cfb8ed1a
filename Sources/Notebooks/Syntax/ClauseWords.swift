/// The words that begin a clause of a figure (rule 16).
package enum ClauseWords {
  /// Words that cannot be names.
  static let reserved: Set<String> = ["over", "at", "in", "on"]
  /// Words that mean a clause only where an operator would have to stand.
  static let contextual: Set<String> = ["titled", "against", "beside"]

  package static let all = reserved.union(contextual)
}
