import TerminalText

/// Where in a series the samples of some kind are.
struct Occurrence: Sendable, Hashable {
  let count: Int
  /// The x of the first of them.
  let first: Double
  /// Whether every later sample is of that kind too.
  let lasts: Bool
  /// Whether every sample is.
  let isAll: Bool

  /// The samples of a series that satisfy a condition; nil when none does.
  init?(_ series: Series, where condition: (Sample) -> Bool) {
    var count = 0
    var first: Int?
    for (index, sample) in series.y.enumerated() where condition(sample) {
      count += 1
      first = first ?? index
    }
    guard let first else { return nil }
    self.count = count
    self.first = series.x[first]
    lasts = count == series.y.count - first
    isAll = count == series.y.count
  }

  /// "24 layers are zero, from layer 127 on": what stands here for "zero" comes from the caller.
  func sentence(_ what: String, _ words: AxisWords) -> String {
    if count == 1, !isAll { return "\(words.at(first)) is \(what)" }
    if isAll {
      return count == 1 ? "the value is \(what)" : "all \(words.count(count)) are \(what)"
    }
    let place = lasts ? "from \(words.at(first)) on" : "the first is \(words.at(first))"
    return "\(words.count(count)) are \(what), \(place)"
  }
}

extension Series {
  /// The words that stand for samples of a kind, each once; nil for those without.
  func words(of kind: Sample.Kind) -> [String?] {
    var words: [String?] = []
    for sample in y where sample.kind == kind && !words.contains(sample.word) {
      words.append(sample.word)
    }
    return words
  }
}

extension Sample {
  /// What a sample is called that a word stands for, such as "diverged".
  static func noNumber(_ word: String) -> String { "no number (\(neutralised(word)))" }

  /// What a sample that is no ordinary number is called; nil for ordinary numbers, zero included.
  static let peculiarities: [(kind: Kind, words: String)] = [
    (.positiveInfinity, "infinite"), (.negativeInfinity, "minus infinity"),
    (.notANumber, "not a number"),
  ]
}
