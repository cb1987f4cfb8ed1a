/// Finds the name that somebody meant.
package enum Spelling {
  /// The nearest of the names, or nil where none is near: one slip in two to four letters, else two.
  ///
  /// A slip is a letter too many, too few, another, or two swapped (Damerau 1964). Of equally near
  /// names the first is taken. Cost: the product of the lengths, for each name.
  package static func nearest(to word: String, among names: [String]) -> String? {
    guard word.count <= 40 else { return nil }
    let typed = Array(word.lowercased())
    // One letter is one slip from every other, so only its case can be meant.
    let allowed = typed.count <= 1 ? 0 : typed.count <= 4 ? 1 : 2
    var best: (name: String, distance: Int)?
    for name in names where name != word {
      let other = Array(name.lowercased())
      guard abs(other.count - typed.count) <= allowed else { continue }
      let distance = distance(typed, other)
      // A name of one letter is near every other; that helps nobody.
      guard distance <= allowed, distance < max(typed.count, other.count) else { continue }
      if distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// Slips that turn one word into the other: the restricted Damerau–Levenshtein distance.
  package static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
