import TerminalText

extension LineContent {
  /// "Now ×1.6 per layer, before (s = 1.5) ×1.5.": for one or two lines that have changed the pace, where both have a
  /// factor, else where they end; of more the two that ended highest before.
  var comparison: String? {
    guard let before = around.before else { return nil }
    let scale = Scale(around.axis, for: domain)
    let pairs = zip(series.indices, before.series).compactMap { index, then in
      then.flatMap { comparison(index, $0, scale) }
    }
    let cause = " (\(neutralised(before.cause)))"
    let parts = pairs.sorted { $1.end < $0.end }.prefix(2).enumerated().map { index, pair in
      "\(pair.name)now \(pair.now), before\(index == 0 ? cause : "") \(pair.then)"
    }
    guard let first = parts.first, let initial = first.first else { return nil }
    let start = series.count == 1 ? initial.uppercased() + first.dropFirst() : first
    return ([start] + parts.dropFirst()).joined(separator: "; ") + "."
  }

  private struct Comparison {
    let name: String
    let now: String
    let then: String
    /// The last value of then.
    let end: Sample
  }

  private func comparison(_ index: Int, _ then: Series, _ scale: Scale?) -> Comparison? {
    let now = series[index]
    guard let end = then.y.last(where: \.isFinite) else { return nil }
    let words = AxisWords(around)
    let own = now.name.isEmpty ? "Line \(index + 1)" : neutralised(now.name)
    let name = series.count == 1 ? "" : "\(own): "
    func compared(_ now: String, _ then: String) -> Comparison? {
      now == then ? nil : Comparison(name: name, now: now, then: then, end: end)
    }
    if words.isInteger, let new = Trend(now, on: scale)?.factor,
      let old = Trend(then, on: scale)?.factor,
      let pace = compared(
        "×\(NumberText.short(new.value)) per \(words.label)",
        "×\(NumberText.short(old.value))"
      )
    {
      return pace
    }
    guard let x = now.x.last, let newest = now.y.last, let oldest = then.y.last,
      newest.kind != .notANumber, oldest.kind != .notANumber
    else { return nil }
    let place = then.x.last.map(words.at) ?? ""
    guard place == words.at(x) else {
      return compared("\(newest.text()) at \(words.at(x))", "\(oldest.text()) at \(place)")
    }
    let pair = compared(newest.text(), oldest.text())
    return pair.map {
      Comparison(name: name, now: "\($0.now) at \(place)", then: $0.then, end: end)
    }
  }
}
