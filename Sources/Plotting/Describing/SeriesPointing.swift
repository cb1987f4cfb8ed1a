import TerminalText

/// Says what stands where someone points in a figure of series.
struct SeriesPointing {
  let words: AxisWords
  let series: [Series]

  /// Whether a mark lies within the series.
  func covers(_ mark: Mark) -> Bool {
    switch mark {
    case .x(let x): Domain(series).x?.contains(x) == true
    case .value: true
    case .cell: false
    }
  }

  func sentence(at mark: Mark) -> String {
    switch mark {
    case .x(let x): values(at: x)
    case .value(let level): passing(level)
    case .cell: Mark.noCells
    }
  }

  private func values(at x: Double) -> String {
    let found = series.enumerated().compactMap { index, one -> String? in
      guard let place = one.x.firstIndex(of: x) else { return nil }
      return "\(name(one, index)) \(one.y[place].state)"
    }
    guard found.isEmpty else { return "\(words.at(x)): \(found.joined(separator: ", "))." }
    guard let range = Domain(series).x else { return "There are no values." }
    guard range.contains(x) else {
      return "\(words.at(x)) is outside \(words.range(range))."
    }
    let all = series.flatMap(\.x).filter(\.isFinite)
    guard let nearest = all.min(by: { abs($0 - x) < abs($1 - x) }) else {
      return "There are no values."
    }
    return "No value stands at \(words.at(x)); the nearest is at \(values(at: nearest))"
  }

  private func passing(_ level: Sample) -> String {
    let parts = series.enumerated().map { index, one in
      let name = name(one, index)
      guard let first = one.y.first(where: { $0.kind != .notANumber }) else {
        return "\(name) has no values"
      }
      let isUpwards = first < level
      let passed = one.y.indices.first {
        let y = one.y[$0]
        guard y.kind != .notANumber else { return false }
        return isUpwards ? !(y < level) : !(level < y)
      }
      guard let passed else {
        return "\(name) never \(isUpwards ? "reaches" : "comes down to") it"
      }
      let verb = isUpwards ? "reaches it" : "comes down to it"
      return "\(name) first \(verb) at \(words.at(one.x[passed]))"
    }
    return "\(level.text()): \(parts.joined(separator: ", "))."
  }

  private func name(_ one: Series, _ index: Int) -> String {
    if !one.name.isEmpty { return neutralised(one.name) }
    return series.count == 1 ? "the value" : "line \(index + 1)"
  }
}
