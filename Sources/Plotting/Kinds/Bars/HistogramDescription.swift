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
      func quantile(_ tenths: Int) -> String {
        finite[max(1, (finite.count * tenths + 9) / 10) - 1].text(digits: 3)
      }
      if least < greatest {
        sentences.append(
          "They lie between \(least.text()) and \(greatest.text()); the median is "
            + "\(quantile(5)), and four fifths lie between \(quantile(1)) and \(quantile(9))."
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
      sentences.append("The fullest interval, \(names.names[index]), has \(most) (\(share) %).")
    }
    if let apart = bins.apart { sentences.append("Not in the bars, \(apart).") }
    sentences += around.thresholds.map { values.words(of: $0, "values") + "." }
    if sentences.count < 2 { sentences.append("None is finite.") }
    return Array(sentences.prefix(5))
  }
}
