extension Bins {
  /// A line per interval, and one per kind of value that lies in none.
  var data: [[String]] {
    let ends: [(String, String)]
    if let only {
      ends = [(only.text(digits: 15), only.text(digits: 15))]
    } else {
      let texts = edges.map { text($0) }
      ends = Array(zip(texts, texts.dropFirst()))
    }
    let rows = zip(ends, counts).map { [$0.0, $0.1, "\($1)"] }
    let others = [
      (zeros, "0"), (negatives, "negative"), (infinities, "inf"), (negativeInfinities, "-inf"),
      (notNumbers, "nan"),
    ].filter { $0.0 > 0 }.map { [$0.1, $0.1, "\($0.0)"] }
    return [["from", "to", "count"]] + rows + others
  }
}
