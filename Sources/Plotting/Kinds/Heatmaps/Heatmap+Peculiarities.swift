extension Heatmap {
  /// How many values have no shade on a scale, by what is said of them, the gravest first.
  func peculiarities(on scale: Scale?) -> [(what: Peculiarity, words: String, count: Int)] {
    var counts: [Peculiarity: [String: Int]] = [:]
    for j in y.indices {
      for i in x.indices {
        let value = value(i, j)
        guard let what = Peculiarity(value, on: scale) else { continue }
        let words = what == .notANumber ? value.word.map(Sample.noNumber) : nil
        counts[what, default: [:]][words ?? what.words, default: 0] += 1
      }
    }
    return Peculiarity.allCases.reversed().flatMap { what in
      (counts[what] ?? [:]).sorted { $0.key < $1.key }.map { (what, $0.key, $0.value) }
    }
  }
}
