import TerminalText

/// Bands in words: the course of each median, then how far the runs are apart at the end.
struct BandDescription {
  let content: LineContent
  let shared: Domain?

  private var quantiles: [Quantiles] { content.bands }

  var sentences: [String] {
    let runs = quantiles.map(\.runs).max() ?? 0
    let reach = content.domain.sharing(shared)
    let form = Description.Form.bands(runs: runs, words: quantiles.first?.words)
    let all = Description(
      content.around,
      pointings: content.pointings,
      series: content.series,
      form: form,
      shared: reach
    ).sentences
    let missing = quantiles.reduce(0) { $0 + $1.missing }
    var spreads = quantiles.prefix(2).compactMap { spread($0) }
    if missing > 0 { spreads.append(Quantiles.words(missing: missing) + ".") }
    let kept = Array(all.prefix(max(2, 5 - spreads.count)))
    return kept + spreads.prefix(5 - kept.count)
  }

  /// "At layer 50 four fifths of the runs of tanh lie between 1e-5 and 2e-4, a factor of 20.".
  private func spread(_ band: Quantiles) -> String? {
    guard band.runs > 1,
      let index = band.median.y.lastIndex(where: { $0.kind != .notANumber })
    else { return nil }
    let (low, high) = (band.low.y[index], band.high.y[index])
    let whose =
      quantiles.count > 1 && !band.low.name.isEmpty ? " of \(neutralised(band.low.name))" : ""
    let place = AxisWords(content.around).at(band.median.x[index])
    var factor = ""
    if low.kind == .positive, high.kind == .positive, low < high {
      let ratio = high.ratio(to: low)
      if ratio.isFinite { factor = ", a factor of \(NumberText.short(ratio, digits: 3))" }
    }
    let (from, to) = (low.text(digits: 3), high.text(digits: 3))
    if low == high { return "At \(place) four fifths of the runs\(whose) are \(from)." }
    return "At \(place) four fifths of the runs\(whose) lie between \(from) and \(to)\(factor)."
  }
}
