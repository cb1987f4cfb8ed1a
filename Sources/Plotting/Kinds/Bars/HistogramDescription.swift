import TerminalText

/// A histogram in words.
struct HistogramDescription {
  let around: Surroundings
  let pointings: [String]
  let values: [Sample]

  var sentences: [String] {
    guard !values.isEmpty else { return ["Empty histogram.", "There is nothing to show."] }
    let bins = Bins(values, around.axis)
    let finite = values.filter(\.isFinite).sorted()
    var sentences = ["Histogram, \(bins.summary(of: around.xLabel))."]
    sentences += pointings
    if let least = finite.first, let greatest = finite.last {
      // Values themselves, so that as many lie between them.
      func rank(_ tenths: Int) -> Sample {
        finite[max(1, (finite.count * tenths + 9) / 10) - 1]
      }
      let (low, high) = (rank(1), rank(9))
      let within = finite.count { !($0 < low) && !(high < $0) }
      let isShare = (75...85).contains(100 * within / finite.count)
      if least < greatest {
        sentences.append(
          "They lie between \(least.text()) and \(greatest.text()); the median is "
            + "\((finite.median ?? least).text(digits: 3))"
            + (isShare
              ? ", and four fifths lie between \(low.text(digits: 3)) and \(high.text(digits: 3))."
              : ".")
        )
      } else {
        sentences.append("All \(finite.count) finite values are \(least.text()).")
      }
    }
    let names = bins.names(longest: Int.max)
    if bins.counts.count > 1, let most = bins.counts.max(), names.note == nil,
      let index = bins.counts.firstIndex(of: most)
    {
      let share = NumberText.short(100 * Double(most) / Double(values.count), digits: 2)
      // Under each other the names are aligned; in a sentence they are not.
      let name = names.names[index].split(separator: " ").joined(separator: " ")
      sentences.append("The fullest interval, \(name), has \(most) (\(share) %).")
    }
    if let apart = bins.apart { sentences.append("Not in the bars, \(apart).") }
    sentences += around.thresholds.map { values.words(of: $0, "values") + "." }
    if sentences.count < 2 { sentences.append("None is finite.") }
    return Array(sentences.prefix(5))
  }
}

extension [Sample] {
  /// The middle one of the finite values, or the mean of the two in the middle; nil without any.
  var median: Sample? {
    let values = filter(\.isFinite).sorted()
    guard !values.isEmpty else { return nil }
    let (low, high) = (values[(values.count - 1) / 2], values[values.count / 2])
    guard low < high else { return low }
    // Beside the greater of the two, so that nothing overflows.
    let shift = Swift.max(low.magnitude, high.magnitude).exponent
    let halves = [low, high].map { half in
      Sample(significand: half.significand, tail: half.tail, exponent: half.exponent - shift - 1)
        .double
    }
    return Sample(significand: halves[0] + halves[1], exponent: shift)
  }
}
