import TerminalText

/// The candidate nearest to a mistyped word: fewest edits, the first among equals; `nil` when all
/// are further than a third of the longer word, and one edit at least is allowed.
func nearest(to word: String, among candidates: [String]) -> String? {
  var best: (candidate: String, edits: Int)?
  for candidate in candidates {
    let limit = max(1, max(word.count, candidate.count) / 3)
    // Words that differ more in length need more edits than that.
    guard abs(word.count - candidate.count) <= limit else { continue }
    let edits = Spelling.distance(Array(word.lowercased()), Array(candidate.lowercased()))
    // A word of one letter is not like each other letter.
    let isLike = edits <= limit && edits < max(word.count, candidate.count)
    if isLike, edits < best?.edits ?? .max { best = (candidate, edits) }
  }
  return best?.candidate
}
