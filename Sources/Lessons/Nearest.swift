/// The candidate nearest to a mistyped word: fewest edits, the first among equals; `nil` when all
/// are further than a third of the longer word, and one edit at least is allowed.
func nearest(to word: String, among candidates: [String]) -> String? {
  var best: (candidate: String, edits: Int)?
  for candidate in candidates {
    let limit = max(1, max(word.count, candidate.count) / 3)
    // Words that differ more in length need more edits than that.
    guard abs(word.count - candidate.count) <= limit else { continue }
    let edits = editDistance(word.lowercased(), candidate.lowercased())
    // A word of one letter is not like each other letter.
    let isLike = edits <= limit && edits < max(word.count, candidate.count)
    if isLike, edits < best?.edits ?? .max { best = (candidate, edits) }
  }
  return best?.candidate
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other
/// (restricted Damerau–Levenshtein distance).
func editDistance(_ first: String, _ second: String) -> Int {
  let left = Array(first)
  let right = Array(second)
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      let replaced = previous[j] + (left[i] == right[j] ? 0 : 1)
      var least = min(replaced, previous[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        least = min(least, beforePrevious[j - 1] + 1)
      }
      row.append(least)
    }
    beforePrevious = previous
    previous = row
  }
  return previous[right.count]
}
