import TerminalText

/// Bands in words: the course of each median, then how far the runs are apart at the end.
struct BandDescription {
  let figure: Figure
  let quantiles: [Quantiles]
  let shared: Domain?

  init(_ figure: Figure, bands: [Band], shared: Domain?) {
    self.figure = figure
    self.shared = shared
    quantiles = bands.map { Quantiles($0) }
  }

  var sentences: [String] {
    let runs = quantiles.map(\.runs).max() ?? 0
    let medians = quantiles.map(\.median)
    let reach = LineFigure.domain(medians, quantiles).sharing(shared)
    let form = Description.Form.bands(runs: runs, words: quantiles.first?.words)
    let all = Description(figure, series: medians, form: form, shared: reach).sentences
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
    let place = AxisWords(figure).at(band.median.x[index])
    var factor = ""
    if low.kind == .positive, high.kind == .positive, low < high {
      let ratio = high.ratio(to: low)
      if ratio.isFinite { factor = ", a factor of \(NumberText.short(ratio, digits: 3))" }
    }
    return "At \(place) four fifths of the runs\(whose) lie between \(low.text(digits: 3)) and "
      + "\(high.text(digits: 3))\(factor)."
  }
}
