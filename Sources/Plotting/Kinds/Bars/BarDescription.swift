import TerminalText

/// Bars in words.
struct BarDescription {
  let around: Surroundings
  let pointings: [String]
  let bars: [Bar]

  var sentences: [String] {
    guard !bars.isEmpty else { return ["Empty bar chart.", "There is nothing to show."] }
    var sentences = ["Bar chart, \(bars.count == 1 ? "1 bar" : "\(bars.count) bars")."]
    sentences += pointings
    let finite = bars.filter(\.value.isFinite)
    if let high = finite.max(by: { $0.value < $1.value }),
      let low = finite.min(by: { $0.value < $1.value })
    {
      if finite.count == 1 {
        sentences.append("\(name(high)) is \(high.value.text()).")
      } else if low.value < high.value {
        let factor = factor(low.value, high.value)
        sentences.append(
          "The greatest is \(name(high)) with \(high.value.text()), the least \(name(low)) with "
            + "\(low.value.text())\(factor)."
        )
      } else {
        sentences.append("All are \(high.value.text()).")
      }
    }
    let kinds: [(Sample.Kind, String)] = [
      (.negative, "below 0"), (.zero, "zero"), (.positiveInfinity, "infinite"),
      (.negativeInfinity, "minus infinity"), (.notANumber, "not a number"),
    ]
    let parts = kinds.compactMap { kind, words -> String? in
      let found = bars.filter { $0.value.kind == kind }
      guard let first = found.first else { return nil }
      return found.count == 1 ? "\(name(first)) is \(words)" : "\(found.count) are \(words)"
    }
    if !parts.isEmpty { sentences.append(parts.joined(separator: "; ") + ".") }
    sentences += around.thresholds.map { bars.map(\.value).words(of: $0, "bars") + "." }
    return Array(sentences.prefix(5))
  }

  private func name(_ bar: Bar) -> String {
    bar.name.isEmpty ? "a bar without a name" : neutralised(bar.name)
  }

  private func factor(_ low: Sample, _ high: Sample) -> String {
    guard low.kind == .positive else { return "" }
    let ratio = high.ratio(to: low)
    return ratio.isFinite ? ", a factor of \(NumberText.short(ratio, digits: 3))" : ""
  }
}
